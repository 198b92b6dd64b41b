"""Other extractors, where they are installed, give a plain quotation at its place in the article."""
from __future__ import annotations

import pytest

from tests.drawn import draw
from training import peers

SAYS = """
They they PRON 2 nsubj
waited wait VERB 0 root
. . PUNCT 2 punct
---
" " PUNCT 2 punct glue
Close close VERB 8 ccomp
the the DET 4 det
hall hall NOUN 2 obj
at at ADV 6 advmod
once once ADV 2 advmod glue
" " PUNCT 2 punct
says say VERB 0 root
Lee Lee PROPN 8 nsubj B-PERSON
. . PUNCT 8 punct
"""


@pytest.mark.parametrize("name", sorted(peers.PEERS))
def test_a_plain_quotation_is_found_at_its_place(name: str) -> None:
    if not peers.installed(name):
        pytest.skip(f"{name} is not installed: {peers.PEERS[name][1]}")
    doc = draw(SAYS)
    text = doc.user_data["article"].text
    assert [{"source": ["Lee"], "cue": ["says"], "content": ['"Close the hall at once"']}] == [
        {role: [text[start:end] for start, end in spans] for role, spans in one.items()} for one in peers.PEERS[name][0](doc)]
