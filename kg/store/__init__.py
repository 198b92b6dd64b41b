"""Where a graph lies: a file, an Oxigraph folder (`oxigraph:DIR`) or a SPARQL 1.1 server (its URL). Questions run unchanged on all.

Tested against Oxigraph server 0.5, with and without its Graph Store Protocol. Apache Jena Fuseki has the same two protocols, but is
neither in Debian nor on PyPI, and was not tried.
"""
from kg.store.files import load, open_file
from kg.store.folder import Written
from kg.store.places import open, write  # noqa: A004

__all__ = ["Written", "load", "open", "open_file", "write"]
