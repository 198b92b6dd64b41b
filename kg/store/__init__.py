"""Where a graph lies: a file, an Oxigraph folder (`oxigraph:DIR`) or a SPARQL 1.1 server (its URL). Questions run unchanged on all.

The tests start real servers: Oxigraph server 0.5, with and without its Graph Store Protocol, and rdflib-endpoint 0.6, which takes updates only.
Apache Jena Fuseki speaks the same two protocols, but neither Debian nor PyPI nor npm has it, so it was not tried; its engine, ARQ, is.
"""
from kg.store.files import load, open_file
from kg.store.folder import Written
from kg.store.places import open, write  # noqa: A004

__all__ = ["Written", "load", "open", "open_file", "write"]
