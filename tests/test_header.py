"""What the text of an article tells about itself."""
from __future__ import annotations

import pytest

from kg.readers import dates, header


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21 October 2005", "2005-10-21"), ("20 Oct 05", "2005-10-20"), ("October 21, 2005", "2005-10-21"), ("2005-10-21T09:00", "2005-10-21"),
        ("21/10/2005", "2005-10-21"), ("Oct 2005", "2005-10"), ("2005", "2005"), ("the 1999 Health Act", None), ("31 February 2005", "2005-02"),
        ("3rd of May 2011", "2011-05-03"), ("in May", None), ("may 20 people", None), ("", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert expected == dates.find(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title: Trams\nOutlet: The Post\nDate: 3 May 2011\n\nThe council backs it.", header.Header("Trams", "The Post", None, "2011-05-03", None)),
        ("---\ntitle: \"Trams\"\nauthor: Ann Lee\n---\nThe council backs it.", header.Header("Trams", None, "Ann Lee", None, None)),
        ("Trams are backed\n\nThe council, writes Ann Lee.\n\nBody.", header.Header("Trams are backed", None, "Ann Lee", None, None)),
        ("The council has backed the tram line.\n\nBody.", header.Header()),
        ("    Council leaders have warned the government not to force\n    them together.\n\n    Next.", header.Header()),
        ("Trams\n\nThe council backs it.\n\n    More from Tram Weekly\n\nComments are closed.", header.Header("Trams", "Tram Weekly", None, None, None)),
        ("", header.Header()),
    ],
)
def test_header(text: str, expected: header.Header) -> None:
    assert expected == header.read(text)
