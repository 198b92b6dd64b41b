"""Every phrase of an article and its headline that could name what the article is about.

Requires the parse and entities. Wider than the mentions of kg.pipeline.proposals: any noun or verb may head a candidate.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.pipeline.labels import noun_label
from kg.pipeline.lexicon import words
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.syntax import called_so, child, lemma
from kg.pipeline.wording import stems


@dataclass(frozen=True, slots=True)
class Phrase:
    """A label with the word that heads it; `headline` where that word stands in the title, `form` is noun, act or clause."""

    label: str
    head: Token
    mention: Mention | None
    form: str
    headline: bool = False


def phrases(doc: Doc, headline: bool = False) -> Iterator[Phrase]:
    """In order of their heads; a head may give two: the noun as it stands and the act that it names."""
    for token in doc:
        if called_so(token):
            continue
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "flat", "nmod:poss", "goeswith") and token.ent_type_ != "PERSON":
            found, label = mention(token), noun_label(token)
            if found is not None and found.label and found.label != label:
                yield Phrase(found.label, token, found, "act", headline)
            if label and label.lower() not in words("proposals", "vague") and not (found is not None and found.label and found.label != label and lemma(token) in words("proposals", "containers")):  # 'plans for a merger' are about a merger
                yield Phrase(label, token, found, "noun", headline)
        elif token.pos_ == "VERB" and token.dep_ not in ("amod", "compound") and not (child(token, "ccomp") is not None and lemma(token) in words("pronouns", "speaking")):
            whole, bare = mention(token), mention(token, keep_subject=False)
            if whole is not None and whole.label:
                yield Phrase(whole.label, token, whole, "clause", headline)
            if bare is not None and bare.label and (whole is None or bare.label != whole.label):
                yield Phrase(bare.label, token, bare, "clause", headline)


def candidates(doc: Doc) -> list[Phrase]:
    """The phrases of the headline, where there is one, and of the text, those without a content word left out."""
    headline = doc.user_data.get("headline")
    found = [*(phrases(headline(), headline=True) if headline is not None else ()), *phrases(doc)]
    return [phrase for phrase in found if stems(phrase.label)]
