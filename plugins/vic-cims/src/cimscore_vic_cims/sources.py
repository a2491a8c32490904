"""The sources of the program, as its policy files declare them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cimscore.policy import Source, load_policy
from cimscore_vic_cims.words import PAGE

POLICY: Final = load_policy("cimscore_vic_cims.policy")
SOURCES: Final[Mapping[str, Source]] = MappingProxyType({source.id: source for source in POLICY.sources})
CIMS_PAGE: Final[Source] = SOURCES[PAGE]
