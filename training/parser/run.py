"""Every step from the data folder to the shipped pipeline; a step whose result stands in the work folder is not repeated."""
from __future__ import annotations

import argparse
import gzip
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from training.parser.treebank import Paragraph, Sentence, paragraphs, read

CONFIG = Path(__file__).parent / "pipeline.cfg"
SHIPPED = Path(__file__).parents[2] / "kg" / "lang" / "en"
NEWS = ("interview", "news", "speech")
EPOCHS = 4
MIXES = {
    "gold": ("gold", "varied"),
    "converted": ("gold", "varied", "converted"),
    "silver": ("gold", "varied", "silver", "names"),
}
FEW = 300  # sentences of each treebank, and a tenth as many articles, that a quick run reads
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """The data folder, MiniLM's folder, where what is made on the way is kept, where the two readers go, and whether little is enough."""

    data: Path
    weights: Path
    work: Path
    out: Path = SHIPPED
    quick: bool = False

    def gold(self) -> tuple[list[Sentence], list[Sentence]]:
        """Training sentences of GUM, which has names, and of EWT, which has none."""
        most = FEW if self.quick else None
        return (list(islice(read(self.data / "gum" / "train.conllu.gz", entities=True), most)),
                list(islice(read(self.data / "ewt" / "train.conllu.gz", entities=False), most)))

    def dev(self) -> list[Paragraph]:
        """Paragraphs of GUM's news, interviews and speeches on which checkpoints are chosen."""
        return list(paragraphs(s for s in read(self.data / "gum" / "dev.conllu.gz", entities=True) if s.genre in NEWS))

    @property
    def news(self) -> Path:
        """The news, or for a quick run its first articles, copied into the work folder."""
        whole, part = self.data / "polnear" / "train.jsonl.gz", self.work / "news.jsonl.gz"
        if not self.quick:
            return whole
        if not part.exists():
            with gzip.open(whole, "rt", encoding="utf-8") as lines, gzip.open(part, "wt", encoding="utf-8") as copy:
                copy.writelines(islice(lines, FEW // 10))
        return part


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
    write(place.work / "converted.spacy", vocab, augment.varied(paragraphs(convert.sentences(place.news))))
    write(place.work / "varied.spacy", vocab, augment.varied(gold))
    write(place.work / "gold.spacy", vocab, gold)
    write(place.work / "dev.spacy", vocab, place.dev())


def teacher(place: Place) -> None:
    """MiniLM fine-tuned on gold -> work/teacher."""
    from training.parser import augment, teach

    gum, ewt = place.gold()
    teach.train(list(augment.varied([*paragraphs(gum), *paragraphs(ewt)])), place.dev(), place.weights, place.work / "teacher", epochs=1 if place.quick else EPOCHS)


def reader(place: Place) -> None:
    """The teacher as int8 ONNX -> out/biaffine, the default reader."""
    from training.parser.export import export

    export(place.work / "teacher", place.weights, place.out / "biaffine")


def silver(place: Place) -> None:
    """The teacher's reading of the news, and of EWT's names -> work/silver.spacy, work/names.spacy; without a teacher the shipped reader's."""
    import spacy

    from training.parser import augment, teach
    from training.parser.corpus import write
    from training.parser.silver import agreed, plain

    nlp = spacy.load(place.work / "base")
    model, known = _teacher(place)
    pieces = teach.tokenizer(place.weights)
    both = list(plain(place.news, nlp))
    read_ = teach.label(model, known, [paragraph for paragraph, _ in both], pieces)
    news = [agreed(read_[i], other) for i, (_, other) in enumerate(both) if i in read_]
    write(place.work / "silver.spacy", nlp.vocab, augment.varied(news))
    ewt = list(paragraphs(place.gold()[1]))
    named = teach.label(model, known, ewt, pieces)
    write(place.work / "names.spacy", nlp.vocab, [_named(paragraph, named[i]) for i, paragraph in enumerate(ewt) if i in named])


def _teacher(place: Place):
    from training.parser import teach
    from training.parser.shipped import Shipped

    if (place.work / "teacher" / "weights.pt").exists():
        return teach.load(place.work / "teacher", place.weights)
    log.info("no teacher in %s: the shipped reader takes its place", place.work)
    model = Shipped(SHIPPED / "biaffine")
    return model, model.known


def _named(gold: Paragraph, labelled: Paragraph) -> Paragraph:
    """Gold words with the teacher's entities; the sentences of the two may differ."""
    labels = iter([word.ner for sentence in labelled for word in sentence.words])
    return tuple(replace(s, words=tuple(replace(word, ner=next(labels)) for word in s.words)) for s in gold)


def student(place: Place, mix: str = "silver", name: str = "student", **settings: object) -> None:
    """spaCy's training on one mix of corpora -> work/student."""
    from spacy.cli.train import train

    folder = place.work / f"train-{mix}"
    folder.mkdir(parents=True, exist_ok=True)
    for corpus in MIXES[mix]:
        link = folder / f"{corpus}.spacy"
        if not link.exists():
            link.hardlink_to(place.work / f"{corpus}.spacy")
    paths = {"paths.base": str(place.work / "base"), "paths.train": str(folder), "paths.dev": str(place.work / "dev.spacy")}
    short = {"training.max_steps": 20, "training.eval_frequency": 10} if place.quick else {}
    train(CONFIG, place.work / name, overrides=paths | short | settings)


def package(place: Place) -> None:
    """Lemma tables and clean settings -> out/model, the light reader."""
    from training.parser.package import package as pack

    gum, ewt = place.gold()
    pack(place.work / "student" / "model-best", gum + ewt, place.out / "model")


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
    places(options)
    options.add_argument("--out", type=Path, help="folder that gets biaffine/ and model/; by default the package's own")
    options.add_argument("--quick", action="store_true",
                         help="check the wiring in minutes: little data, few steps, useless readers; all in WORK/quick unless --out says otherwise")
    options.add_argument("--only", choices=sorted(STEPS), nargs="*", help="these steps, done or not")
    given = options.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    work = given.work / "quick" if given.quick else given.work
    run(Place(given.data, given.weights, work, given.out or (work / "en" if given.quick else SHIPPED), given.quick), given.only)


def places(options: argparse.ArgumentParser) -> None:
    """The options that every command of this folder has."""
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--weights", type=Path, required=True, help="folder with MiniLM's config.json, model.safetensors, tokenizer.json")
    options.add_argument("--work", type=Path, default=Path("training/work/parser"))


def run(place: Place, only: Sequence[str] | None = None, *, again: bool = True) -> None:
    """The steps whose result is not there, in order; with `only` none but those, and these `again` where it is there."""
    place.work.mkdir(parents=True, exist_ok=True)
    for name, (step, made) in STEPS.items():
        done = bool(made) and (place.work / made).exists()
        if name in (only or STEPS) and (not done or only and again):
            log.info("%s: %s", name, (step.__doc__ or "").strip())
            step(place)


if __name__ == "__main__":
    main()
