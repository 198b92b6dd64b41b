"""The pages and a read-only SPARQL 1.1 endpoint on this machine."""
from kg.serve.server import Server, serve

__all__ = ["Server", "serve"]
