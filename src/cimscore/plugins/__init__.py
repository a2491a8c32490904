"""The plugin edge: hook specifications, discovery and collection. The only home of pluggy.

For a program
    `hookimpl` marks each hook that its module implements; ``help(cimscore.plugins.hookspecs)`` lists them.
For the engine
    A `Plugin` is one of `installed_plugins`, or of `given_plugins`; `named_modules` imports what is not installed.
    `load_installed` and `load_declarations` give what each declares, by way of `collect`. `unknown_disabled`,
    `installed_twice` and `misspelt_groups` tell what looks like a slip of whoever installed them.
"""

from cimscore.plugins.collection import collect
from cimscore.plugins.discovery import (
    Plugin,
    given_plugins,
    installed_plugins,
    installed_twice,
    misspelt_groups,
    unknown_disabled,
)
from cimscore.plugins.files import named_modules
from cimscore.plugins.hookspecs import hookimpl
from cimscore.plugins.loading import load_declarations, load_installed

__all__ = [
    "Plugin",
    "collect",
    "given_plugins",
    "hookimpl",
    "installed_plugins",
    "installed_twice",
    "load_declarations",
    "load_installed",
    "misspelt_groups",
    "named_modules",
    "unknown_disabled",
]
