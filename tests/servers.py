"""Real SPARQL servers for the tests, each on a free port of 127.0.0.1."""
from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
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
