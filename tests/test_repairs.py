"""What the article's form settles after tagging, on Docs and groups made by hand."""
from __future__ import annotations

import drawn
from kg.pipeline import repairs
from kg.pipeline.joining import Group
from kg.pipeline.quotes import quote
from kg.pipeline.tags import Chunk


def group(source: tuple[int, int] | None = None, cue: tuple[int, int] | None = None, *content: tuple[int, int]) -> Group:
    return Group(cue=[Chunk("cue", *cue)] if cue else [], source=[Chunk("source", *source)] if source else [],
                 content=[Chunk("content", *one) for one in content])


def contents(groups: list[Group]) -> list[list[tuple[int, int]]]:
    return [[(chunk.start, chunk.end) for chunk in one.content] for one in groups]


def test_a_quote_that_runs_on_stays_with_its_speaker() -> None:
    doc = quote(drawn.load("run_on"))
    assert [[(3, 9), (9, 15)]] == contents(repairs.run_on(doc, [group((0, 1), (1, 2), (3, 9))]))


def test_a_quote_that_runs_on_is_not_taken_from_a_speaker_of_its_own() -> None:
    doc = quote(drawn.load("whole_paragraph"))
    assert [[(0, 4)]] == contents(repairs.run_on(doc, [group((4, 5), (5, 6), (0, 4))]))


def test_a_quote_that_runs_on_is_taken_from_a_speaker_in_another_paragraph() -> None:
    doc = quote(drawn.draw((drawn.FOLDER / "run_on.txt").read_text(encoding="utf-8") + "---\nBob\tBob\tPROPN\t2\tnsubj\nleft\tleave\tVERB\t0\tROOT\n"))
    mine, other = group((0, 1), (1, 2), (3, 9)), group((15, 16), (16, 17), (9, 15))
    assert [[(3, 9), (9, 15)], []] == contents(repairs.run_on(doc, [mine, other]))


def test_a_content_without_closing_mark_reaches_the_end_of_its_quote() -> None:
    doc = quote(drawn.load("run_on"))
    assert [[(3, 9)]] == contents(repairs.square(doc, [group((0, 1), (1, 2), (3, 8))]))


def test_a_scare_quote_without_a_source_is_nobodys() -> None:
    doc = quote(drawn.load("whole_paragraph"))
    assert [] == repairs.unsaid(doc, [group(None, (13, 14), (14, 17))])


def test_a_quote_after_a_colon_belongs_to_its_sentence() -> None:
    doc = quote(drawn.load("run_on"))
    assert [[(3, 9)]] == contents(repairs.after_colon(doc, [group((0, 1), (1, 2))]))[:1]


def test_a_second_quote_in_the_paragraph_is_the_same_speakers() -> None:
    doc = quote(drawn.load("said_after"))
    assert [[(0, 6), (15, 20)]] == contents(repairs.same_paragraph(doc, [group((7, 14), (6, 7), (0, 6))]))


def test_a_paragraph_of_nothing_but_a_quote_goes_to_the_quote_before_it() -> None:
    doc = quote(drawn.load("whole_paragraph"))
    assert [[(0, 4), (7, 13)]] == contents(repairs.next_paragraph(doc, [group((4, 5), (5, 6), (0, 4))]))


def test_a_scare_quote_is_nobodys() -> None:
    doc = quote(drawn.load("whole_paragraph"))
    assert "scare" == doc.spans["quotes"][-1].label_
    assert all(end <= 13 for one in contents(repairs.repair(doc, [group((4, 5), (5, 6), (0, 4))])) for _, end in one)


def test_a_content_without_cue_joins_the_attribution_before_it() -> None:
    doc = quote(drawn.load("said_after"))
    assert [[(0, 6), (16, 18)]] == contents(repairs.adopt(doc, [group((7, 14), (6, 7), (0, 6)), group(None, None, (16, 18))]))


def test_an_attribution_without_content_is_none() -> None:
    doc = quote(drawn.load("said_after"))
    assert [] == repairs.complete(doc, [group((7, 14), (6, 7))])
    assert [] == repairs.complete(doc, [group(None, None, (0, 6))])


def test_a_repeat_word_for_word_is_dropped() -> None:
    one = "A\ta\tPRON\t2\tnsubj\nsaid\tsay\tVERB\t0\tROOT\nso\tso\tADV\t2\tadvmod\n.\t.\tPUNCT\t2\tpunct\n"
    doc = quote(drawn.draw(one + "---\n" + one))
    assert [[(2, 3)]] == contents(repairs.once(doc, [group((0, 1), (1, 2), (2, 3)), group((4, 5), (5, 6), (6, 7))]))


def test_what_stands_in_a_sentence_before_the_speaker_is_the_reporters_unless_quoted() -> None:
    doc = quote(drawn.draw("""
The the DET 2 det
tax tax NOUN 3 nsubj
came come VERB 0 root
. . PUNCT 3 punct

" " PUNCT 2 punct glue
Nobody nobody PRON 3 nsubj
asked ask VERB 0 root glue
. . PUNCT 3 punct glue
" " PUNCT 3 punct

Lee Lee PROPN 2 nsubj
said say VERB 0 root
it it PRON 4 nsubj
hurt hurt VERB 2 ccomp
. . PUNCT 2 punct
"""))
    said = group((9, 10), (10, 11), (0, 3), (4, 9), (11, 13))
    assert [[(4, 9), (11, 13)]] == contents(repairs.ahead(doc, [said]))
    alone = group((9, 10), (10, 11), (0, 3))
    assert [[(0, 3)]] == contents(repairs.ahead(doc, [alone]))
