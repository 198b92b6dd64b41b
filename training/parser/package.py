"""A trained spaCy folder -> the shipped one: lemmatizer added, no path of the machine that trained it, a name of its own."""
from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import spacy

from kg import __version__
from kg.pipeline.weights import pack
from training.parser import lemmas
from training.parser.treebank import Sentence

DESCRIPTION = "English news: UD v2 tags, features, lemmas and trees, sentences from the trees, names of people, organisations and places"
SPACY = ">=3.8.3,<3.9.0"  # what pyproject.toml allows
LICENCE = "CC BY-SA 4.0"
SOURCES = [
    {"name": "UD English EWT", "url": "https://github.com/UniversalDependencies/UD_English-EWT", "license": "CC BY-SA 4.0"},
    {"name": "GUM, openly licensed genres", "url": "https://github.com/amir-zeldes/gum", "license": "annotations CC BY 4.0, texts CC BY, CC BY-SA or public domain"},
    {"name": "spacy-lookups-data", "url": "https://github.com/explosion/spacy-lookups-data", "license": "MIT"},
    {"name": "all-MiniLM-L6-v2", "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2", "license": "Apache-2.0"},
]


def package(trained: Path, gold: Sequence[Sentence], folder: Path) -> None:
    """Write the shipped folder, replacing what was there."""
    nlp = spacy.load(trained)
    if "lemmatizer" not in nlp.pipe_names:
        lemmas.attach(nlp, lemmas.lookups(nlp, gold))
    nlp.config["paths"] = {name: None for name in nlp.config["paths"]}
    nlp.config["initialize"]["vectors"] = None
    nlp.config["initialize"]["before_init"] = None
    nlp.meta |= {"name": "stancekg_news", "version": __version__, "description": DESCRIPTION, "license": LICENCE, "author": "", "sources": SOURCES}
    nlp.meta.pop("performance", None)
    pack(nlp)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {"performance": {}, "spacy_version": SPACY}
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
