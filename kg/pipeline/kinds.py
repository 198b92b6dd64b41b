"""What the article as a whole says of a name's kind: one clear mention settles the others.

The statistical model judges every mention by itself and takes a strange company for a person or a place. Words that go
only with bodies ("X, a charity,", "X's chief executive", "an analyst with X", "X ... its chairman") decide against it.
"""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.pipeline.capitals import starts_sentence
from kg.pipeline.lexicon import given_names, words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.naming import heads_body, ministerial, placed
from kg.pipeline.roles import forward, is_role

_NEAR = 60  # words back in which "the company" finds its name


def settle(doc: Doc, found: list[Name]) -> list[Name]:
    """The names with their kinds as the whole article has them."""
    found = [replace(n, kind=PERSON) if n.kind in (BODY, PLACE) and _is_person(doc, n) else n for n in _places_first(doc, found)]
    found = [replace(n, kind=UNKNOWN) if n.kind == PERSON and any(t.text == "&" for t in doc[n.start:n.end]) else n for n in found]
    surnames = _surnames(doc, found)
    open_ = [n for n in found if _open(doc, n, surnames)]
    proven = {_text(doc, n) for n in open_ if _proves(doc, n)} | {_text(doc, n) for n in _meant(doc, found, open_)}
    proven |= {_text(doc, n) for n in open_ if _peopled(doc, n, found)}
    proven |= {_text(doc, n) for n in found if n.kind == BODY and n.end - n.start > 1} - {_text(doc, n) for n in found if n.kind == PERSON}
    return [replace(n, kind=BODY) if n in open_ and _text(doc, n) in proven else n for n in found]


def _text(doc: Doc, name: Name) -> str:
    return doc[name.start:name.end].text


def _surnames(doc: Doc, found: list[Name]) -> set[str]:
    """The last words of people's full or titled names, in lower case."""
    return {doc[n.end - 1].lower_ for n in found if n.kind == PERSON and (n.end - n.start > 1 or n.title)}


def _places_first(doc: Doc, found: list[Name]) -> list[Name]:
    """A single word taken for a person is a place where a body's name begins with it and nobody bears it as surname.

    A longer name of unclear kind is a person where its last word has a title elsewhere: "Noreen Quilty ... Ms Quilty".
    """
    opening = {doc[n.start].lower_ for n in found if n.kind == BODY and n.end - n.start > 1}
    alone = {doc[n.start].lower_ for n in found if n.kind == PERSON and n.end - n.start == 1} & opening - _surnames(doc, found)
    titled = {doc[n.end - 1].lower_ for n in found if n.title not in ("", "role") and n.end - n.start == 1}
    found = [replace(n, kind=PERSON) if n.kind in (UNKNOWN, PLACE) and 1 < n.end - n.start < 4 and doc[n.end - 1].lower_ in titled else n for n in found]
    return [replace(n, kind=PLACE) if n.kind == PERSON and n.end - n.start == 1 and doc[n.start].lower_ in alone else n for n in found]


def _open(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """Whether a name may yet turn out to be a body's: no title, no given name, nobody's surname."""
    if name.kind == BODY or name.title or doc[name.start].lower_ in given_names() or doc[name.end - 1].lower_ in words("roles", "posts"):
        return False
    text, single = _text(doc, name).lower(), name.end - name.start == 1
    if single and starts_sentence(doc[name.start]) and (doc[name.start].pos_ != "PROPN" or text in {t.text for t in doc if t.text.islower()}):
        return False
    if text in ministerial() or text in words("organisations", "generic") or text in words("groups", "nouns") or text in words("organisations", "not_bodies"):
        return False
    return name.kind != PERSON or not single or doc[name.start].lower_ not in surnames


def _is_person(doc: Doc, name: Name) -> bool:
    """Whether two or three plain words that the model takes for a body or a place are a person all the same.

    "Hassan Rizvi, president of the union"; "Hassan Rizvi, 43,"; "spokesman Hassan Rizvi"; "Hassan Rizvi, who".
    """
    size, i = name.end - name.start, name.end
    if not 1 < size < 4 or i + 2 >= len(doc) or heads_body(doc, name.start, name.end) or placed(doc, name.start, name.end) or not all(t.is_alpha and t.text.istitle() for t in doc[name.start:i]):
        return False
    if doc[i].text == "," and (doc[i + 1].like_num and doc[i + 2].text == "," or doc[i + 1].lower_ == "who" or doc[i + 1].lower_ in ("a", "an") and _one_who(doc, i + 2)):
        return True
    role = forward(doc, i + 1) if doc[i].text == "," else None
    if role is not None and role.end < len(doc) and doc[role.end].text in ",.;:-–" and doc[role.head].lower_ not in words("organisations", "classes"):
        return name.kind != PLACE or role.end > role.head + 1
    return name.start > 0 and is_role(doc[name.start - 1]) and doc[name.start - 1].text.islower() and doc[name.start - 1].lower_ not in words("organisations", "classes")


def _one_who(doc: Doc, i: int) -> bool:
    """a | retired millwright who: one noun that "who" takes up."""
    k = i
    while k < len(doc) and k - i < 4 and doc[k].pos_ in ("NOUN", "ADJ"):
        k += 1
    return i < k < len(doc) and doc[k].lower_ == "who" and doc[k - 1].pos_ == "NOUN" and doc[k - 1].lower_ not in words("organisations", "classes")


def _proves(doc: Doc, name: Name) -> bool:
    """Whether the words beside the name go only with a body."""
    return _called_a_body(doc, name) or _calls_itself(doc, name) or _has_officers(doc, name) or _employs(doc, name) or _has_shares(doc, name) or _owns_words(doc, name)


def _called_a_body(doc: Doc, name: Name) -> bool:
    """X, a charity, ...; X, the rail regulator, ..."""
    i = name.end
    if i + 2 >= len(doc) or doc[i].text not in (",", "-", "–", "(") or doc[i + 1].lower_ not in ("a", "an", "the", "one", "another", "which", "whose"):
        return False
    if doc[i + 1].lower_ in ("which", "whose"):
        leads = doc[i + 1].lower_ == "which" and doc[i + 2].lemma_ in words("roles", "verbs") and doc[i + 2].tag_ != "VBD"
        return leads or doc[i + 1].lower_ == "whose" and name.kind != PERSON and any(is_role(t) for t in doc[i + 2:i + 5])
    last = None
    for token in doc[i + 2:i + 10]:
        if token.pos_ in ("NOUN", "ADJ", "PROPN", "ADV", "NUM") or token.text in ("-", "'s", "'") or token.tag_ in ("VBN", "VBG"):
            last = token if token.pos_ in ("NOUN", "PROPN") else last
            continue
        break
    return last is not None and last.lower_ in words("organisations", "classes")


def _calls_itself(doc: Doc, name: Name) -> bool:
    """a group calling itself X; a charity called X; a campaign known as X"""
    k = name.start - 1
    if k < 2 or doc[k].lower_ not in ("itself", "themselves", "called", "named", "as"):
        return False
    if doc[k].lower_ in ("itself", "themselves", "as"):
        k -= 1
        if doc[k].lower_ not in ("calling", "calls", "known"):
            return False
    return any(token.lower_ in words("organisations", "classes") for token in doc[max(0, k - 3):k])


def _officer(doc: Doc, i: int, among: frozenset[str]) -> int:
    """The token of a post among some, that starts at i with its adjectives: "chief | executive"; -1 where none does."""
    found = False
    for token in doc[i:i + 6]:
        found = found or token.lower_ in among and is_role(token)
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if found and (following is None or not (is_role(following) or following.text == "-" or following.pos_ == "NOUN")):
            return token.i
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") and token.lower_ not in words("roles", "openers") and token.lower_ not in ("and", "of", "-"):
            return -1
    return -1


def _has_officers(doc: Doc, name: Name) -> bool:
    """X's chief executive; X boss Ann Lee; the X spokesman. A person has a spokesman, too, but no chairman."""
    corporate = words("roles", "corporate")
    i = name.end
    if i >= len(doc):
        return False
    if doc[i].lower_ in ("'s", "'"):
        return name.kind != PLACE and _officer(doc, i + 1, corporate if name.kind == PERSON else corporate | words("roles", "leading")) >= 0
    if name.kind == PLACE or doc[i].is_sent_start or doc[name.start].pos_ == "ADJ":
        return False
    at = _officer(doc, i, corporate)
    if at < 0:
        return False
    beyond = doc[at + 1] if at + 1 < len(doc) else None
    article = name.start > 0 and doc[name.start - 1].lower_ == "the"
    return beyond is not None and (beyond.text[:1].isupper() and not beyond.is_sent_start or article and beyond.is_punct)


def _employs(doc: Doc, name: Name) -> bool:
    """chief executive of X; an analyst with X; policy manager at the stockbroker X"""
    k = name.start - 1
    while k > 0 and doc[k].text.islower() and (doc[k].lower_ in ("the", "a") or doc[k].lower_ in words("organisations", "classes")):
        k -= 1
    if k < 1 or doc[k].lower_ not in ("of", "at", "with", "for"):
        return False
    post = doc[k - 1]
    if doc[k - 1].lower_ == "officer" and name.kind != PLACE:
        return True
    if not is_role(post):
        return False
    corporate = post.lower_ in words("roles", "corporate")
    if name.kind == UNKNOWN:
        return corporate or doc[k].lower_ in ("at", "with") or name.end - name.start > 1 and post.lower_ in words("roles", "leading")
    return corporate and (name.kind == PERSON or doc[k].lower_ == "at" and name.end - name.start > 1)


def _peopled(doc: Doc, name: Name, found: list[Name]) -> bool:
    """Harbour Voice's Ann Lee; Ann Lee of Harbour Voice: a name of unknown kind, of several words, that is no place's."""
    i, k = name.end, name.start
    if name.kind != UNKNOWN or i - k < 2 or placed(doc, k, i) or doc[i - 1].lower_ in words("titles", "place_nouns"):
        return False
    after = i + 1 < len(doc) and doc[i].lower_ in ("'s", "'") and any(n.kind == PERSON and n.start == i + 1 for n in found)
    return after or k > 1 and doc[k - 1].lower_ in ("of", "for") and any(n.kind == PERSON and n.end == k - 1 and not n.title for n in found)


def _owns_words(doc: Doc, name: Name) -> bool:
    """Harbour Voice's report says; a report by Harbour Voice says"""
    if name.kind != UNKNOWN or name.end - name.start < 2:
        return False
    i, k = name.end, name.start
    documents = words("anonymity", "documents")
    after = i + 1 < len(doc) and doc[i].lower_ in ("'s", "'") and doc[i + 1].lower_ in documents
    return after or k > 1 and doc[k - 1].lower_ in ("by", "from") and doc[k - 2].lower_ in documents


def _has_shares(doc: Doc, name: Name) -> bool:
    """shares in X; a stake in X"""
    return name.start > 1 and doc[name.start - 1].lower_ == "in" and doc[name.start - 2].lower_ in words("organisations", "holdings") and not doc[name.start].is_sent_start


def _meant(doc: Doc, found: list[Name], open_: list[Name]) -> list[Name]:
    """The names that "the company" or "its chairman" right after them must mean, since nothing else near can be meant."""
    proven = []
    starts = {n.start: n for n in found}
    for token in doc:
        general = token.lower_ in words("organisations", "hypernyms") and token.i and doc[token.i - 1].lower_ == "the"
        owned = token.lower_ in ("its", "their") and _officer(doc, token.i + 1, words("roles", "corporate") | words("roles", "leading")) >= 0
        if not general and not owned:
            continue
        for i in range(token.i - 1, max(-1, token.i - _NEAR), -1):
            name = starts.get(i)
            if name is None:
                if doc[i].lower_ in words("organisations", "generic") and doc[i].pos_ == "NOUN":
                    break
                continue
            if name.kind == BODY or name in open_ and (name.kind != PLACE or general and _of_speaker(doc, name, token, found)):
                if name in open_ and (_subject(doc, name) or general and _of_speaker(doc, name, token, found)):
                    proven.append(name)
                    break
                if name.kind == BODY and _subject(doc, name):
                    break
            elif name in open_ and name.end - name.start > 1 and _subject(doc, name):
                proven.append(name)
                break
    return proven


def _of_speaker(doc: Doc, name: Name, noun: Token, found: list[Name]) -> bool:
    """Whether a name says where a person belongs whom the sentence before "the group" named: "said Ann Lee of | Blue Shelf |. The group wants"."""
    i = name.start
    beside = i > 1 and name.end - i > 1 and doc[i - 1].lower_ in ("of", "from", "at") and noun.i - name.end < 5 and noun.sent.start >= name.end
    return beside and any(n.end == i - 1 and n.kind == PERSON and not n.title for n in found)


def _subject(doc: Doc, name: Name) -> bool:
    root = doc[name.start:name.end].root
    return root.dep_.startswith("nsubj") or doc[name.start].is_sent_start is True


def acting(doc: Doc, found: list[Name]) -> list[Name]:
    """Names of unknown kind that do what only people and bodies do are bodies, wherever they stand."""
    doing = {_text(doc, n) for n in found if n.kind == UNKNOWN and _acts(doc, n)}
    return [replace(n, kind=BODY) if n.kind == UNKNOWN and _text(doc, n) in doing else n for n in found]


def _acts(doc: Doc, name: Name) -> bool:
    """Whether a name of unknown kind is the subject of a verb that only people and bodies have, or what such a verb is done to."""
    root = doc[name.start:name.end].root
    text = doc[name.start:name.end].text.lower()
    if text in words("roles", "posts") | words("groups", "nouns") or text.split()[-1] in words("groups", "nouns") | words("roles", "posts"):
        return False
    if root.dep_.startswith("nsubj") and root.head.lemma_ in words("pronouns", "speaking") | words("pronouns", "acting"):
        return True
    return root.dep_ == "obj" and root.head.lemma_ in words("pronouns", "moving")
