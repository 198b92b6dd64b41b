"""Start a project: kg.toml, CSV files for names and proposals, a folder for articles.

Nothing that is there already is changed. --sample adds the bundled articles.
"""
from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from kg import config, resources
from kg.cli import say, suggest
from kg.errors import UsageError

NAMES = "name,kind,aliases,organisation,role,from,until,source\n"
PROPOSALS = "id,label,aliases,broader,definition\n"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", type=Path, metavar="DIR")
    parser.add_argument("--sample", action="store_true", help="add the bundled articles")


def run(args: argparse.Namespace) -> int:
    folder: Path = args.folder
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: is a file; name a folder")
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for name, text in ((config.NAME, config.template()), ("names.csv", NAMES), ("proposals.csv", PROPOSALS)):
        path = folder / name
        if path.exists():
            say(f"kept   {path}")
        else:
            path.write_text(text, encoding="utf-8", newline="")
            say(f"wrote  {path}")
    if args.sample:
        for article in sorted(resources.seeds().glob("*.txt")):
            if not (folder / "articles" / article.name).exists():
                shutil.copyfile(article, folder / "articles" / article.name)
                say(f"wrote  {folder / 'articles' / article.name}")
    suggest("kg build" if folder == Path(".") else f"cd {folder} && kg build")
    return 0
