"""Quotes without words of saying, after a sentence that brings somebody on."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.extract import extract

POOL = "The council will close the pool. \"It is losing money,\" said Ann Lee, the leader.\n\n"


@pytest.mark.parametrize("text, wanted", [
    (POOL + "Bo Reed, chairman of the swimming club, has swum there since 1960. \"Closing it is a disgrace. They should be ashamed.\"", "Bo Reed"),
    (POOL + "Bo Reed, a teacher, was in the gallery. He has swum there since 1960. \"I don't mind paying more. Closing it is spite.\"", "Bo Reed"),
    (POOL + "For Joan Marsh, who has taught there for ten years, it is the end. \"Closing it will break my heart.\"", "Joan Marsh"),
    (POOL + "Among the critics is Bo Reed, who runs the swimming club. \"It is a disgrace and a shame.\"", "Bo Reed"),
    ("The council will close the pool. Ann Lee, the leader, said it was losing money. She blames the swimming club. \"They never paid us a penny.\"", "Ann Lee"),
    ("Ann Lee, the leader, said the pool had to close. Mr Reed's club uses it daily. \"It is a sad day but there is no money,\" she said.", "Ann Lee"),
    ("The council will close the pool. Ann Lee, the leader, said it was losing money.\n\n\"The swimming club never paid us a penny.\"", "Ann Lee"),
    ("Ann Lee, the leader, said Tom Hill had built the pool. Tom Hill died in 2004. \"He would have wept to see it close.\"", "Ann Lee"),
])
def test_a_loose_quote_is_of_the_one_brought_on(nlp, text: str, wanted: str) -> None:
    said, _ = extract(nlp, Article("a", text), stances=False)
    last = max(said, key=lambda one: max(end for _, end in one.content))
    assert wanted == last.speaker
