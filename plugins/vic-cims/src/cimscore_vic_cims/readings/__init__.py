"""Unclear points of the sources that touch a rule, with every reading and the one taken."""

from cimscore.policy import Interpretation
from cimscore_vic_cims.readings import acting, counting, editions, scope

EVERY = tuple(
    it
    for module in (editions, scope, counting, acting)
    for it in vars(module).values()
    if isinstance(it, Interpretation)
)

__all__ = ["EVERY"]
