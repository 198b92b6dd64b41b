"""report.md: what a build found, in words and tables, and what it left out."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.model import Note, Proposal, Skipped, Stance, Statement, Status
from kg.review.proposals import Applied

_COLUMNS = (("For", Stance.SUPPORTS), ("Conditional", Stance.CONDITIONAL), ("Against", Stance.OPPOSES))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`")


def _who(statement: Statement) -> str:
    body = statement.organisation
    return statement.speaker if not body or body == statement.speaker else f"{statement.speaker} ({body})"


def _positions(statements: Sequence[Statement], labels: dict[str, str]) -> list[str]:
    by_proposal: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_proposal[statement.proposal or statement.proposal_text].append(statement)
    lines = ["## Who is for and against what", ""]
    for key in sorted(by_proposal, key=lambda key: (-len(by_proposal[key]), key)):
        found = by_proposal[key]
        lines.append(f"### {_cell(labels.get(key) or found[0].proposal_label or key)}")
        lines.append("")
        for title, stance in _COLUMNS:
            names = sorted({_who(s) for s in found if s.stance is stance})
            if names:
                lines.append(f"- {title}: {'; '.join(_cell(name) for name in names)}")
        lines.append("")
    return lines


def changes(statements: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Pairs (before, after): one stakeholder, one proposal, dated statements with different stances, next to each other in time."""
    by_edge: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.proposal and statement.said_on and statement.stance is not Stance.NEUTRAL:
            by_edge[(statement.speaker_id or statement.speaker, statement.proposal)].append(statement)
    pairs = []
    for key in sorted(by_edge):
        dated = sorted(by_edge[key], key=lambda s: (s.said_on or "", s.id))
        pairs += [(a, b) for a, b in zip(dated, dated[1:]) if a.stance is not b.stance and a.said_on != b.said_on]
    return pairs


def _decisions(decided: Applied) -> list[str]:
    """What people decided: nothing where nobody did."""
    told = [(decision, "") for decision in decided.applied]
    told += [(decision, " (nothing here is about it)") for decision in decided.idle]
    told += [(decision, " (contradicted by another decision: neither was applied)") for decision in decided.disputed]
    lines = [f"- {_cell(str(decision))}{how}" for decision, how in sorted(told, key=lambda pair: pair[0].id)]
    return ["", "## Decided by people", "", *lines] if lines else []


def report(
    statements: Sequence[Statement], proposals: Sequence[Proposal], skipped: Sequence[Skipped], notes: Sequence[Note],
    unresolved: Sequence[str], counts: dict[str, int], decided: Applied | None = None,
) -> str:
    """The report as Markdown, the same bytes for the same build."""
    labels = {proposal.id: proposal.label for proposal in proposals}
    standing = [statement for statement in statements if statement.status is not Status.DISPUTED]
    lines = [
        "# What the articles say", "",
        f"{counts['articles']} articles were read and {counts['skipped']} skipped. {counts['attributions']} attributed utterances were found; "
        f"{counts['statements']} statements of a stance were made of {counts['articles_with_statements']} articles. Speech that takes no stance makes no statement.",
        "",
    ]
    lines += _positions(standing, labels)
    lines += ["## Changes of position", ""]
    found = changes(standing)
    lines += [f"- {_cell(_who(b))} on {_cell(labels.get(b.proposal or '', b.proposal_label or b.proposal_text))}: {a.stance} ({a.said_on}, {_cell(a.article)}), then {b.stance} ({b.said_on}, {_cell(b.article)})"
              for a, b in found] or ["None was found."]
    lines += ["", "## Names to look at", ""]
    lines += [f"- {_cell(name)}" for name in unresolved] or ["None is open."]
    lines += _decisions(decided) if decided else []
    lines += ["", "## Skipped, and why", ""]
    lines += [f"- {_cell(item.path)}: {_cell(item.reason)}" for item in skipped] or ["Nothing was skipped."]
    if notes:
        lines += ["", "## Notes", ""] + [f"- {_cell(note.path)}: {_cell(note.message)}" for note in notes]
    return "\n".join(lines) + "\n"
