"""Who holds a post or made a document that a phrase repeats: "the minister", "the report"."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.model import Actor, SpeakerKind
from kg.pipeline.cast import Cast
from kg.pipeline.lemmas import lemma
from kg.pipeline.lexicon import words
from kg.pipeline.offices import department
from kg.pipeline.phrases import text_of

_NEAR = 10  # tokens from a document to the name of its maker

def holder(cast: Cast, start: int, end: int, at: int) -> str | None:
    """The person whose post a phrase repeats ("the minister" for a health minister): the one named last before it.

    A ministerial post that nobody here holds names an actor by itself, since its department is known.
    """
    doc = cast.doc
    if of_some_body(doc, end):
        return None
    said = [t.lower_ for t in doc[start:end] if t.is_alpha]
    head = said[-1] if said else ""
    fitting: list[tuple[int, str]] = []
    later: list[str] = []
    for person in cast.people:
        actor = cast.actors[person.key]
        held_words = (actor.role or "").lower().replace("-", " ").split()
        belongs = {w for w in (actor.organisation or "").lower().split()}
        same = head in held_words or head == "minister" and "secretary" in held_words and department(actor.role or "", cast.government, cast.year) is not None
        if same and set(said) - {head} <= set(held_words) | belongs | {"mr", "ms"}:
            last = max((m.start for m in person.mentions if m.start < at), default=None)
            if last is not None:
                fitting.append((last, person.key))
            elif len(said) > 1 or held_words == [head]:
                later.append(person.key)
    exact = [key for key in [*(k for _, k in sorted(fitting, reverse=True)), *later] if (cast.actors[key].role or "").lower().split() == said]
    if len(said) > 1 and exact:  # the prime minister, not the deputy prime minister
        return exact[0]
    if fitting:
        return max(fitting)[1]
    if len(later) == 1:  # "the home secretary told ... | Mr Shaw said"
        return later[0]
    role = text_of(doc, start, end)
    alone = head in words("posts", "alone")
    held = department(role, cast.government, cast.year) if len(said) > 1 or alone else None
    if held and (held != cast.government or alone or " ".join(said) in words("posts", "government") and said != ["secretary", "of", "state"]):
        return cast.add("anonymous:" + "-".join(said), Actor(f"{role} (anonymous)", SpeakerKind.ANONYMOUS, role, held, "holder of an office who is not named"))
    return None


def of_some_body(doc: Doc, end: int) -> bool:
    """Whether a post is said to be in a body that has not been named: "chief executive of one of the largest trusts"."""
    following = [t.lower_ for t in doc[end:end + 2]]
    return len(following) == 2 and following[0] in ("of", "at", "for") and following[1] in ("a", "an", "one", "another", "some")


def maker(cast: Cast, head: int) -> str | None:
    """Who made a document, said of it here or before: "a report by the RSPB", "the RSPB's report", "the report, from the charity Open Gates"."""
    doc, word = cast.doc, cast.doc[head].lower_
    names = [m for m in cast.mentions if m.form == "name"]
    ends = {m.end: m for m in names}
    for token in reversed(doc[:head + 1]):
        if token.lower_ != word:
            continue
        i = token.i
        left = (ends.get(i) or (ends.get(i - 1) if doc[i - 1].lower_ in ("'s", "'") else None)) if i < head else None
        if left:
            return left.key
        right = next((m for m in names if i < m.start <= i + _NEAR and made_by(doc, m.start, i)), None)
        if right:
            return right.key
    return None


def made_by(doc: Doc, name: int, document: int) -> bool:
    """Whether a document is by or from the bearer of the name at a token: "the report, published by the think tank Futures".

    What describes him may stand before his name, and a verb of making before the preposition; nothing else may stand between.
    """
    i = name - 1
    while i > document and (doc[i].pos_ in ("DET", "ADJ", "NOUN", "PROPN") or doc[i].text == "-"):
        i -= 1
    if i <= document or doc[i].lower_ not in ("by", "from"):
        return False
    between = [token for token in doc[document + 1:i] if token.text != "," and token.pos_ not in ("ADV", "ADP", "PART")]
    return all(lemma(token) in words("anonymity", "making") for token in between)
