"""Invented corpora for the pages: any size, always the same for the same seed, and one that is hostile."""
from __future__ import annotations

import random

from rdflib import Dataset

from kg import graph
from kg.model import Article, Mode, Proposal, SpeakerKind, Stance, Statement, Status, statement_id

TOWNS = (
    "Ashbourne Barrowby Calderfield Dunmere Eastwick Farnley Greystoke Hollin Ironbridge Kelmarsh Langdale Marlow Netherby Oakham "
    "Penrose Queensbury Ravensworth Saltburn Thornby Ullesthorpe Wexcombe Yarm"
).split()
BODIES = ("{} Council", "{} Primary Care Trust", "{} Hospitals Foundation Trust", "{} Carers Network", "Association of {} Social Workers", "{} Partnership Board")
FIRST = "Amina Brian Carys Dilip Elena Fergus Grace Hamid Iris Joel Kavita Liam Mona Nigel Olwen Priya Quentin Rosa Stefan Tamsin".split()
LAST = "Abbott Bello Carver Dunne Eriksen Foster Gill Hughes Iqbal Jarvis Kane Lowe Mistry Norris Okoro Pryce Quayle Rowe Sharma Tate".split()
ROLES = ("chief executive", "director of adult services", "chair", "spokesman", "head of policy", "cabinet member for health")
PROPOSALS = (
    ("structural-integration", "structural integration of health and social care", None),
    ("care-trusts", "setting up care trusts", "structural-integration"),
    ("care-trusts-duty", "imposing care trusts by statutory duty", "care-trusts"),
    ("merge-budgets", "merging health and care budgets", "structural-integration"),
    ("nhs-runs-social-services", "giving the NHS the power to run social services", "structural-integration"),
    ("joint-commissioning", "joint commissioning by councils and the NHS", None),
    ("delayed-discharge-fines", "fining councils for delayed discharges", None),
    ("single-assessment", "a single assessment process for older people", None),
    ("close-day-centres", "closing day centres", None),
    ("free-personal-care", "making personal care free", None),
    ("direct-payments", "extending direct payments to all adults who receive care at home", None),
    ("joint-inspection", "one inspectorate for health and social care", None),
)
OUTLETS = ("The Daily Ledger", "Care Weekly", "Northern Echoes", "Health Policy Review", None)
WORDS = {
    Stance.SUPPORTS: ("welcomed {}, and wants it done soon", "backed", "said that {} would put patients first"),
    Stance.OPPOSES: ("warned against {}, which it called a distraction", "warned", "rejected {} as a costly upheaval"),
    Stance.CONDITIONAL: ("would accept {} only if the money follows", "only if", "agreed to {} in principle but not before next year"),
    Stance.NEUTRAL: ("has taken no view on {} so far", "no view", "will not take sides on {}"),
}


def corpus(n: int, seed: int = 7) -> tuple[list[Statement], list[Article], list[Proposal]]:
    """About n statements of invented people; bodies keep to a camp on most proposals, as real ones do."""
    dice = random.Random(seed)
    proposals = [Proposal(key, label, broader=broader) for key, label, broader in PROPOSALS]
    proposals += [Proposal(f"scheme-{i}", f"the {town} scheme for shared care records", minted=True) for i, town in enumerate(TOWNS[: n // 60])]
    bodies = [body.format(town) for town in TOWNS for body in BODIES]
    dice.shuffle(bodies)
    bodies = bodies[: max(8, min(len(bodies), n // 7))]
    camps = {body: dice.choice((-1, 1)) for body in bodies}
    people = {body: [(f"{dice.choice(FIRST)} {dice.choice(LAST)}", dice.choice(ROLES)) for _ in range(dice.randint(1, 3))] for body in bodies}
    statements, articles = [], []
    while len(statements) < n:
        number = len(articles)
        lines = [f"Notes from meeting {number}.\n\n"]
        date = None if dice.random() < 0.05 else f"{dice.randint(1999, 2012)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        drafts = []
        for _ in range(min(dice.randint(1, 8), n - len(statements) - len(drafts))):
            body = bodies[min(int(dice.expovariate(3 / len(bodies))), len(bodies) - 1)]
            proposal = proposals[min(int(dice.expovariate(0.25)), len(proposals) - 1)]
            lean = camps[body] * (1 if proposals.index(proposal) % 3 else -1)
            stance = dice.choices(list(Stance), (6, 1, 2, 0.3) if lean > 0 else (1, 6, 2, 0.3))[0]
            kind = dice.choices(list(SpeakerKind), (6, 3, 0.7, 0.3))[0]
            name, role = dice.choice(people[body])
            who = {"person": name, "organisation": body, "group": dice.choice(("social workers", "local GPs", "carers")), "anonymous": f"{role} (anonymous)"}[kind]
            first, cue, second = WORDS[stance]
            words = dice.choice((first, second)).format(proposal.label)
            start = sum(map(len, lines))
            quote = f"{who} {words}"
            lines += [quote, f". The meeting moved on to item {dice.randint(2, 40)}.\n\n"]
            drafts.append((start, quote, who, kind, role, body, stance, cue, proposal))
        article = Article(f"meeting-{number:04}", "".join(lines), f"Meeting {number}: councils and trusts talk", dice.choice(OUTLETS), None, date,
                          f"https://example.org/news/{number}" if dice.random() < 0.8 else None)
        articles.append(article)
        for start, quote, who, kind, role, body, stance, cue, proposal in drafts:
            person = kind == SpeakerKind.PERSON
            statements.append(Statement(
                statement_id(article.id, f"{quote}{start}", who, stance, proposal.label), article.id, start, start + len(quote), quote, who, kind, stance,
                proposal.label, dice.choice(list(Mode)), cue, "invented", role=role if person else None,
                organisation=body if person or kind == SpeakerKind.ORGANISATION else None, lean=dice.choice((None, Stance.SUPPORTS, Stance.OPPOSES)) if stance == Stance.CONDITIONAL else None,
                condition="the money follows" if stance == Stance.CONDITIONAL else None, proposal=proposal.id, proposal_label=proposal.label,
                said_on=date, confidence=round(dice.uniform(0.35, 0.99), 2), status=dice.choices(list(Status), (8, 1, 0.5, 0.3, 0.2))[0],
            ))
    return statements, articles, proposals


PAYLOADS = (
    "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", '"><svg onload=alert(3)>', "javascript:alert(4)",
    "\u202egnp.exe\u202c", "{{ 7*7 }}{% raw %}", "' onmouseover='alert(5)", "&lt;b&gt;&amp;", "<!--", "]]>", "\u2028\u2029\u0000\u0007",
    "../../etc/passwd", "long " + "x" * 4995, "=HYPERLINK(1)", "<a href=javascript:alert(6)>link</a>",
)


def hostile() -> tuple[list[Statement], list[Article], list[Proposal]]:
    """Every payload as a name, a role, a title, an outlet, a quote, a condition, an address and a file name."""
    statements, articles = [], []
    proposals = [Proposal(f"p{i}", text, definition=text) for i, text in enumerate(PAYLOADS)]
    stances = list(Stance)
    for i, text in enumerate(PAYLOADS):
        body = f"{text} said {text}. More of it.\n\nAnother paragraph <b>here</b>."
        article = Article(f"{text[:80]}-{i}", body, text, text, text, "2004-05-06", text if i % 2 else f"https://example.org/?q={text[:20]}")
        articles.append(article)
        for j, other in enumerate((proposals[i], proposals[(i + 1) % len(PAYLOADS)], proposals[(i + 5) % len(PAYLOADS)])):
            stance = stances[(i + j) % 4]
            start, end = 0, len(f"{text} said {text}")
            statements.append(Statement(
                statement_id(article.id, f"{text}{j}", text, stance, other.label), article.id, start, end, body[start:end], f"{text} {j}", SpeakerKind.PERSON, stance,
                text, Mode.DIRECT, "said", text, role=text, organisation=f"Body {text}", condition=text if stance == Stance.CONDITIONAL else None,
                lean=Stance.OPPOSES if stance == Stance.CONDITIONAL else None, proposal=other.id, proposal_label=other.label, reported_by=text,
                said_on="2004-05-06", confidence=0.5, because=text,
            ))
    return statements, articles, proposals


def dataset(made: tuple[list[Statement], list[Article], list[Proposal]]) -> Dataset:
    """The graph of a corpus."""
    statements, articles, proposals = made
    return graph.build(statements, articles, proposals=proposals)
