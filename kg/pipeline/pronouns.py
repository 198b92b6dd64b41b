"""Third-person pronouns -> the actor they mean, by a max-ent ranker trained on GUM's gold coreference.

Candidates are the actors named before the pronoun that agree with it; "nobody named here" is a candidate, too, so that
the ranker can abstain. Weights: lang/en/coref.json, written by training/coref.
"""
from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import lang
from kg.errors import ModelError
from kg.pipeline.lexicon import LANGUAGE, words

NOBODY = ""
REACH = 15  # sentences back
_UNDER = ("flat", "appos", "compound", "nmod:desc")


@dataclass(slots=True)
class Candidate:
    """An actor a pronoun may mean. `seen` are the token ranges that mean them so far, pronouns included."""

    key: str
    kind: str  # person, organisation, group
    gender: str = ""
    names: list[tuple[int, int]] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the ranker asks about the text: sentence and paragraph of each token, and quote number or -1."""

    sentence: list[int]
    paragraph: list[int]
    quote: list[int]


def setting(doc: Doc) -> Setting:
    """Numbers each token's sentence, paragraph and quotation."""
    sentence, paragraph, quote = [0] * len(doc), [0] * len(doc), [-1] * len(doc)
    n = -1
    for token in doc:
        n += bool(token.is_sent_start) or token.i == 0
        sentence[token.i] = n
    for k, span in enumerate(doc.spans.get("paragraphs", ())):
        for i in range(span.start, span.end):
            paragraph[i] = k
    for k, span in enumerate(doc.spans.get("quotes", ())):
        if span.label_ != "scare":
            for i in range(span.start, span.end):
                quote[i] = k
    return Setting(sentence, paragraph, quote)


def agreement(token: Token) -> str:
    """m, f, plural or thing for a third-person pronoun, else ""."""
    for kind in ("m", "f", "plural", "thing"):
        if token.lower_ in words("pronouns", kind):
            return kind
    return ""


def _subject(token: Token) -> bool:
    return token.dep_.startswith(("nsubj", "csubj"))


def _head(doc: Doc, start: int, end: int) -> Token:
    """The word by which a mention stands in its sentence: of "Sir Tom Shaw" under a title or post, that one's."""
    if not doc.has_annotation("DEP"):
        return doc[end - 1]
    root = doc[start:end].root
    while root.dep_ in _UNDER and root.head.i != root.i and root.head.i < root.i:
        root = root.head
    return root


def _clause(token: Token) -> Token:
    """The verb whose clause the token stands in."""
    while token.head.i != token.i and not (token.pos_ in ("VERB", "AUX") and token.dep_ in ("ROOT", "conj", "advcl", "ccomp", "acl", "acl:relcl", "parataxis", "xcomp")):
        token = token.head
    return token


def fits(kind: str, candidate: Candidate) -> bool:
    """Whether a pronoun of this agreement may mean the candidate at all."""
    if kind in ("m", "f"):
        return candidate.kind == "person" and candidate.gender in ("", kind)
    if kind == "plural":
        return candidate.kind in ("group", "organisation")
    return candidate.kind == "organisation"


def features(doc: Doc, at: Setting, token: Token, kind: str, candidate: Candidate, rank: int, nearer: list[Candidate]) -> dict[str, float]:
    """Named features of "this pronoun means this candidate"; `rank` counts candidates by recency, nearest 0; `nearer` are those before it."""
    start, end = candidate.seen[-1]
    last = _head(doc, start, end)
    apart = at.sentence[token.i] - at.sentence[start]
    group = "person" if kind in ("m", "f") else kind
    found = {f"distance {min(apart, 4) if apart < 4 else 4 if apart < 8 else 8}": 1.0, f"rank {min(rank, 3)}": 1.0}
    same = apart == 0
    found[f"{'same' if same else 'other'} sentence, last is {'subject' if _subject(last) else 'possessor' if last.dep_.startswith('nmod:poss') else 'other'}"] = 1.0
    found[f"last was {'pronoun' if last.pos_ == 'PRON' else 'name'} {min(apart, 2)}"] = 1.0
    if at.paragraph[token.i] == at.paragraph[start]:
        found["same paragraph"] = 1.0
    if _subject(token) and _subject(last):
        found["both subjects"] = 1.0
    if not _subject(token) and not _subject(last) and last.dep_ == token.dep_:
        found["same function"] = 1.0
    if last.lower_ == token.lower_:
        found["same word"] = 1.0
    if _subject(last) and last.head.lemma_ in words("pronouns", "speaking"):
        found[f"spoke {min(apart, 2)}"] = 1.0
        if _subject(token) and token.head.lemma_ in words("pronouns", "speaking"):
            found["spoke, speaks"] = 1.0
    if same and not token.dep_.startswith("nmod:poss") and token.lower_ not in words("pronouns", "reflexive"):
        mine, theirs = _clause(token), _clause(last)
        if mine.i == theirs.i and not token.dep_.startswith("nsubj"):
            found["binding"] = 1.0
    if same and token.dep_.startswith("nmod:poss") and _subject(last) and _clause(token).i == _clause(last).i:
        found["subject's own"] = 1.0
    if token.lower_ in words("pronouns", "reflexive") and same and _subject(last):
        found["reflexive of subject"] = 1.0
    count = sum(1 for s, _ in candidate.seen if s < token.i)
    found["mentions"] = math.log(1 + count)
    recent = sum(1 for s, _ in candidate.seen if s < token.i and at.sentence[token.i] - at.sentence[s] <= 5)
    found["recent mentions"] = math.log(1 + recent)
    if candidate.gender == kind:
        found["gender known"] = 1.0
    if candidate.kind != "person":
        found[f"{group} means {candidate.kind}"] = 1.0
    if at.quote[token.i] != at.quote[start]:
        found[f"across quotes, {'in' if at.quote[token.i] >= 0 else 'out'}"] = 1.0
    named = candidate.seen[-1] in candidate.names
    if named and _subject(last) and apart <= 2:
        found[f"named as subject {apart}, {'same' if at.paragraph[token.i] == at.paragraph[start] else 'other'} paragraph"] = 1.0
        if last.sent.start == start or doc[start - 1].is_sent_start or last.head.dep_ == "ROOT":
            found[f"main subject {apart}"] = 1.0
    passed = [c.seen[-1] for c in nearer if c.seen[-1] in c.names and _subject(_head(doc, *c.seen[-1]))]
    if passed:
        found[f"passed over, {'named' if named else 'pronoun'}"] = 1.0
        if any(at.paragraph[first] != at.paragraph[start] for first, _ in passed):
            found["passed over by a paragraph"] = 1.0
    if candidate.names and candidate.names[0][0] < token.i and at.paragraph[candidate.names[0][0]] == 0:
        found["in the first paragraph"] = 1.0
    if last.i == doc[start].sent.start or start == doc[start].sent.start:
        found["opens its sentence"] = 1.0
    return {f"{group}: {name}": value for name, value in found.items()}


def nobody(doc: Doc, at: Setting, token: Token, kind: str, candidates: list[Candidate]) -> dict[str, float]:
    """Features of "this pronoun means nobody named here": an unnamed person stands nearer, or no name is near."""
    group = "person" if kind in ("m", "f") else kind
    nearest = max((c.seen[-1][0] for c in candidates), default=-1)
    found = {"nobody": 1.0, f"nobody, {min(len(candidates), 3)} candidates": 1.0}
    apart = at.sentence[token.i] - at.sentence[nearest] if nearest >= 0 else 9
    found[f"nobody, nearest {min(apart, 5)}"] = 1.0
    for other in reversed(doc[max(nearest + 1, token.i - 60):token.i]):
        if kind in ("m", "f") and other.pos_ == "NOUN" and (other.lower_ in words("roles", "posts") or other.lower_ in ("man", "woman", "boy", "girl", "person", "wife", "husband", "son", "daughter")):
            found["nobody, unnamed person nearer"] = 1.0
            if _subject(other):
                found["nobody, unnamed subject nearer"] = 1.0
            break
        if kind not in ("m", "f") and other.pos_ == "NOUN" and _subject(other) and (other.tag_ == "NNS") == (kind == "plural"):
            found["nobody, other subject nearer"] = 1.0
            break
    if at.quote[token.i] >= 0:
        found["nobody, in quote"] = 1.0
    if kind == "thing" and token.dep_ == "expl":
        found["nobody, expletive"] = 1.0
    return {f"{group}: {name}": value for name, value in found.items()}


def choices(doc: Doc, at: Setting, token: Token, candidates: Iterable[Candidate], barred: frozenset[str] = frozenset()) -> list[tuple[str, dict[str, float]]]:
    """Candidate keys with their features, nearest first; the last one is NOBODY."""
    kind = agreement(token)
    able = [c for c in candidates if c.key not in barred and fits(kind, c) and c.seen and c.seen[-1][0] < token.i
            and at.sentence[token.i] - at.sentence[c.seen[-1][0]] <= REACH]
    able.sort(key=lambda c: (-c.seen[-1][0], c.key))
    rows = [(c.key, features(doc, at, token, kind, c, rank, able[:rank])) for rank, c in enumerate(able[:8])]
    return [*rows, (NOBODY, nobody(doc, at, token, kind, able))]


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The trained weights by feature name.

    Raises ModelError when the package lacks them.
    """
    path = lang.folder(LANGUAGE) / "coref.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: {error}; install stance-kg again, or write it with 'python -m training.coref'") from error


def probabilities(rows: list[tuple[str, dict[str, float]]], weight: dict[str, float]) -> list[float]:
    """Softmax over the choices."""
    scores = [sum(weight.get(name, 0.0) * value for name, value in row.items()) for _, row in rows]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def resolve(doc: Doc, at: Setting, candidates: list[Candidate], *, threshold: float = 0.0, barred: Callable[[Token], frozenset[str]] = lambda token: frozenset(),
            fixed: dict[int, str] | None = None) -> dict[int, tuple[str, float]]:
    """Token index of each third-person pronoun -> (candidate key or NOBODY, probability), in order of the text.

    `fixed` gives pronouns whose answer is known; each decision is a mention for those after it.
    """
    weight = weights()
    every = {c.key: c for c in candidates}
    waiting = sorted(((start, end, c) for c in candidates for start, end in c.names), key=lambda x: (x[0], x[1], x[2].key))
    for c in candidates:
        c.seen = []
    found: dict[int, tuple[str, float]] = {}
    n = 0
    for token in doc:
        kind = agreement(token)
        if not kind:
            continue
        while n < len(waiting) and waiting[n][0] < token.i:
            waiting[n][2].seen.append(waiting[n][:2])
            n += 1
        if fixed and token.i in fixed:
            key, chance = fixed[token.i], 1.0
        else:
            rows = choices(doc, at, token, candidates, barred(token))
            chances = probabilities(rows, weight)
            best = max(range(len(rows)), key=lambda i: chances[i])
            key, chance = rows[best][0], chances[best]
            if chance < threshold:
                key = NOBODY
        found[token.i] = (key, chance)
        if key in every:
            every[key].seen.append((token.i, token.i + 1))
    return found
