"""The pages as files: same bytes, all links alive, every count the graph's count."""
from __future__ import annotations

from pathlib import Path

import synthetic

from kg.views import site


def test_writes_the_same_bytes_twice_and_only_in_the_folder(tmp_path: Path) -> None:
    made = synthetic.corpus(40)
    one, two = (site.write(synthetic.dataset(made), tmp_path / name, texts={a.id: a.text for a in made[1]}) for name in "ab")
    assert [p.relative_to(tmp_path / "a") for p in one] == [p.relative_to(tmp_path / "b") for p in two]
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(one, two, strict=True))
    assert sorted(p for p in (tmp_path / "a").rglob("*") if p.is_file()) == one
