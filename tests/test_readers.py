"""Each format gives the article it holds; what cannot be read is told and the rest is read."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Article, Note, Skipped
from kg.readers.folder import read

STORY = "Council backs tram line\n\n21 October 2005\n\nBy Ann Lee\n\nThe council has backed the tram line, its leader said.\n"


def one(path: Path) -> Article:
    (item,) = read([path])
    assert isinstance(item, Article), item
    return item


def test_text_is_kept_as_it_is_and_tells_title_byline_and_date(tmp_path: Path) -> None:
    path = tmp_path / "tram.txt"
    path.write_text(STORY, encoding="utf-8")
    article = one(path)
    assert ("tram", STORY, "Council backs tram line", "Ann Lee", "2005-10-21") == (
        article.id, article.text, article.title, article.byline, article.date)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_give_one_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = "Minister’s “plan”\n\nIt costs £3m, said Zoë.\r\n" * 3
    path.write_bytes(text.encode(encoding))
    assert text == one(path).text


def test_latin_1_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café owner Zoë said: \"No.\"".encode("latin-1"))
    assert "Café owner Zoë" in one(path).text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "no text"),
        ("picture.txt", bytes(range(256)) * 20, "binary"),
        ("odd.txt", b"\xff\xfea", "UTF-16"),
        ("big.txt", b"word " * 10_000_001, "split it"),
        ("long.txt", b"word " * 50_000, "split it"),
        ("a.pdf", b"%PDF-1.4 nothing", "cannot be read"),
        ("a.docx", b"PK nothing", "no Word document"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.xyz", b"text", "no reader for .xyz"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    items = list(read([tmp_path]))
    (skipped,) = [item for item in items if isinstance(item, Skipped)]
    assert name in skipped.path and reason in skipped.reason
    assert ["good"] == [item.id for item in items if isinstance(item, Article)]


def test_a_folder_without_articles_gives_none(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("About", encoding="utf-8")
    assert [] == list(read([tmp_path]))


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    (item,) = read([tmp_path / "nowhere"])
    assert isinstance(item, Skipped) and "no such file" in item.reason


def test_two_files_of_one_stem_are_two_articles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY + "More.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(STORY + "Other.", encoding="utf-8")
    items = list(read([tmp_path]))
    assert ["a", "a.txt", "sub-a.txt"] == [item.id for item in items if isinstance(item, Article)]
    assert 2 == sum(isinstance(item, Note) for item in items)


def test_the_same_text_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert [Article, Skipped] == [type(item) for item in read([tmp_path])]


def test_json_lines_tell_the_line_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = {"id": "x1", "text": STORY, "publisher": "The Post", "date": "3 May 2011", "own": 1}
    path.write_text("\n".join([json.dumps(good), "{not json", json.dumps({"id": "x"}), json.dumps({"text": 3}), ""]), encoding="utf-8")
    items = list(read([path]))
    assert ("x1", "The Post", "2011-05-03") == (items[0].id, items[0].publisher, items[0].date)
    assert [f"{path}:{n}" for n in (2, 3, 4)] == [item.path for item in items[1:]]


def test_html_gives_the_article_and_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    body = "".join(f"<p>Paragraph {n}: the council has backed the tram line, its leader said on Monday after a long debate.</p>" for n in range(6))
    path.write_text(
        "<html><head><title>Tram line backed | The Post</title><meta property='og:title' content='Tram line backed'>"
        "<meta property='og:site_name' content='The Post'><meta name='author' content='Ann Lee'>"
        "<meta property='article:published_time' content='2005-10-21T09:00:00Z'></head>"
        f"<body><nav>Home</nav><article><h1>Tram line backed</h1>{body}</article><script>alert(1)</script></body></html>", encoding="utf-8")
    article = one(path)
    assert ("Tram line backed", "The Post", "2005-10-21") == (article.title, article.publisher, article.date)
    assert "Paragraph 5" in article.text and "alert" not in article.text


def test_docx_gives_its_paragraphs(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for line in ("Tram line backed", "12 May 2010", "The council backs it, she said."):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    article = one(tmp_path / "a.docx")
    assert ("Tram line backed", "2010-05-12") == (article.title, article.date)
    assert article.text.endswith("\n\nThe council backs it, she said.")


def test_pdf_gives_its_text_layer(tmp_path: Path) -> None:
    stream = b"BT /F1 12 Tf 72 700 Td (The council backs the tram line, she said.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % table
    (tmp_path / "a.pdf").write_bytes(data)
    assert "The council backs the tram line, she said." == one(tmp_path / "a.pdf").text
