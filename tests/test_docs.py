"""The documents run: Python in the README is executed, and every file that it names is there."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_python_in_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    assert blocks
    scope: dict = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), scope)
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:notebooks|ontology|seeds|kg|tests|training|benchmarks)/[\w./-]*|[A-Z][A-Z-]+(?:\.md)?)`", README))))
def test_what_the_readme_names_is_there(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("path", [p for p in ROOT.rglob("*") if p.suffix in (".py", ".toml", ".md", ".rq", ".ttl", ".html", ".js", ".css")
                                  and not {".venv", ".git", "output", "build"} & set(p.relative_to(ROOT).parts)], ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_knows_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/work/(tmp|main|shared)|/root/\.|/home/\w+/", text)
