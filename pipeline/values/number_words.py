"""The words of English numerals and what they are worth, in lower case."""

from __future__ import annotations

_SMALL = """zero one two three four five six seven eight nine ten
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(_SMALL.split())} | {"nought": 0, "naught": 0}
TENS = {word: 10 * value for value, word in enumerate(TENS_WORDS.split(), start=2)} | {"fourty": 40}
# multipliers, with their abbreviations
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "quadrillion": 10**15, "dozen": 12, "score": 20,
    "mil": 10**6, "mln": 10**6, "mn": 10**6, "mio": 10**6, "bil": 10**9, "bln": 10**9, "bn": 10**9, "tln": 10**12,
    "trn": 10**12, "tn": 10**12, "lac": 10**5,
}  # fmt: skip
# scale words that make no number behind other words: abbreviations, and "score", which mostly is another noun
ABBREVIATED = {"mil", "bil", "mln", "mn", "mio", "bln", "bn", "tln", "trn", "tn", "score", "lac"}
# multipliers behind digits ("10k") and in symbols of units
LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12, "g": 10**9}
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth
    eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"""
ORDINALS = (
    {word: value for value, word in enumerate(_ORDINALS.split()) if value}
    | {word[:-1] + "ieth": value for word, value in TENS.items()}
    | {"nineth": 9}
    | {scale + "th": SCALES[scale] for scale in ("hundred", "thousand", "million", "billion", "trillion")}
)
# denominators
PARTS = {word: value for word, value in ORDINALS.items() if value > 2} | {"half": 2, "quarter": 4, "halve": 2}
# fractions of one character
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
# "dozens", "hundreds": at least one of them
PLURALS = {scale + "s": value for scale, value in SCALES.items() if scale not in ABBREVIATED} | {"tens": 10}
# the scale words that can follow a number of their own, as the alternatives of an expression
SCALE_WORDS = "|".join(sorted(SCALES.keys() - {"score", "dozen", *ABBREVIATED} | {"lac"}, key=len, reverse=True))
