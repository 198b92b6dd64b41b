"""Every step from the data folder to the shipped pipeline; a step whose result stands in the work folder is not repeated."""
from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.parser.treebank import Paragraph, Sentence, paragraphs, read

CONFIG = Path(__file__).parent / "pipeline.cfg"
SHIPPED = Path(__file__).parents[2] / "kg" / "lang" / "en" / "model"
NEWS = ("interview", "news", "speech")
MIXES = {
    "gold": ("gold", "varied"),
    "converted": ("gold", "varied", "converted"),
    "silver": ("gold", "varied", "silver", "names"),
}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """The data folder, MiniLM's folder, and where what is made on the way is kept."""

    data: Path
    weights: Path
    work: Path

    def gold(self) -> tuple[list[Sentence], list[Sentence]]:
        """Training sentences of GUM, which has names, and of EWT, which has none."""
        return (list(read(self.data / "gum" / "train.conllu.gz", entities=True)),
                list(read(self.data / "ewt" / "train.conllu.gz", entities=False)))

    @property
    def news(self) -> Path:
        return self.data / "polnear" / "train.jsonl.gz"


def base(place: Place) -> None:
    """Tokenizer and static vectors -> work/base."""
    from training.parser import convert, tokenizer, vectors

    gum, ewt = place.gold()
    nlp = tokenizer.blank(tokenizer.affixes(gum + ewt))
    words = vectors.vocabulary(gum + ewt, convert.sentences(place.news), place.weights)
    vectors.attach(nlp, words, vectors.distil(words, place.weights))
    nlp.to_disk(place.work / "base")


def corpora(place: Place) -> None:
    """Gold, gold varied, converted news and dev -> work/*.spacy."""
    import spacy

    from training.parser import augment, convert
    from training.parser.corpus import write

    vocab = spacy.load(place.work / "base").vocab
    gum, ewt = place.gold()
    gold = [*paragraphs(gum), *paragraphs(ewt)]
    dev = [s for s in read(place.data / "gum" / "dev.conllu.gz", entities=True) if s.genre in NEWS]
    write(place.work / "converted.spacy", vocab, augment.varied(paragraphs(convert.sentences(place.news))))
    write(place.work / "varied.spacy", vocab, augment.varied(gold))
    write(place.work / "gold.spacy", vocab, gold)
    write(place.work / "dev.spacy", vocab, paragraphs(dev))


def teacher(place: Place) -> None:
    """MiniLM fine-tuned on gold -> work/teacher."""
    from training.parser import augment, teach

    gum, ewt = place.gold()
    teach.train(list(augment.varied([*paragraphs(gum), *paragraphs(ewt)])), place.weights, place.work / "teacher")


def reader(place: Place) -> None:
    """The teacher as int8 ONNX -> the shipped folder of the default reader."""
    from training.parser.export import export

    export(place.work / "teacher", place.weights, SHIPPED.parent / "biaffine")


def silver(place: Place) -> None:
    """The teacher's reading of the news, and of EWT's names -> work/silver.spacy, work/names.spacy."""
    import spacy

    from training.parser import augment, teach
    from training.parser.corpus import write
    from training.parser.silver import agreed, plain

    nlp = spacy.load(place.work / "base")
    model, known = teach.load(place.work / "teacher", place.weights)
    pieces = teach.tokenizer(place.weights)
    both = list(plain(place.news, nlp))
    read_ = teach.label(model, known, [paragraph for paragraph, _ in both], pieces)
    news = [agreed(read_[i], other) for i, (_, other) in enumerate(both) if i in read_]
    write(place.work / "silver.spacy", nlp.vocab, augment.varied(news))
    ewt = list(paragraphs(place.gold()[1]))
    named = teach.label(model, known, ewt, pieces)
    write(place.work / "names.spacy", nlp.vocab, [_named(paragraph, named[i]) for i, paragraph in enumerate(ewt) if i in named])


def _named(gold: Paragraph, labelled: Paragraph) -> Paragraph:
    """Gold words with the teacher's entities; the sentences of the two may differ."""
    from dataclasses import replace

    labels = iter([word.ner for sentence in labelled for word in sentence.words])
    return tuple(replace(s, words=tuple(replace(word, ner=next(labels)) for word in s.words)) for s in gold)


def student(place: Place, mix: str = "silver", steps: int = 0, **settings: object) -> None:
    """spaCy's training on one mix of corpora -> work/student."""
    from spacy.cli.train import train

    folder = place.work / f"train-{mix}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in MIXES[mix]:
        link = folder / f"{name}.spacy"
        if not link.exists():
            link.hardlink_to(place.work / f"{name}.spacy")
    overrides = {"paths.base": str(place.work / "base"), "paths.train": str(folder), "paths.dev": str(place.work / "dev.spacy"), **settings}
    if steps:
        overrides["training.max_steps"] = steps
    train(CONFIG, place.work / "student", overrides=overrides)


def package(place: Place) -> None:
    """Lemma tables and clean settings -> the shipped folder."""
    from training.parser.package import package as pack

    gum, ewt = place.gold()
    pack(place.work / "student" / "model-best", gum + ewt, SHIPPED)


STEPS: dict[str, tuple[Callable[[Place], None], str]] = {
    "base": (base, "base/meta.json"),
    "corpora": (corpora, "dev.spacy"),
    "teacher": (teacher, "teacher/weights.pt"),
    "reader": (reader, ""),
    "silver": (silver, "names.spacy"),
    "student": (student, "student/model-best/meta.json"),
    "package": (package, ""),
}


def main(argv: Sequence[str] | None = None) -> None:
    """Run the steps that are not done, or the ones named."""
    options = argparse.ArgumentParser(prog="python -m training parser", description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--weights", type=Path, required=True, help="folder with MiniLM's config.json, model.safetensors, tokenizer.json")
    options.add_argument("--work", type=Path, default=Path("training/work/parser"))
    options.add_argument("--only", choices=sorted(STEPS), nargs="*", help="these steps, done or not")
    given = options.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    place = Place(given.data, given.weights, given.work)
    place.work.mkdir(parents=True, exist_ok=True)
    for name, (step, made) in STEPS.items():
        if name in given.only if given.only else not (made and (place.work / made).exists()):
            log.info("%s: %s", name, (step.__doc__ or "").strip())
            step(place)


if __name__ == "__main__":
    main()
