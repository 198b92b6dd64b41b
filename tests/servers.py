"""Real SPARQL servers for the tests, each on a free port of 127.0.0.1."""
from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait(url: str, process: subprocess.Popen, seconds: float = 60) -> None:
    """Until the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{url} does not answer")


@contextmanager
def oxigraph() -> Iterator[str]:
    """The base URL of an Oxigraph server with an empty store; PyPI has it as `oxigraph`."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:/usr/bin:/usr/local/bin")
    if program is None:
        pytest.skip("needs the Oxigraph server: pip install oxigraph")
    url = f"http://127.0.0.1:{free_port()}"
    process = subprocess.Popen([program, "serve", "--bind", url.removeprefix("http://")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(url + "/", process)
        yield url
    finally:
        process.kill()
        process.wait()


RDFLIB = """
import sys, uvicorn
from rdflib import ConjunctiveGraph
from rdflib_endpoint import SparqlEndpoint
uvicorn.run(SparqlEndpoint(graph=ConjunctiveGraph(), path="/query", enable_update=True), host="127.0.0.1", port=int(sys.argv[1]), log_level="critical")
"""


@contextmanager
def rdflib_endpoint() -> Iterator[str]:
    """A place for `--store` on rdflib-endpoint with an empty store: another engine, updates by SPARQL Update, no graph store."""
    if not all(map(find_spec, ("rdflib_endpoint", "uvicorn"))):
        pytest.skip("needs rdflib-endpoint: pip install rdflib-endpoint uvicorn")
    port = free_port()
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-c", RDFLIB, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        wait(f"{url}/query", process)
        yield f"{url}/query,{url}/data,{url}/query"
    finally:
        process.kill()
        process.wait()


@contextmanager
def without_graph_store(behind: str, status: int, *refused: str) -> Iterator[str]:
    """The base URL of a server that refuses some paths (the graph store's) with a status, and hands all else to the one behind."""
    refused = refused or ("/store",)

    class Hand(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.path.split("?")[0] in refused:
                return self.reply(status, "text/plain", b"not here")
            sent = {name: self.headers[name] for name in ("Accept", "Content-Type") if self.headers[name]}
            request = urllib.request.Request(behind + self.path, body or None, sent, method=self.command)
            try:
                with urllib.request.urlopen(request) as got:
                    return self.reply(got.status, got.headers["Content-Type"], got.read())
            except urllib.error.HTTPError as error:
                return self.reply(error.code, error.headers["Content-Type"], error.read())

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def reply(self, code: int, kind: str | None, body: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hand)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
