"""spaCy's English tokenizer, bent to UD's idea of a word; it travels inside the shipped model."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import re
import spacy
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from training.parser.treebank import Sentence

_UNITS = frozenset({"b.", "k.", "m."})  # spaCy holds them for initials; after a number they are a unit and the end of a sentence: "30m."
# Smileys that are plain marks or figures in news, "(Ferry League): no", "aged 5 to 8)", are none.
_NO_SMILEYS = frozenset(face for face in emoticons if face[0] in "()[]" or any(character.isalnum() for character in face))
_BOUND = re.compile(r"^([^\W\d_]{1,6})-[^\W\d_]")


def affixes(sentences: Iterable[Sentence]) -> list[str]:
    """First parts that the treebank leaves joined by their hyphen (non-, co-, ...) at least three times and mostly."""
    joined, split = Counter(), Counter()
    for sentence in sentences:
        for first, second in zip(sentence.words, (*sentence.words[1:], None)):
            if match := _BOUND.match(first.text):
                joined[match[1].lower()] += 1
            elif second and second.text == "-" and not first.space and not second.space:
                split[first.text.lower()] += 1
    return sorted(affix for affix, times in joined.items() if times > 2 and times > 2 * split[affix])


def blank(bound: Iterable[str]) -> Language:
    """An English pipeline without components that splits hyphens, slashes and dashes, but not after a bound affix."""
    nlp = spacy.blank("en")
    free = "".join(rf"(?<!\b(?i:{affix}))" for affix in bound)
    letter = r"[^\W\d_]"
    infixes = [
        *(infix for infix in nlp.Defaults.infixes if "(?:-|" not in infix),
        rf"(?<={letter}){free}-(?={letter})",
        rf"(?<={letter})-(?=\d)(?!\d+\W*$)",
        rf"(?<=\d)-(?={letter})",
        r"(?<=\w)(?:--+|[\u2010-\u2015])(?=\w)",
        rf"(?<={letter})/(?={letter})",
        r"(?<=[.!?,;:)\]%'\"])(?:-+|[\u2010-\u2015])(?=[\w'\"($])",
        r"(?<=\w)(?:\.\.+|\u2026)(?=\w)",
        r"(?<=\w)[\"\])]+(?=[(\[])",
    ]
    prefixes = [*nlp.Defaults.prefixes, rf"-(?={letter})", r"[\u2010-\u2015]+", r"--+", r"\.\.+", r"[!?]{2,}"]
    suffixes = [*nlp.Defaults.suffixes, r"[\u2010-\u2015]+", r"--+", r"[!?]{2,}", r"(?<=\d)(?:[ap]\.?m\.?|[AP]\.?M\.?)"]
    nlp.tokenizer.rules = {form: parts for form, parts in nlp.tokenizer.rules.items() if form not in _UNITS | _NO_SMILEYS}
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
