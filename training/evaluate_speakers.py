"""Speakers within an article: `python -m training.evaluate_speakers`.

- GUM (gold coreference, dev and test documents that no model was trained on): the shipped pipeline reads the plain text;
  a third-person singular pronoun whose gold chain holds a person's name is right when it is given an actor whose names
  belong to that chain; a person's name likewise. Beside it the nearest person that agrees in gender.
- PolNeAR dev, gold sources (silver answers, from its own entity tags): how many sources get a speaker, by what the source
  is made of; whether a source that holds one person's name gets that person; whether "NAME, ... of|for|at BODY" gives the body.
- Our own gold articles: the stakeholders of the edges by kind of miss.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Span

from kg.model import Article
from kg.pipeline.attribution import attribute
from kg.pipeline.lexicon import titles, words
from kg.pipeline.parse import load, parse, source_span
from kg.pipeline.pronouns import agreement
from kg.pipeline.quotes import quote
from kg.pipeline.speakers import speak
from training.coref.docs import gum, polnear
from training.coref.examples import chains
from training.records import records

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
GENRES = ("news", "interview", "speech")


def plain(gold: Doc) -> tuple[str, list[int]]:
    """A gold Doc's text, a blank line between paragraphs, and where each of its tokens starts in it."""
    parts, starts, at = [], [], 0
    for span in gold.spans["paragraphs"]:
        if parts:
            parts.append("\n\n")
            at += 2
        for token in span:
            starts.append(at)
            piece = token.text + (token.whitespace_ if token.i + 1 < span.end else "")
            parts.append(piece)
            at += len(piece)
    return "".join(parts), starts


def aligned(doc: Doc, gold: Doc, starts: list[int]) -> Iterator[tuple[int, int, str, str]]:
    """Our actors' mentions on the gold tokens: start, end, actor key, form."""
    index = {at: i for i, at in enumerate(starts)}
    for span in doc.spans["actors"]:
        chars = source_span(doc, span.start, span.end)
        i = index.get(chars.start)
        if i is not None:
            j = i
            while j < len(gold) and starts[j] < chars.end:
                j += 1
            yield i, j, span.kb_id_, span.label_


def chain_of(gold: Doc, mentions: list, start: int, end: int) -> str | None:
    """The smallest gold mention with the same head."""
    root = gold[start:end].root.i
    around = [(e - s, key) for s, e, key, _ in mentions if s <= root < e and gold[s:e].root.i == root]
    return min(around)[1] if around else None


def one(gold: Doc, mentions: list, ours: list[tuple[int, int, str, str]]) -> Counter:
    """Counts for one document."""
    counts: Counter = Counter()
    votes: dict[str, Counter] = {}
    for start, end, key, form in ours:
        chain = chain_of(gold, mentions, start, end) if form == "name" else None
        if chain:
            votes.setdefault(key, Counter())[chain] += 1
    means = {key: min(found, key=lambda c: (-found[c], c)) for key, found in votes.items()}
    people = {key for key in means if key.startswith("person:")}
    pronouns, named = chains(gold, mentions)
    meant = {start: key for start, _, key, form in ours if form == "pronoun"}
    names = sorted((start, key) for start, _, key, form in ours if form == "name" and key in people)
    gender = {key: {agreement(gold[i]) for i, k in meant.items() if k == key} for key in people}
    for i, chain in pronouns.items():
        kind = agreement(gold[i])
        if kind not in ("m", "f"):
            continue
        if not named[chain]:
            counts["unnamed"] += 1
            counts["unnamed, abstained"] += i not in meant
            continue
        counts["pronouns"] += 1
        right = means.get(meant.get(i)) == chain
        counts["right"] += right
        before = [key for start, key in names if start < i and gender[key] <= {kind, ""}]
        counts["nearest right"] += bool(before) and means[before[-1]] == chain
        if not right:
            known = any(means[key] == chain for key in people)
            counts["error: the name was not found" if not known else "error: abstained" if i not in meant else "error: another person"] += 1
    for start, end, chain, kind in mentions:
        if kind == "person" and _personal(gold, start, end):
            counts["names"] += 1
            root = gold[start:end].root.i
            key = next((k for s, e, k, form in ours if form == "name" and s <= root < e), None)
            counts["names right"] += key is not None and means.get(key) == chain
            counts["names: not found"] += key is None
    return counts


def _personal(gold: Doc, start: int, end: int) -> bool:
    """Whether a mention is a person's name: short, singular, no determiner, its head no bare title or post."""
    root = gold[start:end].root
    bare = titles() | words("roles", "posts")
    return root.tag_ == "NNP" and end - start <= 4 and gold[start].pos_ in ("PROPN",) and not all(t.lower_ in bare for t in gold[start:end] if t.pos_ == "PROPN") and root.lower_ not in bare


def coreference(genres: tuple[str, ...] | None = GENRES) -> dict[str, float]:
    """Figures on GUM dev and test; None for all genres."""
    counts: Counter = Counter()
    nlp = load()
    for part in ("dev", "test"):
        for name, gold, mentions in gum(DATA / "gum" / f"{part}.conllu.gz"):
            if genres and name.split("_")[1] not in genres:
                continue
            text, starts = plain(gold)
            doc = next(iter(parse(nlp, [Article(name, text)])))
            counts += one(gold, mentions, list(aligned(speak(attribute(doc)), gold, starts)))
    share = {"pronoun accuracy": 100 * counts["right"] / counts["pronouns"], "nearest agreeing person": 100 * counts["nearest right"] / counts["pronouns"],
             "name accuracy": 100 * counts["names right"] / counts["names"]}
    return {key: round(value, 1) for key, value in share.items()} | dict(sorted(counts.items()))


def _spans(record: dict, doc: Doc) -> list[Span]:
    """The first annotator's attributions on our tokens."""
    index = {}
    for token in doc:
        chars = source_span(doc, token.i, token.i + 1)
        index.update(dict.fromkeys(range(chars.start, chars.end), token.i))
    found = []
    for number, one_ in enumerate(record["annotations"][0]["attributions"], 1):
        for role in ("source", "cue", "content"):
            for start, end in one_.get(role) or []:
                inside = [index[i] for i in range(start, end) if i in index]
                if inside:
                    found.append(Span(doc, inside[0], inside[-1] + 1, label=role, span_id=number))
    return found


def silver(path: Path = DATA / "polnear" / "dev.jsonl.gz", limit: int | None = None) -> dict[str, float]:
    """PolNeAR's gold sources with its automatic entities as silver answers."""
    nlp, counts = load(), Counter()
    for n, (record, _) in enumerate(polnear(path)):
        if limit is not None and n >= limit:
            break
        doc = next(iter(parse(nlp, [Article(record["id"], record["text"])])))
        doc.spans["attributions"] = _spans(record, doc)
        if "quotes" not in doc.spans:
            attribute_quotes(doc)
        speak(doc)
        speakers = {span.id: doc.user_data["actors"][span.kb_id_] for span in doc.spans["speakers"] if span.label_ == "speaker"}
        entities = [(t[0], t[1], t[3], record["text"][t[0]:t[1]]) for s in record["sentences"] for t in s]
        for number, one_ in enumerate(record["annotations"][0]["attributions"], 1):
            if not one_.get("source"):
                continue
            start, end = one_["source"][0][0], one_["source"][-1][1]
            inside = [e for e in entities if start <= e[0] and e[1] <= end]
            words = record["text"][start:end]
            kind = "pronoun" if len(inside) == 1 and agreement_of(inside[0][3]) else "name" if any(e[2] == "PERSON" for e in inside) else "body" if any(e[2] == "ORGANIZATION" for e in inside) else "nominal"
            counts[f"{kind} sources"] += 1
            counts[f"{kind} sources with a speaker"] += number in speakers
            people = _runs(inside, "PERSON")
            if kind == "name" and len(people) == 1 and "'s" not in words and "\u2019s" not in words and not words.lower().startswith(("a ", "an ", "some ")):
                counts["one name"] += 1
                counts["one name, that person"] += number in speakers and speakers[number].name.split()[-1].lower() == people[0][-1][3].lower()
                after = [run for run in _runs(inside, "ORGANIZATION") if run[0][0] > people[0][-1][1]]
                if "," in words and after:
                    lead = record["text"][people[0][-1][1]:after[0][0][0]]
                    if lead.strip().startswith(",") and any(f" {p} " in lead + " " for p in ("of", "for", "at")) and " former" not in lead:
                        counts["NAME, ... of BODY"] += 1
                        got = (speakers[number].organisation or "").lower() if number in speakers else ""
                        counts["NAME, ... of BODY, that body"] += after[0][-1][3].lower() in got or after[0][0][3].lower() in got
    rates = {f"{kind} sources resolved": 100 * counts[f"{kind} sources with a speaker"] / max(1, counts[f"{kind} sources"]) for kind in ("pronoun", "name", "body", "nominal")}
    rates["one name, that person %"] = 100 * counts["one name, that person"] / max(1, counts["one name"])
    rates["NAME, ... of BODY, that body %"] = 100 * counts["NAME, ... of BODY, that body"] / max(1, counts["NAME, ... of BODY"])
    return {key: round(value, 1) for key, value in rates.items()} | dict(sorted(counts.items()))


def agreement_of(word: str) -> bool:
    """Whether a word is a third-person pronoun."""
    return any(word.lower() in words("pronouns", kind) for kind in ("m", "f", "plural", "thing"))


def attribute_quotes(doc: Doc) -> Doc:
    """The quotations alone, for gold attributions."""
    return quote(doc)


def _runs(tokens: list[tuple], label: str) -> list[list[tuple]]:
    """Neighbouring tokens of one entity type."""
    found: list[list[tuple]] = []
    for token in tokens:
        if token[2] != label:
            continue
        if found and token[0] - found[-1][-1][1] <= 1:
            found[-1].append(token)
        else:
            found.append([token])
    return found


def stakeholders(articles: list[Article], edges: list[dict]) -> Counter:
    """How the stakeholders of gold edges come out among our actors: found, kind, organisation, role."""
    score = scorer()
    docs = {doc.user_data["article"].id: speak(attribute(doc)) for doc in parse(load(), articles)}
    counts: Counter = Counter()
    for edge in {(e["article"], e["speaker"]): e for e in edges if e["article"] in docs}.values():
        kind = edge["kind"]
        counts[f"{kind}s"] += 1
        actors = [a for a in docs[edge["article"]].user_data["actors"].values() if score.any_name(a.name, edge["speaker"], *edge.get("speaker_accept", []))]
        if not actors:
            counts[f"{kind}: not found"] += 1
            continue
        fitting = [a for a in actors if a.kind == kind]
        if not fitting:
            counts[f"{kind}: another kind"] += 1
            continue
        if kind == "person" and edge.get("organisation"):
            counts["people with an organisation"] += 1
            accepted = [edge["organisation"], *edge.get("organisation_accept", [])]
            if not any(a.organisation and score.any_name(a.organisation, *accepted) for a in fitting):
                counts["organisation: missing" if not any(a.organisation for a in fitting) else "organisation: another"] += 1
        elif kind == "person":
            counts["organisation: invented"] += any(a.organisation for a in fitting)
        if kind == "person" and edge.get("role"):
            counts["people with a role"] += 1
            counts["role: differs"] += not any((a.role or "").lower() == edge["role"].lower() for a in fitting)
    return counts


def scorer():
    """The module score.py from beside this checkout, for its rules of equal names."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared" / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_articles(name: str) -> tuple[list[Article], list[dict]]:
    """The invented articles of tests/gold and their edges."""
    folder = ROOT / "tests" / "gold"
    fields = ("id", "text", "title", "publisher", "date")
    return [Article(**{k: v for k, v in r.items() if k in fields}) for r in records(folder / f"{name}.jsonl")], list(records(folder / f"{name}.gold.jsonl"))


def figures() -> dict[str, dict]:
    """All tables, for `make evaluate`."""
    return {"GUM news, interview, speech": coreference(), "GUM, all genres": coreference(None), "PolNeAR dev, silver": silver(), "invented articles": dict(sorted(stakeholders(*gold_articles("news-a")).items()))}


def main() -> None:
    for name, table in figures().items():
        print(name)
        for key, value in table.items():
            print(f"  {key:36} {value}")


if __name__ == "__main__":
    main()
