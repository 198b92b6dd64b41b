"""Training pairs (proposal, words, side) from Perspectrum, NewsMTSC and our own labels.

Sides: 0 supports, 1 opposes, 2 none, 3 conditional. Perspectrum's claims ("X should be banned") are written as proposals ("banning X") by the
grammar of kg.pipeline.labels where it can; a claim that asks not to do something turns the side round.
"""
from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article
from kg.pipeline.parse import parse
from training.records import records

SIDES = ("supports", "opposes", "none", "conditional")
SUPPORTS, OPPOSES, NONE, CONDITIONAL = range(4)


@dataclass(frozen=True, slots=True)
class Pair:
    """`group` keeps together what must not be split between training and testing."""

    proposal: str
    words: str
    side: int
    group: str
    weight: float = 1.0


def _read(path: Path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def proposal_of(doc) -> tuple[str, int] | None:
    """A claim's proposal and sign, from its parse; None where the claim asks for nothing."""
    from kg.pipeline.mentions import mention
    from kg.pipeline.syntax import modals

    for token in doc:
        if modals(token) & {"should", "must", "shall", "ought"} or token.dep_ == "ROOT" and token.tag_ in ("VB", "VBG"):
            found = mention(token)
            if found is not None and found.label and len(found.label.split()) >= 2:
                return found.label, found.sign
    return None


def perspectrum(folder: Path, part: str, nlp=None, seed: int = 7) -> list[Pair]:
    """Claims with perspectives for and against, and as many claims with another claim's perspective (none)."""
    split = _read(folder / "dataset_split_v1.0.json.gz")
    pool = {p["pId"]: p["text"] for p in _read(folder / "perspective_pool_v1.0.json.gz")}
    claims = [c for c in _read(folder / "perspectrum_with_answers_v1.0.json.gz") if split.get(str(c["cId"])) == part]
    rng = random.Random(seed)
    pairs: list[Pair] = []
    docs = list(parse(nlp, [Article(str(c["cId"]), c["text"]) for c in claims])) if nlp is not None else [None] * len(claims)
    for claim, doc in zip(claims, docs):
        wordings = [(claim["text"], 1)]
        written = proposal_of(doc) if doc is not None else None
        if written is not None:
            wordings = [written] * 2 + wordings  # most often as a proposal
        for cluster in claim["perspectives"]:
            side = {"SUPPORT": 0, "UNDERMINE": 1}.get(cluster["stance_label_3"])
            if side is None:
                continue
            for pid in cluster["pids"]:
                text, sign = rng.choice(wordings)
                pairs.append(Pair(text, pool[pid], side if sign > 0 else 1 - side, f"p{claim['cId']}"))
    perspectives = [(p.words, p.group) for p in pairs]
    for _ in range(len(pairs) // 5):
        words, group = rng.choice(perspectives)
        claim, doc = rng.choice(list(zip(claims, docs)))
        if f"p{claim['cId']}" != group:
            written = proposal_of(doc) if doc is not None else None
            pairs.append(Pair(written[0] if written else claim["text"], words, 2, group))
    return pairs


def newsmtsc(path: Path, limit: int | None = None, seed: int = 7) -> Iterator[Pair]:
    """A sentence and a target with the sentiment toward it: near to stance, so worth less."""
    found = list(records(path))
    random.Random(seed).shuffle(found)
    for record in found[:limit]:
        for target in record["targets"]:
            side = {2.0: 1, 4.0: 2, 6.0: 0}.get(float(target["polarity"]))
            if side is not None:
                yield Pair(target["mention"], record["sentence_normalized"], side, record["primary_gid"], 0.5)


def labelled(folder: Path, polnear: Path, seed: int = 7) -> list[Pair]:
    """Our own labels: invented sentences, and PolNeAR attributions by offsets into its train part; the words with speaker and cue.

    An utterance labelled none without a proposal is paired with another label's proposal. A tenth of the others gets a
    proposal of another label too, as none.
    """
    rng = random.Random(seed)
    texts = {record["id"]: record for record in records(polnear / "train.jsonl.gz")}
    rows = []
    for name in ("sentences", "polnear"):
        for number, record in enumerate(records(folder / f"{name}.jsonl")):
            text = record.get("text") or texts[record["article"]]["text"]
            span = record["proposal"]
            proposal = " ".join(text[span[0]:span[1]].split()) if span else None
            words = text if name == "sentences" else _attributed(texts[record["article"]], record)
            rows.append((proposal, words, record["stance"], f"{name}-{record.get('article', number)}"))
    proposals = sorted({p for p, *_ in rows if p})
    pairs = []
    for proposal, words, stance, group in rows:
        side = {"supports": SUPPORTS, "opposes": OPPOSES, "conditional": CONDITIONAL}.get(stance, NONE)
        pairs.append(Pair(proposal or rng.choice(proposals), words, side, group))
        if side != NONE and rng.random() < 0.1:
            pairs.append(Pair(rng.choice(proposals), words, NONE, group))
    return pairs


def _attributed(record: dict, label: dict) -> str:
    """An attribution's words with its source and cue, in the order of the text."""
    said = next(a for a in record["annotations"] if a["annotator"] == label["annotator"])["attributions"][label["attribution"]]
    spans = sorted(tuple(span) for role in ("source", "cue", "content") for span in said[role])
    return " ".join(" ".join(record["text"][a:b].split()) for a, b in spans)


def held_out(pair: Pair, share: int = 5) -> bool:
    """Whether a pair belongs to the fifth of the groups that only calibration and testing see."""
    return zlib.crc32(pair.group.encode()) % share == 0
