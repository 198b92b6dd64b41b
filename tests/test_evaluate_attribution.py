"""What other extractors wrote, as the evaluation reads it."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Article
from kg.pipeline.parse import tokens
from training.evaluate_attribution import written


def _file(folder: Path, *lines: str) -> Path:
    (folder / "other.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "other.jsonl"


def test_an_article_gets_what_was_written_of_it(nlp, tmp_path: Path) -> None:
    one, two = {"article": "a", "content": [[0, 4]], "source": [[9, 12]]}, {"article": "b", "content": [[3, 5]]}
    extract = written(_file(tmp_path, json.dumps(one), "", json.dumps(two)), ["a", "c"])
    assert extract(tokens(nlp, Article("a", "Fees rise"))) == [one] and extract(tokens(nlp, Article("c", "Fees rise"))) == []


@pytest.mark.parametrize("line, told", [
    ('{"article": "a"}', "record 1: needs article and content"),
    ('{"content": [[0, 4]]}', "record 1: needs article and content"),
    ('["a"]', "record 1: needs article and content"),
    ("{", "line 1: no JSON"),
    ('{"article": "b", "content": [[0, 4]]}', "none of its articles is among the 1 measured"),
])
def test_a_bad_file_is_named_with_the_place_and_the_remedy(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(ValueError, match=told) as problem:
        written(_file(tmp_path, line), ["a"])
    assert "other.jsonl" in str(problem.value)
