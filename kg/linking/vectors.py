"""Vectors of the bundled labels, made once by `python -m training.linking`; what is not among them is embedded as it comes."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from kg import resources

Embed = Callable[[Sequence[str]], np.ndarray]


def path() -> Path:
    """The file of vectors beside the scheme."""
    return resources.ontology("proposals.vectors.npz")


def key(text: str) -> str:
    """What a text's row is found by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def save(texts: Sequence[str], embed: Embed, target: Path) -> None:
    """Write one half-precision row a text, sorted by key."""
    ordered = sorted(set(texts), key=key)
    with target.open("wb") as stream:
        np.savez(stream, keys=np.array([key(text) for text in ordered]), rows=np.asarray(embed(ordered), dtype=np.float16))


class Vectors:
    """Unit vectors by text, each embedded at most once."""

    def __init__(self, embed: Embed, shipped: Path | None = None) -> None:
        self.embed = embed
        self.known: dict[str, np.ndarray] = {}
        if shipped is not None and shipped.is_file():
            with np.load(shipped) as stored:
                self.known = dict(zip(stored["keys"].tolist(), unit(stored["rows"].astype(np.float32))))

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        """Shape (n, width), float32."""
        keys = [key(text) for text in texts]
        new = {k: text for k, text in zip(keys, texts) if k not in self.known}
        if new:
            self.known.update(zip(new, unit(np.asarray(self.embed(list(new.values())), dtype=np.float32))))
        return np.stack([self.known[k] for k in keys])


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows of length one; a row of zeros stays."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms == 0, 1, norms)
