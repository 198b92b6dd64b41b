"""kg.toml: what it may say, and what is said of what it may not."""
from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg import config
from kg.errors import ConfigError


def test_the_template_sets_nothing_and_names_every_key() -> None:
    text = config.template()
    assert {} == tomllib.loads(text)
    uncommented = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)
    assert set(config.KEYS) == set(tomllib.loads(uncommented))


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('output = "site"\nleast_confidence = 1\n', encoding="utf-8")
    settings = config.load(tmp_path / "kg.toml")
    assert (tmp_path / "site", 1.0) == (settings.path("output"), settings.least_confidence)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('ouput = "x"', "did you mean 'output'"), ("fast = 1", "true or false"), ("output = 3", "text in quotation marks"),
        ("least_confidence = 2", "between 0 and 1"), ('base = "here"', "http"), ("output = ", "no TOML"),
    ],
)
def test_a_wrong_line_is_named_with_the_remedy(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "kg.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as raised:
        config.load(path)
    assert str(path) in str(raised.value)
