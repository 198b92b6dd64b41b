"""Tables for the rule lemmatizer: spacy-lookups-data's, corrected by what the treebanks' words show."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.tokens import Doc

from training.parser.treebank import Sentence

TABLES = ("lemma_rules", "lemma_exc", "lemma_index")
SEEN = 2  # how often an open-class form must be seen before it may overrule the tables
CLOSED = {"ADP", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "PUNCT", "SCONJ", "SYM"}


def lookups(nlp: Language, sentences: Iterable[Sentence]) -> Lookups:
    """The tables with an exception wherever the commonest gold lemma of a form is not what the rules make of it."""
    tables = load_lookups("en", TABLES)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            counts[word.upos, word.text.lower()][word.lemma] += 1
    plain = _lemmatizer(nlp, tables)
    shipped = tables.get_table("lemma_exc")  # iterating over it would give hashes, not names
    exceptions = {upos.lower(): dict(shipped.get(upos.lower(), {})) for upos, _ in counts}
    for (upos, form), lemmas in sorted(counts.items()):
        lemma, times = lemmas.most_common(1)[0]
        if upos == "PROPN" and form.capitalize() == lemma or upos not in CLOSED and times < SEEN:
            continue
        shown = [form.capitalize()] if upos == "PROPN" else [form, form.capitalize()]
        if upos in CLOSED or any(plain.rule_lemmatize(Doc(nlp.vocab, words=[word], pos=[upos])[0])[0] != lemma for word in shown):
            exceptions.setdefault(upos.lower(), {})[form] = [lemma]
    made = Lookups()
    for name in TABLES:
        made.add_table(name, exceptions if name == "lemma_exc" else dict(tables.get_table(name).items()))
    return made


def _lemmatizer(nlp: Language, tables: Lookups):
    pipe = nlp.create_pipe("lemmatizer", config={"mode": "rule"})
    pipe.initialize(lookups=tables)
    return pipe


def attach(nlp: Language, tables: Lookups) -> None:
    """Add the lemmatizer after the morphologizer, its tables inside the model folder."""
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer").initialize(lookups=tables)
