"""Common nouns that stand for somebody named elsewhere: "the council", "the minister", "the report", "her"."""
from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.model import Actor, SpeakerKind
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.name import BODY, Name

_REACH = 4  # paragraphs back in which a general word (the company) may find its body


def _paragraph(cast: Cast, i: int) -> int:
    return next((n for n, p in enumerate(cast.doc.spans.get("paragraphs", ())) if p.start <= i < p.end), 0)


def body(cast: Cast, head: int, *, new: bool = False) -> str | None:
    """The body that a noun means: the last one before it, else the first after it, whose name holds the word.

    "The government" is the country's. A word that no name holds ("the company") means the body that was the subject
    last, within a few paragraphs; never a party, a government or a council then. With `new` a phrase without article may
    name a body, too: "school board | chair".
    """
    doc = cast.doc
    word = doc[head].lower_
    called = next((m for m in cast.mentions if m.start == head + 1 and m.form == "name" and m.key.startswith("organisation:")), None)
    if called is not None and word in words("organisations", "classes"):  # "the charity | Open Rail"
        return called.key
    start = _opening(doc, head)
    if start and doc[start - 1].lower_ in ("his", "her"):
        return _body_of(cast, start - 1)
    if word == "government":
        return _government(cast, start, head)
    owner = next((t.i for t in doc[start:head] if t.lower_ in words("organisations", "generic") and doc[t.i + 1].lower_ in ("'", "'s")), None)
    if owner is not None and (owning := body(cast, owner)) is not None:
        return owning
    if word == "party":
        return _party(cast, head)
    modifiers = {t.lower_ for t in doc[start:head] if t.is_alpha} - words("roles", "openers")
    having = [b for b in cast.bodies if word in b.words and modifiers <= set(b.words)]
    before = [(m.start, b) for b in having for m in b.mentions if m.start < head]
    if before:
        return max(before, key=lambda pair: pair[0])[1].key
    initials = _of_initials(cast, head, word) if not modifiers else None
    if initials is not None:
        return initials
    if having:
        return having[0].key
    local = _of_place(cast, start, head)
    if local:
        return cast.found(local, Name(start, head + 1, BODY), "the body of a place")
    if modifiers and (new or start and doc[start - 1].lower_ in ("the", "its", "their", "a", "an")) and word not in ("group", "campaign", "service", "centre", "center", "company") and not (word == "office" and modifiers & words("organisations", "rooms")):
        return cast.found(doc[start:head + 1].text, Name(start, head + 1, BODY), "a body without a name")
    if modifiers:
        return None
    earlier = next((t.i for t in reversed(doc[:head]) if t.lower_ == word and _opening(doc, t.i) < t.i), None)
    if earlier is not None and word not in words("organisations", "hypernyms"):  # "Its health authority ... The authority"
        return body(cast, earlier)
    return _speakers(cast, head) or body_before(cast, head) if word in words("organisations", "hypernyms") | words("organisations", "parts") else None


def _of_initials(cast: Cast, head: int, word: str) -> str | None:
    """The body named last before, by initials that may hold the word's: "the BMA ... The | association"."""
    last = next((m for m in reversed(cast.mentions) if m.end <= head and m.form == "name" and m.key.startswith("organisation:")), None)
    name = cast.doc[last.start:last.end].text if last is not None else ""
    fits = len(name) > 2 and name.isupper() and name.isalpha() and word[0].upper() in name[1:] and word in words("organisations", "societies") | words("organisations", "hypernyms")
    return last.key if last is not None and fits and _paragraph(cast, head) - _paragraph(cast, last.start) <= 1 else None


def _speakers(cast: Cast, i: int) -> str | None:
    """The body of the person named last in the paragraph, where "the organisation" goes on and no body acts between."""
    doc = cast.doc
    if doc[i].lower_ not in words("organisations", "societies"):
        return None
    here = _paragraph(cast, i)
    for mention in reversed([m for m in cast.mentions if m.end <= i and m.form == "name" and _paragraph(cast, m.start) == here]):
        if mention.key.startswith("person:"):
            key = cast.owners.get(mention.key)
            body = next((b for b in cast.bodies if b.key == key), None)
            return key if body is not None and body.words[-1] not in words("organisations", "public") else None
        if subject_like(cast, mention) and not _only_quoted(doc, mention, i):
            return None
    return None


def _body_of(cast: Cast, i: int) -> str | None:
    """The body of the person whom "her" means: "her | department"."""
    key = owner_of(cast, i) or next((m.key for m in reversed(cast.mentions) if m.end <= i and m.key.startswith("person:")), None)
    name = cast.actors[key].organisation if key is not None and key in cast.actors else None
    return cast.owners.get(key or "") or (cast.body(name, "the body of a person") if name else None)


def _party(cast: Cast, head: int) -> str | None:
    """The party named last before "the party"."""
    before = [m for m in cast.mentions if m.end <= head and m.key.startswith("organisation:") and cast.actors[m.key].name in pairs("parties", "parties").values()]
    return before[-1].key if before else next((b.key for b in cast.bodies if "party" in b.words), None)


def _of_place(cast: Cast, start: int, head: int) -> str | None:
    """The name of a place's body that a pronoun or "there" marks: "Wiltshire ... Its health authority", "the trust there"."""
    doc = cast.doc
    owned = start > 0 and doc[start - 1].lower_ == "its"
    if not owned and not (head + 1 < len(doc) and doc[head + 1].lower_ == "there"):
        return None
    for i in range(start - 1, max(-1, start - 40), -1):
        if any(m.start <= i < m.end for m in cast.mentions if m.key.startswith("organisation:")):
            return None
        place = next((p for p in cast.places if p.end - 1 == i), None)
        if place is not None:
            return f"{doc[place.start:place.end].text} {doc[start:head + 1].text}"
    return None


def _government(cast: Cast, start: int, head: int) -> str | None:
    """The article's own government for a bare "government" or "central government"; another when a nation stands before it."""
    doc = cast.doc
    before = doc[start:head].text
    if not before or before.lower() in ("central", "national", "federal", "current", "new", "present", "coalition", "labour", "conservative", "tory"):
        return cast.ruling()
    if before.lower() == "local":
        return None
    name = f"{before} Government" if before[0].isupper() else f"{before} government"
    if name == cast.government:
        return cast.ruling()
    return cast.body(name, "a government")


def body_of_pronoun(cast: Cast, i: int) -> str | None:
    """Whom "its" before a post means: the body named last in the paragraph before it, else as a subject in the one before."""
    here = _paragraph(cast, i)
    doc = cast.doc
    for token in reversed(doc[max(0, i - 30):i]):
        if any(m.start <= token.i < m.end for m in cast.mentions if m.key.startswith("organisation:")):
            break
        if token.lower_ in words("organisations", "generic") and token.pos_ == "NOUN" and _article(cast, token.i) and _there(doc, token, i):
            return body(cast, (_agent(cast, token) or token).i)
    before = [m for m in cast.mentions if m.end <= i and m.form in ("name", "nominal") and m.key.startswith("organisation:") and here - _paragraph(cast, m.start) <= 1]
    leading = [m for m in before if subject_like(cast, m)]
    for main in (("ROOT", "conj", "parataxis"), ("ccomp",)):
        found = [m for m in leading if _verb(doc, m).dep_ in main]
        if found:
            leading = found
            break
    own = [m for m in leading if _paragraph(cast, m.start) == here]
    if own or leading:
        return (own or leading)[-1].key
    near = [m for m in before if _paragraph(cast, m.start) == here]
    if near:
        return near[-1].key
    seats = [p for p in cast.places if p.end <= i and _paragraph(cast, p.start) == here]
    same = len({doc[p.start:p.end].text for p in seats}) == 1
    return place(cast, seats[-1].start, seats[-1].end) if same else None


def _there(doc: Doc, noun: Token, i: int) -> bool:
    """Whether a body that a noun names is spoken of as one that is there, and not only in words quoted before token i: not 'called for a single inspectorate. Its chair'."""
    quoted = any(q.start <= noun.i < q.end <= i for q in doc.spans.get("quotes", ()))
    acts = noun.dep_.startswith("nsubj") and noun.head.dep_ in ("ROOT", "conj", "parataxis")
    said_of = any(c.dep_ == "cop" for c in noun.children)  # 'The federation is the main union. Its secretary'
    return not quoted and not said_of and (acts or doc[_opening(doc, noun.i) - 1].lower_ == "the")


def _agent(cast: Cast, noun: Token) -> Token | None:
    """The body that acts on one that a preposition brings in: "the committee has referred it to the | panel"."""
    if not noun.dep_.startswith("obl"):
        return None
    return next((t for t in noun.head.children if t.dep_ == "nsubj" and t.i < noun.i and t.pos_ == "NOUN" and t.lower_ in words("organisations", "generic") and _article(cast, t.i)), None)


def group_of_pronoun(cast: Cast, i: int) -> str | None:
    """Whom "their" before a post means where people without a body spoke last: "Traders foresee ruin. Their chairman ..."."""
    doc = cast.doc
    first = doc[i].sent.start
    low = doc[first - 1].sent.start if first else 0
    acting = [g for g in cast.groups if low <= g.start and g.end <= i and doc[g.head].dep_.startswith("nsubj")]
    if not acting:
        return None
    last = acting[-1]
    rival = any(last.start < m.start < i and m.key.startswith("organisation:") and subject_like(cast, m) for m in cast.mentions)
    within = any(m.start <= last.head < m.end for m in cast.mentions if m.key.startswith("organisation:"))
    return None if rival or within else last.name


def _verb(doc: Doc, mention: Mention) -> Token:
    """The word that a mention is the subject of, its appositions passed over."""
    root = doc[mention.start:mention.end].root
    while root.dep_ in ("appos", "flat", "compound") and root.head.i != root.i:
        root = root.head
    return root.head


def _opening(doc: Doc, head: int) -> int:
    """Where a noun's phrase begins, without article: the | all-party defence committee, the | lecturers' association."""
    start = head
    while start > 0:
        before = doc[start - 1]
        if before.text == "-" and not before.whitespace_ and start > 1:
            start -= 2
        elif before.lower_ in ("'", "'s") and start > 1 and doc[start - 2].pos_ == "NOUN" and doc[start - 2].text.islower():
            start -= 2
        elif before.text not in "'s\"" and (before.pos_ in ("NOUN", "PROPN", "ADJ") or before.tag_ in ("VBG", "VBN") and before.dep_ in ("compound", "amod")):
            start -= 1
        else:
            break
    return start


def introduce(cast: Cast) -> None:
    """Makes known the bodies that only common nouns name, where they act: "the hospital association testified"."""
    doc = cast.doc
    taken = {i for m in cast.mentions for i in range(m.start, m.end)}
    for token in doc:
        start = _opening(doc, token.i) if token.lower_ in words("organisations", "generic") and token.pos_ == "NOUN" and token.i not in taken else token.i
        if start == token.i or not token.dep_.startswith("nsubj") or start == 0 or doc[start - 1].lower_ not in ("the", "its", "a", "an"):
            continue
        key = None if any(i in taken for i in range(start, token.i + 2)) else body(cast, token.i)
        if key is not None:
            cast.mentions.append(Mention(start, token.i + 1, key, "nominal"))
    cast.mentions.sort(key=lambda m: (m.start, m.end))


def _article(cast: Cast, head: int) -> bool:
    """Whether an article opens the noun's phrase."""
    start = _opening(cast.doc, head)
    return start > 0 and cast.doc[start - 1].lower_ in ("the", "a", "an")


def body_before(cast: Cast, i: int, within: int = _REACH, *, partisan: bool = False) -> str | None:
    """The body named last before a token as the subject of its sentence; parties and governments only where `partisan`."""
    here = _paragraph(cast, i)
    for mention in reversed(cast.mentions):
        if mention.end > i or not mention.key.startswith("organisation:") or mention.form != "name" or _only_quoted(cast.doc, mention, i):
            continue
        if here - _paragraph(cast, mention.start) > within:
            return None
        name = cast.actors[mention.key].name
        if not partisan and (name.endswith("Party") or name.lower().endswith("government")):
            continue
        if subject_like(cast, mention) or _speakers_own(cast, mention):
            return mention.key
    return None


def _only_quoted(doc: Doc, mention: Mention, i: int) -> bool:
    """Whether a body is named in quoted words that have ended before token i."""
    return any(q.label_ != "scare" and q.start <= mention.start < q.end <= i for q in doc.spans.get("quotes", ()))


def _speakers_own(cast: Cast, mention: Mention) -> bool:
    """Whether a body is where somebody belongs who spoke: "said Ann Lee of | Blue Shelf"."""
    i = mention.start
    return i > 1 and cast.doc[i - 1].lower_ in ("of", "from", "at") and any(m.end == i - 1 and m.key.startswith("person:") for m in cast.mentions)


def subject_like(cast: Cast, mention: Mention) -> bool:
    """Whether a mention is the subject of a verb, or opens its sentence."""
    doc = cast.doc
    if doc.has_annotation("DEP"):
        root = doc[mention.start:mention.end].root
        if root.dep_.startswith("nsubj") or root.dep_ == "obl:agent" or root.dep_ in ("appos", "flat", "compound") and root.head.dep_.startswith("nsubj") and root.head.i < root.i:
            return True
    first = doc[mention.start].sent.start
    return mention.start - first <= 1


def place(cast: Cast, start: int, end: int) -> str | None:
    """The one body whose name begins with a place; a body named like the place when there is none or there are several."""
    found = next((p for p in cast.places if start <= p.start and p.end <= end), None)
    if found is not None:
        start, end = found.start, found.end
    elif not all(t.text[:1].isupper() for t in cast.doc[start:end] if t.is_alpha):
        return None
    name = cast.doc[start:end].text
    lower = tuple(t.lower_ for t in cast.doc[start:end])
    having = [b for b in cast.bodies if b.words[:len(lower)] == lower]
    if len(having) == 1:
        return having[0].key
    return cast.add("organisation:" + "-".join(lower), Actor(name, SpeakerKind.ORGANISATION, None, name, "a place speaks for its authority"))


def owner_of(cast: Cast, i: int) -> str | None:
    """Whom a possessive pronoun means, if that was resolved."""
    return next((m.key for m in cast.mentions if m.start == i and m.form == "pronoun"), None)
