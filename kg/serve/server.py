"""The HTTP server: /sparql, /query (the page to ask on), /questions.json, and the files of a build."""
from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from kg import queries, store
from kg.queries.named import FOLDER
from kg.serve import files
from kg.serve.protocol import TYPES, Refused, read
from kg.serve.worker import Worker
from kg.vocab import BASE, PREFIXES

STATIC = Path(__file__).parent / "static"
BODY = 2 * 1024 * 1024
POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


class Server(ThreadingHTTPServer):
    """Serves a build's folder and answers queries on its graph; `place` as for `store.open`."""

    daemon_threads = True

    def __init__(self, place: str, pages: Path, *, host: str = "127.0.0.1", port: int = 0, seconds: float = 20, remote: bool = False,
                 questions: tuple[Path, ...] = ()) -> None:
        source = store.open(place)  # raises here, before a child is started, when there is nothing to ask
        self.endpoint = source if isinstance(source, str) else None
        self.base = BASE if self.endpoint else queries.base_of(source)
        del source
        self.pages, self.questions = pages, (FOLDER, *questions)
        self.worker = Worker(place, seconds)
        super().__init__((host, port), Handler)
        self.hosts = None if remote else {f"{name}:{self.server_port}" for name in ("localhost", "127.0.0.1", "[::1]")}
        if self.endpoint is None:
            self.worker.start()

    @property
    def url(self) -> str:
        """Where the pages are."""
        return f"http://{self.server_address[0]}:{self.server_port}/"

    def server_close(self) -> None:
        """Ends the child as well."""
        self.worker.stop()
        super().server_close()


def serve(place: str, pages: Path, *, host: str = "127.0.0.1", port: int = 8765, remote: bool = False, questions: tuple[Path, ...] = ()) -> None:
    """Serves until interrupted; the only function of this room that talks, on stderr."""
    with Server(place, pages, host=host, port=port, remote=remote, questions=questions) as server:
        print(f"pages    {server.url}\nqueries  {server.url}query\nSPARQL   {server.url}sparql (read-only)", file=sys.stderr)
        if remote:
            print("anybody who reaches this machine can read and ask: stop it when you are done", file=sys.stderr)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("stopped", file=sys.stderr)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = 30

    def _dispatch(self) -> None:
        path = urlsplit(self.path)
        try:
            body = self._body()
            self._allow()
            if path.path == "/sparql":
                self._sparql(path.query, body)
            elif self.command not in ("GET", "HEAD"):
                raise Refused(405, f"{self.command} is not for pages: use GET")
            elif path.path == "/questions.json":
                self._send(200, "application/json", json.dumps(self._questions()).encode())
            else:
                self._file(path.path)
        except Refused as refusal:
            self._send(refusal.status, "text/plain; charset=utf-8", f"{refusal}\n".encode())
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _dispatch  # noqa: N815

    def _body(self) -> bytes:
        try:
            length = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            length = -1
        if not 0 <= length <= BODY or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise Refused(413, f"a request has a Content-Length of at most {BODY} bytes")
        return self.rfile.read(length)

    def _allow(self) -> None:
        """Against pages of elsewhere that point a name or a form at this machine."""
        hosts = self.server.hosts
        if hosts is not None and self.headers.get("Host", "").lower() not in hosts:
            raise Refused(403, "this server answers on localhost only")
        origin = self.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc.lower() != self.headers.get("Host", "").lower():
            raise Refused(403, "this server answers its own pages only")
        if self.headers.get("Sec-Fetch-Site") == "cross-site" and self.headers.get("Sec-Fetch-Mode") != "navigate":
            raise Refused(403, "this server answers its own pages only")

    def _sparql(self, parameters: str, body: bytes) -> None:
        if self.command in ("GET", "HEAD") and not parameters and "text/html" in self.headers.get("Accept", ""):
            self._send(303, "text/plain", b"", {"Location": "/query"})
            return
        asked = read(self.command, parameters, self.headers.get("Content-Type", ""), body, self.headers.get("Accept", ""))
        if self.server.endpoint is not None:
            raise Refused(501, f"the graph is on a server of its own: ask {self.server.endpoint}")
        status, form, data = self.server.worker.ask(asked)
        self._send(status, TYPES.get(form, "text/plain; charset=utf-8"), data)

    def _questions(self) -> list[dict]:
        found = []
        for name in queries.names(*self.server.questions[1:]):
            asked = queries.question(name, *self.server.questions[1:])
            found.append({"name": name, "title": asked.title, "question": asked.question, "text": asked.text.replace(f"<{BASE}id/", f"<{self.server.base}id/")})
        return [{"prefixes": PREFIXES}, *found]

    def _file(self, path: str) -> None:
        if path == "/query":
            file = STATIC / "query.html"
        elif path.startswith("/-/"):
            file = files.find(STATIC, path[3:])
        else:
            file = files.find(self.server.pages, path)
        if file is None:
            raise Refused(404, f"there is no page {path}")
        more = {"Content-Security-Policy": POLICY} if file.is_relative_to(STATIC) else {}
        self._send(200, files.kind(file), file.read_bytes(), more)

    def _send(self, status: int, kind: str, data: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), "X-Content-Type-Options": "nosniff",
                   "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin", "Vary": "Accept"} | (more or {})
        if status == 405:
            headers["Allow"] = "GET, HEAD, POST"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args) -> None:  # noqa: A002
        """Says nothing: queries may name people."""
