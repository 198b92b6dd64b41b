"""The errors that kg raises on purpose.

KgError
|- ReadError      an article that cannot be read
|- ConfigError    kg.toml, a registry or a decision file that cannot be understood
|- ModelError     the language pipeline is missing or damaged
|- GraphError     a graph, query or store that does not hold what it must
`- UsageError     a command that asks for something that does not exist

Each message names the file, the place in it, and the remedy.
"""
from __future__ import annotations


class KgError(Exception):
    """Base of every error that kg raises on purpose."""


class ReadError(KgError):
    """An article that cannot be read."""


class ConfigError(KgError):
    """A configuration, registry or decision file that cannot be understood."""


class ModelError(KgError):
    """The language pipeline is missing or damaged."""


class GraphError(KgError):
    """A graph, query or store that does not hold what it must."""


class UsageError(KgError):
    """A command that asks for something that does not exist."""
