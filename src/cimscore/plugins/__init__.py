"""The plugin edge: hook specifications, discovery and collection. The only home of pluggy."""

from cimscore.plugins.collection import collect
from cimscore.plugins.discovery import Plugin, given_plugins, installed_plugins, misspelt_groups, unknown_disabled
from cimscore.plugins.files import named_modules
from cimscore.plugins.hookspecs import hookimpl
from cimscore.plugins.loading import load_declarations, load_installed

__all__ = [
    "Plugin",
    "collect",
    "given_plugins",
    "hookimpl",
    "installed_plugins",
    "load_declarations",
    "load_installed",
    "misspelt_groups",
    "named_modules",
    "unknown_disabled",
]
