"""The figures of the graph's benchmark as a table; a negative time is one that was stopped after so many seconds."""
from __future__ import annotations

import math

TITLES = {"cpu": "{}", "questions": "ask {}", "folder_questions": "ask {}, on disk"}
RAW = {"cpu": "raw", "questions": "raw_questions"}
PEAKS = {"peak": "peak MiB, graph, files and folder", "peak_questions": "peak MiB, questions", "peak_rdflib": "peak MiB, rdflib's questions"}


def table(results: list[dict]) -> str:
    """One row a step, one column a size; growth is the exponent of CPU time by triples from the first size to the last."""
    out = ["| step | " + " | ".join(f"{r['triples']:,} triples" for r in results) + " | growth |", "|---|" + "---|" * (len(results) + 1)]
    steps = math.log(results[-1]["triples"] / results[0]["triples"]) if len(results) > 1 else 0
    for kind, title in TITLES.items():
        for name in results[0][kind]:
            times = [result[kind][name] for result in results]
            beside = [result.get(RAW.get(kind, ""), {}).get(name) for result in results]
            growth = f"{math.log(max(times[-1], 1e-6) / max(times[0], 1e-6)) / steps:.2f}" if steps else ""
            out.append(f"| {title.format(name)} | {' | '.join(f'{t:.3f}{_ratio(t, b)}' for t, b in zip(times, beside, strict=True))} | {growth} |")
    for name in results[0]["rdflib_questions"]:
        cells = [_beside(result["rdflib_questions"][name], result["questions"][name]) for result in results]
        out.append(f"| rdflib, {name} | {' | '.join(cells)} | |")
    for key, title in PEAKS.items():
        out.append(f"| {title} | {' | '.join(str(result[key]) for result in results)} | |")
    return "\n".join(out) + "\n"


def _ratio(ours: float, theirs: float | None) -> str:
    """How many times theirs; where theirs was stopped, less than that."""
    if not theirs:
        return ""
    return f" (under {ours / -theirs:.2f}x)" if theirs < 0 else f" ({ours / theirs:.2f}x)"


def _beside(theirs: float, ours: float) -> str:
    """Their time and how many times ours it is; nothing of that where theirs was stopped before ours had ended."""
    if -ours < theirs < 0:
        return f"over {-theirs:.3f}"
    over = "over " if theirs < 0 else ""
    return f"{over}{abs(theirs):.3f} ({over}{abs(theirs) / max(ours, 1e-6):.0f}x ours)"
