"""An invented corpus of any size for the graph's benchmark."""
from __future__ import annotations

import math
import random

from kg.model import Article, Proposal, Statement, statement_from_dict


def corpus(count: int, seed: int = 7) -> tuple[list[Statement], list[Article], list[Proposal]]:
    """Invented statements: nine an article, people and bodies in the proportions of news, proposals in a tree of three levels."""
    draw = random.Random(seed)
    proposals = [Proposal("structural-integration", "proposal 0")]
    proposals += [Proposal(f"p{i}", f"proposal {i}", (f"plan {i}",), broader=f"p{i // 5}" if i >= 5 else "structural-integration") for i in range(1, 130)]
    proposals.append(Proposal("care-trusts", "proposal trusts", broader="structural-integration"))
    people, bodies = max(5, count // 5), max(3, count // 40)
    articles, statements = [], []
    for number in range(math.ceil(count / 9)):
        day = f"{1997 + draw.randrange(25)}-{1 + draw.randrange(12):02}-{1 + draw.randrange(28):02}"
        text = " ".join(draw.choice(("the", "council", "minister", "said", "would", "oppose", "plan", "trust", "money", "care")) for _ in range(400))
        articles.append(Article(f"a{number}", text, f"Headline {number}", f"Outlet {draw.randrange(40)}", None, day))
        for place in range(min(9, count - 9 * number)):
            statements.append(_statement(draw, articles[-1], place, people, bodies, proposals))
    return statements, articles, proposals


def _statement(draw: random.Random, article: Article, place: int, people: int, bodies: int, proposals: list[Proposal]) -> Statement:
    who, what, start = draw.randrange(people), draw.choice(proposals), 40 * place
    stance = draw.choices(("supports", "opposes", "conditional", "neutral"), (45, 40, 10, 5))[0]
    kind = draw.choices(("person", "organisation", "group"), (60, 30, 10))[0]
    record = {
        "id": f"{article.id}s{place}", "article": article.id, "start": start, "end": start + 120, "quote": article.text[start:start + 120],
        "speaker": f"{kind} {who}", "speaker_id": f"x{who}", "speaker_kind": kind, "stance": stance, "proposal": what.id, "proposal_label": what.label,
        "proposal_text": "the plan", "mode": draw.choice(("direct", "indirect", "narrated")), "cue": "said", "rule": "frame", "said_on": article.date,
        "confidence": draw.randrange(40, 100) / 100}
    if kind == "person":
        record |= {"organisation": f"organisation {who % bodies}", "organisation_id": f"x{who % bodies}", "role": f"post {who % 7}"}
    if stance == "conditional":
        record |= {"lean": draw.choice(("supports", "opposes")), "condition": "if the money follows"}
    return statement_from_dict(record)
