"""Runs of capitalised words that may be names, with the small words that hold them together."""
from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.pipeline.lexicon import given_names, pairs, titles, words
from kg.pipeline.name import BODIES, PEOPLE, PLACES


def starts_sentence(token: Token) -> bool:
    """Whether its capital letter may be due to its place: after a full stop, an opening quote mark, a colon or a bullet."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return before.text in "\"'([:;-–—•.?!" and (before.is_sent_start or before.i == 0 or before.text in ":\"'" or before.text in ".?!")


def capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() and any(c.isalpha() for c in text) or text[:2] in ("de", "al", "d'") and text[2:3].isupper()


def acronym(token: Token) -> bool:
    """LGA, PCTs, NHS: two to five capitals, perhaps with a plural s."""
    text = token.text.replace(".", "").replace("&", "")
    core = text[:-1] if len(text) > 3 and text.endswith("s") else text
    return core.isupper() and core.isalpha() and (2 <= len(core) <= 5 or core.lower() in words("organisations", "known"))


def _namelike(token: Token, following: Token | None, small: set[str], inner: set[str]) -> bool:
    """Whether a capitalised token belongs to a name rather than to the start of a sentence.

    `small` are the words that the article also writes with a small letter, `inner` those that it also capitalises inside
    a sentence.
    """
    if not capital(token) or token.text in ("I", "I'm") or token.text[:2] in ("R-", "D-", "I-") or token.text in ("R", "D", "I") and following is not None and following.text == "-" or token.lower_ in words("titles", "calendar") and not _named_after_month(token, following):
        return False
    if not starts_sentence(token) or acronym(token) or following is not None and following.text == "&":
        return True
    if following is not None and following.text == "'" and _owners(token):
        return True  # "Victims' Voice"
    if following is not None and following.lower_ == "of" and token.lower_ in words("organisations", "openers") and _of_a_name(following):
        return True  # "Friends of the River Dart"
    if following is not None and following.text.islower() and token.lower_ in words("groups", "nouns") | words("groups", "collective") | words("roles", "posts"):
        return False
    if token.lower_ in pairs("parties", "parties") and following is not None and following.pos_ in ("NOUN", "PROPN"):
        return True
    if _opens_noun(token, following) and token.text not in inner:
        return False
    if token.lower_ in titles() or token.lower_ in given_names() and token.pos_ in ("", "PROPN", "NOUN", "X"):
        return True
    next_capital = following is not None and capital(following) and not following.is_sent_start
    if token.ent_type_ in PEOPLE | BODIES | PLACES and (next_capital or token.pos_ in ("PROPN", "X", "") and token.lower_ not in small):
        return True
    if token.lower_ in small and not next_capital:
        return False
    if token.text in inner and token.pos_ in ("NOUN", "ADJ", "PROPN", "X") and not token.is_stop:
        return True
    if token.lower_ in words("organisations", "known") and token.tag_ == "NN" and token.dep_ == "nsubj" and token.head.tag_ in ("VBZ", "VBD", "VBN") and any(c.dep_ in ("obj", "ccomp", "xcomp") for c in token.head.children):
        return True  # "Mind supports it"
    if token.is_stop or token.pos_ in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "INTJ", "NUM"):
        return False
    return token.pos_ in ("", "PROPN", "X") or next_capital


def _owners(token: Token) -> bool:
    """Whether a plural owns a body that is named after it."""
    body = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
    return body is not None and token.text.endswith("s") and not token.whitespace_ and body.text.istitle() and body.lower_ in words("organisations", "heads") and not body.is_sent_start


def _of_a_name(link: Token) -> bool:
    """Whether a capital follows "of" or "of the"."""
    after = [t for t in link.doc[link.i + 1:link.i + 3] if t.lower_ not in ("the", "an")]
    return bool(after) and capital(after[0]) and not after[0].is_sent_start and after[0].ent_type_ != "PERSON"


def _named_after_month(token: Token, following: Token | None) -> bool:
    """June Abbott, April Jones: a month's name with a surname."""
    return token.lower_ in given_names() and following is not None and following.text.istitle() and following.pos_ == "PROPN" and following.lower_ not in words("titles", "calendar") | words("titles", "month_nouns")


def _opens_noun(token: Token, following: Token | None) -> bool:
    """Whether a capital at the start of a sentence is due to a common noun's first part: "Trawler owners", "Gamekeepers' leader"."""
    if following is None or acronym(token) or token.lower_ in given_names() or token.ent_type_ in PLACES:
        return False
    if following.lower_ in ("'s", "'"):
        return following.text == "'" and token.lower_.endswith(tuple(words("groups", "endings")))
    if token.lower_ in words("organisations", "known") or token.lower_ in pairs("parties", "parties") or following.lower_ in words("organisations", "generic"):
        return False
    return token.dep_ == "compound" and following.text.islower() and following.pos_ in ("NOUN", "PROPN") and token.head.i <= following.i + 3 and token.ent_type_ not in BODIES


def _joins(doc: Doc, start: int, i: int) -> int:
    """How many tokens from i on link the run [start, i) to a further capitalised word: 0 for none."""
    size = len(doc)
    lower = [doc[k].lower_ for k in range(start, i)]
    opened = any(word in words("organisations", "openers") or word in words("organisations", "heads") for word in lower)
    word = doc[i].lower_

    def cap(k: int) -> bool:
        return k < size and capital(doc[k]) and not doc[k].is_sent_start and doc[k].lower_ not in words("titles", "calendar")

    if word == "on" and lower[-1] not in words("organisations", "openers"):
        return 0
    if word in ("of", "for", "on") and opened:
        skip = 2 if i + 1 < size and doc[i + 1].lower_ in ("the", "an") else 1
        return skip if cap(i + skip) and lower[-1] not in ("minister", "secretary") else 0
    if word in ("in", "against", "into", "without", "under") and i - start == 1 and cap(i + 1) and not starts_sentence(doc[start]):
        return int(lower[0] in words("groups", "nouns") or lower[0] in words("organisations", "openers"))  # Families in Crisis, Action against Harm
    if word == "&" and cap(i + 1):
        return 1
    if word == "/" and acronym(doc[i - 1]):
        return 0
    if word in ("-", "–", "/") and not doc[i - 1].whitespace_ and not doc[i].whitespace_ and cap(i + 1):
        return 1
    if word in words("titles", "particles", "words"):
        after = i
        while after < size and doc[after].lower_ in words("titles", "particles", "words"):
            after += 1
        return after - i if cap(after) else 0
    if word in ("and", ",") and opened and ("of" in lower or "for" in lower) and cap(i + 1) and not acronym(doc[i + 1]):
        run = i + 1
        while run < size and capital(doc[run]):
            run += 1
        following = doc[run].lower_ if run < size else ""
        held = {doc[k].lower_ for k in range(i + 1, run)}
        plain = not held & (words("organisations", "heads") - {"service", "services", "research", "press"}) and not held & titles() and doc[i + 1].lower_ not in given_names()
        if word == "and":
            return 1 if plain and following not in ("of", "for") else 0
        return 1 if plain and following in ("and", ",") and {"department", "ministry", "committee", "office", "society"} & set(lower) else 0
    if word == "and" and not opened and cap(i + 1) and i - start <= 2 and lower[0] not in given_names() and lower[0] not in titles() and not acronym(doc[i - 1]):
        run = i + 1
        while run < size and capital(doc[run]):
            run += 1
        closes = doc[run - 1].lower_ in words("organisations", "heads") and run - i > 2 or _owned_body(doc, start, run)
        return 1 if closes and not acronym(doc[i + 1]) else 0
    if word == "'" and not doc[i - 1].whitespace_ and doc[i - 1].text.endswith("s") and cap(i + 1):
        run = i + 1
        while run < size and capital(doc[run]) and not doc[run].is_sent_start:
            run += 1
        return 1 if any(doc[k].lower_ in words("organisations", "heads") for k in range(i + 1, run)) or i - start == 1 and start and doc[start - 1].lower_ == "the" else 0
    if word == "'s" and i - start <= 3 and lower[-1].endswith(("men", "children", "people")) and cap(i + 1):
        return 1 if doc[i + 1].lower_ in words("organisations", "heads") else 0  # Dorset Sportsmen's League
    if word == "'s" and i - start == 1 and not acronym(doc[start]) and cap(i + 1):
        single = i + 2 >= size or not capital(doc[i + 2])
        return 1 if single and doc[i + 1].lower_ in words("organisations", "heads") and doc[start].ent_type_ not in PLACES else 0
    return 0


def _owned_body(doc: Doc, start: int, run: int) -> bool:
    """Whether what two trades joined by "and" share closes as a body: "the Tin and Clay Owners' | Committee", "the Fire and Bar Staff | union"."""
    if run >= len(doc) or start == 0 or doc[start - 1].lower_ != "the" or doc[start].lower_ in pairs("parties", "parties"):
        return False
    if doc[run].text == "'" and not doc[run - 1].whitespace_:
        return run + 1 < len(doc) and doc[run + 1].lower_ in words("organisations", "heads")
    return doc[run].lower_ in words("organisations", "hypernyms") and doc[run - 1].ent_type_ not in PEOPLE


def _spelt(doc: Doc, start: int) -> int:
    """Where a name ends whose initials an acronym in brackets spells: "Marlow Against the Runway | (MAR)"; 0 where none does."""
    for end in range(start + 2, min(start + 9, len(doc) - 2)):
        if doc[end].is_sent_start or not (doc[end].is_alpha or doc[end].text in ("(", "-", "'", "'s")):
            return 0
        if doc[end].text == "(" and acronym(doc[end + 1]) and doc[end + 2].text == ")":
            name = [t for t in doc[start:end] if t.is_alpha]
            if not capital(doc[end - 1]):
                return 0
            short = doc[end + 1].text.lower()
            return end if short in ("".join(t.lower_[0] for t in name if capital(t)), "".join(t.lower_[0] for t in name)) else 0
    return 0


def runs(doc: Doc) -> list[tuple[int, int]]:
    """Runs of capitalised words, with the small words that hold them together."""
    found, i, size = [], 0, len(doc)
    small = {token.text for token in doc if token.text.islower()}
    inner = {token.text for token in doc if capital(token) and not starts_sentence(token)}
    while i < size:
        following = doc[i + 1] if i + 1 < size else None
        if not _namelike(doc[i], following, small, inner):
            i += 1
            continue
        start = i
        i = _spelt(doc, start) or i + 1
        while i < size and not doc[i].is_sent_start:
            dated = doc[i].lower_ in words("titles", "calendar") and doc[i - 1].lower_ not in given_names() and doc[i - 1].lower_ not in titles()
            if capital(doc[i]) and not dated and doc[i].text[:2] not in ("R-", "D-", "I-"):
                i += 1
                continue
            link = _joins(doc, start, i)
            if not link:
                break
            i += link + 1
        if i - start == 1 or not all(token.text.isupper() and len(token) > 3 for token in doc[start:i]):  # CARE HOMES: a heading
            found.append((start, i))
    return found
