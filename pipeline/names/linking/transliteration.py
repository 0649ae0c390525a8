"""One name in several Latin spellings: "Tokayev" and "Tokaev", "Mohammed" and "Muhammad", "Zelensky" and "Zelenskyy".

The sound of a name is what the usual romanisations of Cyrillic, Arabic, Persian, Urdu and Turkic names (BGN/PCGN, the
press's own) leave in common. Different names can share one, so who uses it asks for more than that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.text.expressions import expression

_CONSONANTS = (
    ("que", "k"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("ts", "c"), ("tz", "c"),
)  # fmt: skip
_INITIAL = expression(r"^y(?=[aeiou])")
_TWICE = expression(r"([b-df-hj-np-tv-xz])\1+")
_VOWELS = expression(r"[aeiouy]+")
_CLASSES = str.maketrans("eoy", "aui")
_SILENT = expression(r"(?<=[aeiou])h$|[^a-z]")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """What the spellings of one name have in common. word: folded."""
    word = _SILENT.sub("", word)
    for letters, one in _CONSONANTS:
        word = word.replace(letters, one)
    word = _TWICE.sub(r"\1", _INITIAL.sub("", word))
    return _VOWELS.sub(lambda run: _vowel(run, word), word)


def _vowel(run: re.Match[str], word: str) -> str:
    """The class of a run's first vowel; at the end of a word of its last as well, which tells Maria from Mario.

    At the beginning a and e stay apart, as Allan and Ellen do.
    """
    if not run.start() and run[0][0] == "e":
        return "e"
    classes = run[0].translate(_CLASSES)
    return classes[0] + (classes[-1] if run.end() == len(word) and classes[-1] != classes[0] else "")


def sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """The sound of each word of a name."""
    return tuple(map(sound, words))
