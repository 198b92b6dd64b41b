"""Whom the pronouns of an article, and those that are sources, mean."""
from __future__ import annotations

from spacy.tokens import Span, Token

from kg.pipeline.answer import Answer
from kg.pipeline.brought import brought_in
from kg.pipeline.cast import Cast, Mention, key_of
from kg.pipeline.groups import left_edge
from kg.pipeline.lexicon import words
from kg.pipeline.pronouns import NOBODY, Candidate, Setting, agreement, resolve, setting
from kg.pipeline.said import Said
from kg.pipeline.sources import resolve as by_words

SURE = 0.4  # least probability at which a pronoun that is no source is resolved
_REST = {"plural": 0.25, "thing": 0.25, "m": 0.0, "f": 0.0}


def pronoun(span: Span) -> Token | None:
    """The pronoun that a source consists of (adverbs and marks beside it do not count)."""
    content = [token for token in span if not token.is_punct and token.pos_ not in ("ADV", "ADP", "CCONJ", "SCONJ")]
    if not content:
        return None
    token = content[0]
    known = agreement(token) or token.lower_ in words("pronouns", "first") or token.lower_ in ("who", "which", "that")
    if not known or token.lower_ in words("pronouns", "possessive") and len(content) > 1:
        return None
    return token if len(content) == 1 or token.lower_ in ("he", "she", "they", "it", "we", "i", "who", "which", "that") else None


def owned(span: Span) -> bool:
    """Whether the source opens with "his" or "some of their", so that it waits for the pronouns."""
    mine = words("pronouns", "possessive")
    of = any(before.lower_ == "of" and token.lower_ in mine for before, token in zip(span[:4], span[1:5]))
    return of or next((token.lower_ in mine for token in span if not token.is_punct), False)


def _candidates(cast: Cast) -> list[Candidate]:
    people = [Candidate(p.key, "person", p.gender, [(m.start, m.end) for m in p.mentions]) for p in cast.people]
    bodies = [Candidate(b.key, "organisation", "", [(m.start, m.end) for m in b.mentions]) for b in cast.bodies]
    groups: dict[str, Candidate] = {}
    for group in cast.groups:
        key = key_of("group", group.name)
        groups.setdefault(key, Candidate(key, "group")).names.append((group.start, group.end))
    return [*people, *bodies, *groups.values()]


def pronouns(cast: Cast, attributions: list[Said], answers: dict[int, Answer]) -> None:
    """Third-person pronouns all over the article become mentions; the speaker of a quote is never its "he"."""
    doc, at = cast.doc, setting(cast.doc)
    direct = [(said, answers[said.id].key) for said in attributions if said.id in answers and any(at.quote[span.start] >= 0 for span in said.content)]

    sources = {token.i: said for said in attributions for span in said.source if (token := pronoun(span)) is not None}

    def barred(token: Token) -> frozenset[str]:
        if at.quote[token.i] < 0:
            return _told_of(cast, sources[token.i], at) if token.i in sources else frozenset()
        return frozenset(key for said, key in direct if said.holds(token.i))

    found = resolve(doc, at, _candidates(cast), barred=barred)
    for i, (key, chance) in sorted(found.items()):
        if key == NOBODY or chance < (_REST[agreement(doc[i])] if i in sources else SURE):
            continue
        if key.startswith("group:") and key not in cast.actors:
            group = next(g for g in cast.groups if key_of("group", g.name) == key)
            cast.group(group.name, "group", group_body(cast, group))
        cast.mentions.append(Mention(i, i + 1, key, "pronoun"))
    cast.mentions.sort(key=lambda m: (m.start, m.end))


def _told_of(cast: Cast, said: Said, at: Setting) -> frozenset[str]:
    """People whom a speaker names in his own quoted words: he is none of them."""
    return frozenset(m.key for m in cast.mentions if m.form == "name" and m.key.startswith("person:") and at.quote[m.start] >= 0 and said.holds(m.start))


def of_pronoun(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token) -> Answer | None:
    """The speaker that a pronoun means: first person the quote's, relative its antecedent's, else the ranker's."""
    if token.lower_ in words("pronouns", "first"):
        outer = [said for said in attributions if said.id in answers and said.holds(token.i)]
        if not outer:
            quote = next((q for q in cast.doc.spans.get("quotes", ()) if q.start <= token.i < q.end and q.label_ != "scare"), None)
            outer = [said for said in attributions if quote is not None and said.id in answers and any(span.start < quote.end and quote.start < span.end for span in said.content) and not (said.source and said.source[0].start == token.i)]
        if not outer:
            return None
        inner = min(outer, key=lambda said: sum(len(span) for span in said.content))
        answer = answers[inner.id]
        return Answer(answer.key, token.i, token.i + 1, "first person in the speaker's own words", answer.confidence)
    if token.lower_ in ("who", "which", "that"):
        noun = next((m for m in reversed(cast.mentions) if m.end <= token.i and token.i - m.end <= 2 and m.form != "pronoun"
                     and not any(between.pos_ in ("NOUN", "PROPN") for between in cast.doc[m.end:token.i])), None)
        if noun is not None and token.lower_ == "who" and not noun.key.startswith("person:"):
            noun = _whose_body(cast, noun) or noun
        if noun is not None:
            return Answer(noun.key, noun.start, noun.end, "relative pronoun", 0.9)
        picked = cast.doc[token.i - 2] if token.i > 1 and cast.doc[token.i - 1].text in (",", "-", "--", "\u2013", "\u2014", "(") else None
        one = by_words(cast, picked.i, token.i) if picked is not None and picked.lower_ in words("anonymity", "picks") else None
        if one is not None:  # "Directors doubt it. One, who asked not to be named, said"
            return Answer(one.key, one.start, one.end, "relative pronoun", 0.85)
        antecedent = _antecedent(token)
        person = _described(cast, token) if token.lower_ == "who" else None
        if person is not None:
            return Answer(person.key, person.start, person.end, "relative pronoun", 0.85)
        if antecedent is not None:
            found = by_words(cast, left_edge(cast.doc, antecedent.i), antecedent.i + 1)
            if found is not None:
                return Answer(found.key, found.start, found.end, "relative pronoun", 0.8)
        if token.i == 0:
            return None
        end = token.i - 1 if cast.doc[token.i - 1].text == "," else token.i
        group = next((g for g in reversed(cast.groups) if g.end == end), None)
        return Answer(cast.group(group.name, "group"), group.start, group.end, "relative pronoun", 0.9) if group else None
    voice = brought_in(cast, token)
    if voice is not None:
        return Answer(voice.key, token.i, token.i + 1, f"\"{token.text}\" is the one whom the paragraph brings in", 0.8)
    mention = next((m for m in cast.mentions if m.start == token.i and m.form == "pronoun"), None)
    if mention is not None:
        return Answer(mention.key, token.i, token.i + 1, f"\"{token.text}\" by the pronoun ranker", 0.85)
    return _last_speaker(cast, attributions, answers, token)


def _whose_body(cast: Cast, body: Mention) -> Mention | None:
    """The person of whom a phrase with this body tells: "Ann Lee, of the | Levels Board |, who"."""
    doc, k = cast.doc, body.start - 1
    while k > 0 and (doc[k].lower_ == "the" or doc[k].pos_ in ("ADJ", "NOUN")) and body.start - k < 6:
        k -= 1
    if doc[k].lower_ not in ("of", "from", "at", "for"):
        return None
    k -= 1
    while k > 0 and (doc[k].pos_ in ("NOUN", "ADJ") or doc[k].text in (",", "-") or doc[k].lower_ in ("the", "a", "an")) and body.start - k < 10:
        k -= 1
    return next((m for m in cast.mentions if m.end - 1 == k and m.form == "name" and m.key.startswith("person:")), None)


def _described(cast: Cast, token: Token) -> Mention | None:
    """The person before ", of the Marlby section, who": named last in the sentence, with only that phrase between."""
    doc = cast.doc
    first = token.sent.start
    person = next((m for m in reversed(cast.mentions) if first <= m.start and m.end < token.i and m.form == "name" and m.key.startswith("person:") and doc[m.end].text == ","), None)
    if person is None or token.i - person.end > 9 or doc[token.i - 1].text != ",":
        return None
    between = doc[person.end + 1:token.i - 1]
    return person if len(between) and between[0].lower_ in ("of", "from", "at", "a", "an", "the") and not any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in between) else None


def _antecedent(token: Token) -> Token | None:
    """The noun that a relative pronoun's clause hangs on."""
    up = token
    for _ in range(3):
        if up.dep_ == "acl:relcl":
            return up.head if up.head.i < token.i and up.head.pos_ in ("NOUN", "PROPN") else None
        up = up.head
    return None


def unnamed_voice(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token, *, new: bool = True) -> Answer | None:
    """"A Transport Office spokeswoman said no. ... she said": the unnamed voice that spoke just before, where nobody is named since.

    With `new` none who may be somebody named: "the senator".
    """
    kind = agreement(token)
    if kind not in ("m", "f"):
        return None
    before = [said for said in attributions if said.source and said.source[0].end <= token.i and said.id in answers and not said.holds(token.i) and pronoun(said.source[0]) is None]
    last = max(before, key=lambda said: said.source[0].start, default=None)
    if last is None:
        return None
    span, answer = last.source[0], answers[last.id]
    here = next((p for p in cast.doc.spans.get("paragraphs", ()) if p.start <= token.i < p.end), None)
    brought_in = next((t.lower_ for t in span if not t.is_punct), "") in words("pronouns", "introducing")
    if new and not brought_in and any(t.lower_ in words("roles", "epithets") for t in span) or not (answer.how.startswith("spokesman of the body") or answer.key.startswith("anonymous:")) or here is None or span.start < here.start:
        return None
    nouns = {t.lower_ for t in span}
    if nouns & words("pronouns", "women") and kind == "m" or nouns & words("pronouns", "men") and kind == "f":
        return None
    if any(m.form == "name" and m.key.startswith("person:") and span.end <= m.start < token.i for m in cast.mentions):
        return None
    return Answer(answer.key, token.i, token.i + 1, f"\"{token.text}\" is the unnamed voice before", 0.8)


def _last_speaker(cast: Cast, attributions: list[Said], answers: dict[int, Answer], token: Token) -> Answer | None:
    """Where the ranker finds nobody, "he said" goes on with the speaker before it, if they agree and nobody unnamed spoke since."""
    kind = agreement(token)
    voice = unnamed_voice(cast, attributions, answers, token)
    if voice is not None:
        return voice
    earlier = [said for said in attributions if said.end <= token.i or said.start < token.i and said.source and said.source[0].start < token.i]
    for said in sorted(earlier, key=lambda said: -said.start):
        answer = answers.get(said.id)
        if answer is None:
            if said.source and not said.holds(token.i):
                return None
            continue
        person = next((p for p in cast.people if p.key == answer.key), None)
        fits = person is not None and kind in ("m", "f") and person.gender in ("", kind) or kind in ("plural", "thing") and answer.key.startswith("organisation:") or kind == "plural" and answer.key.startswith("group:")
        if fits and not (said.holds(token.i)):
            cast.mentions.append(Mention(token.i, token.i + 1, answer.key, "pronoun"))
            return Answer(answer.key, token.i, token.i + 1, f"\"{token.text}\" goes on with the speaker before", 0.75)
        return None
    return None


def group_body(cast: Cast, group) -> str | None:
    """The body inside a group's name (Labour councillors), or the government for its ministers."""
    inside = next((m for m in cast.mentions if group.start <= m.start and m.end <= group.end and m.key.startswith("organisation:") and m.form == "name"), None)
    if inside is not None:
        return cast.actors[inside.key].organisation
    return cast.ministry(group.name)
