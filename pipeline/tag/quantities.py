"""Amounts in text as records: an interval with a bound, a unit, what is counted, what it is per, a change or not.

The grammar: sign or currency, number, multiplier, unit, rate; two of them joined make a range; comparators around them
give the bound; the parse gives what is counted or measured. It starts from digits and number words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.records import Bound, Dimension, Label, Quantity
from pipeline.tag import bounds, changes, counted, units
from pipeline.tag.notquantities import Place, is_quantity
from pipeline.tag.numerals import SOME, Numeral, read, starts, tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LINK = re.compile(r"\s?(?:-|–|—|~)\s?|\s(?:to|through|or|and|till|until)\s", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[ -](?:olds?|of age)\b", re.IGNORECASE)
_AGE_SHORT = re.compile(r"[ -]?(?:y/o|yo|yrs?[ -]old)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age of|ages)\s+(?:between\s+|from\s+)?$", re.IGNORECASE)
_APPOSED_AGE = re.compile(r"^(?:,|\)| and\b|;|$)")
_OUT_OF = re.compile(r"\s(out of|in)\s(?:every\s)?", re.IGNORECASE)
_PEOPLE = re.compile(r"\s(?:[a-z]+\s)?(?:people|children|women|men|adults|voters)\b")
_PLURAL = re.compile(r"\s(?:[a-z]+\s)?(?:people|children|women|men|[a-z]{2,}s)\b")
_LARGEST_SHARE = 1000
_SIGN_WORD = re.compile(r"(?:minus|negative)\s+$", re.IGNORECASE)
_MINOR = re.compile(r"(?:,? and |,? )", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """A number with its unit, as read from the text alone."""

    number: Numeral
    start: int
    end: int
    value: float
    unit: str = "count"
    dimension: Dimension = "count"
    per: str | None = None
    hyphenated: bool = False
    attached: bool = False


def find_quantities(doc: Doc, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """All quantities of ``doc`` in order, without overlaps.

    taken: spans that are something else (dates); no quantity is read from them.
    """
    text = doc.text
    found: list[Quantity] = []
    end, index = 0, 0
    for at in starts(text):
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        if at < end or (index < len(taken) and taken[index][0] <= at):
            continue
        amount = read_amount(text, at, end)
        if amount is None:
            end = max(end, _run_end(text, at))
            continue
        if index < len(taken) and amount.end > taken[index][0]:
            amount = _cut(text, amount, taken[index][0])
            if amount is None:
                continue
        amount = _share(text, amount)
        high = _range(text, amount)
        if high is not None and any(high.end > start and high.start < stop for start, stop in taken[index : index + 2]):
            high = None
        quantity = _quantity(doc, text, amount, high)
        if quantity is None:
            end = amount.end
            continue
        found.append(quantity)
        end = quantity.end
    return found


def label_of(quantity: Quantity) -> Label:
    """The OntoNotes label of a quantity; durations and ages are dates there, hours and less are times."""
    if quantity.dimension == "money":
        return "MONEY"
    if quantity.dimension == "ratio" and quantity.unit in ("percent", "percentage_point", "basis_point", "permille"):
        return "PERCENT"
    if quantity.dimension == "rank":
        return "ORDINAL"
    if quantity.dimension in ("count", "ratio"):
        return "CARDINAL"
    if quantity.dimension in ("duration", "age"):
        return "TIME" if quantity.unit in ("hour", "minute", "second", "millisecond") else "DATE"
    return "QUANTITY"


# ---------------------------------------------------------------- one amount


def _run_end(text: str, at: int) -> int:
    """The end of the digits (and letters glued to them) at ``at``: an identifier is skipped whole."""
    match = re.compile(r"[-−]?[\w.,:/-]*\w").match(text, at)
    return match.end() if match and text[at] in "0123456789-−." else at + 1


def read_amount(text: str, at: int, floor: int = 0, linked: bool = False) -> Amount | None:
    """The number with its currency, unit and rate that begins at ``at``; None for an identifier.

    floor: nothing before this place belongs to it. linked: what stands before it links it to another amount.
    """
    signed = text[at] in "-−"
    first = at + 1 if signed else at
    prefix = units.before(text, first) or (units.before(text, at) if signed else None)
    if prefix and prefix[1] < floor:
        prefix = None
    glued = at and text[at - 1].isalnum() and not text[at - 1].isdecimal()
    if glued and text[at].isdecimal() and not prefix:
        return None
    if signed and at and text[at - 1].isalnum():
        at, signed = first, False
    number = read(text, at, prefix is not None)
    if number is None:
        return None
    if number.digits and _identifier(text, number, prefix is not None, linked):
        return None
    if number.form == "ordinal":
        return Amount(number, number.start, number.end, number.value, "rank", "rank")
    start, end, value = number.start, number.end, number.value
    if number.vague and (some := SOME.search(text, max(floor, start - 16), start)):
        start = some.start()  # "several hundred"
    if not number.digits or not signed:
        sign = _SIGN_WORD.search(text, max(floor, start - 12), start)
        if sign:
            start, value = sign.start(), -value
    if prefix:
        start = min(start, prefix[1])
        if start and text[start - 1] in "-−" and not text[max(0, start - 2) : start - 1].strip():
            start, value = start - 1, -value
        return _money(text, number, start, value, prefix[0])
    joined = text[end : end + 1] == "-"
    unit = units.after(text, end, number.digits)
    if unit is None:
        if number.digits and (age := _AGE_SHORT.match(text, end)):
            return Amount(number, start, age.end(), value, "year", "age", hyphenated=joined)
        return Amount(number, start, end, value, hyphenated=joined)
    meaning, unit_end = unit
    if meaning.noun:
        meaning = units.local(meaning, text, start, unit_end)
    attached = text[end] == "-" or not text[end].isspace()
    amount = Amount(
        number, start, unit_end, value * meaning.factor, meaning.name, meaning.dimension, None, joined, attached
    )
    if meaning.dimension == "money":
        return _with_minor(text, _rate(text, amount))
    if meaning.dimension == "duration":
        age = _AGE_AFTER.match(text, unit_end) or _AGE_SHORT.match(text, end)
        if age:
            return replace(amount, end=age.end(), dimension="age")
        return amount
    return _rate(text, amount)


def _identifier(text: str, number: Numeral, money: bool, linked: bool) -> bool:
    """True for digits inside something that is no amount: a telephone number, a version, a code, a time of day."""
    before = "" if linked else text[max(0, number.start - 2) : number.start]
    after = text[number.end : number.end + 3]
    if number.value > 1e15 and not money and " " not in text[number.start : number.end]:
        return True
    if before.endswith(("#", "_", "@", "/", "\\", "&", "=")) and not (before[-1] == "/" and money):
        return True
    if len(before) == 2 and before[1] in "-‑" and before[0].isalpha() and not money:
        return True
    if len(before) == 2 and before[1] in ".:" and before[0].isalnum():
        return True
    if re.match(r":\d|/\d|[@_\\]|\.[a-z]|(?:-|‑)\d+(?:-|‑)\d|-[A-Z]", text[number.end : number.end + 12]):
        return True
    if text[number.end - 1].isdecimal() and after[:1].isalpha():
        # digits glued to letters: a unit or nothing ("5km"), never "24703L"
        return units.after(text, number.end, True) is None and not _AGE_SHORT.match(text, number.end)
    return False


def _money(text: str, number: Numeral, start: int, value: float, code: str) -> Amount:
    amount = Amount(number, start, number.end, value, code, "money", attached=text[number.end : number.end + 1] == "-")
    following = units.after(text, number.end, False)
    if following and following[0].dimension == "money" and following[0].factor == 1.0:
        name = following[0].name if code == "USD" and not following[0].noun else code
        amount = replace(amount, end=following[1], unit=name)
    return _rate(text, amount)


def _with_minor(text: str, amount: Amount) -> Amount:
    """ "3 dollars 50 cents" is one amount."""
    gap = _MINOR.match(text, amount.end)
    if not gap or amount.number.vague or not text[gap.end() : gap.end() + 1].isalnum():
        return amount
    number = read(text, gap.end())
    unit = units.after(text, number.end, number.digits) if number else None
    if number and unit and unit[0].dimension == "money" and unit[0].factor == 0.01 and number.value < 100:
        return replace(amount, end=unit[1], value=amount.value + number.value / 100)
    return amount


def _rate(text: str, amount: Amount) -> Amount:
    rate = units.per(text, amount.end)
    if rate and amount.dimension != "duration":
        return replace(amount, per=rate[0], end=rate[1])
    return amount


def _cut(text: str, amount: Amount, at: int) -> Amount | None:
    """The amount without what belongs to a date behind it ("12 percent 2023"); None when the number itself does."""
    if amount.number.end > at:
        return None
    return (
        replace(amount, end=min(amount.end, at))
        if amount.end <= at
        else Amount(amount.number, amount.start, amount.number.end, amount.value)
    )


# ---------------------------------------------------------------- ranges


def _range(text: str, low: Amount) -> Amount | None:
    """The other end of a range that ``low`` begins: "5 to 7 percent", "$3-4bn", "between 44 and 50"; else None."""
    number_only = low.number.end if low.dimension != "money" or low.start == low.number.start else low.end
    for end in dict.fromkeys((low.end, number_only)):
        link = _LINK.match(text, end)
        if not link:
            continue
        word = link[0].strip().lower()
        at = link.end()
        symbol = re.compile(r"(?:US|C|A|HK|NZ|S)?[$€£₹¥] ?").match(text, at)
        at = symbol.end() if symbol else at
        if at >= len(text) or not (text[at].isalnum() or text[at] in "-−."):
            continue
        high = read_amount(text, at, at if not symbol else link.end(), linked=True)
        if high is None or high.number.form == "ordinal" or high.number.vague:
            continue
        if low.number.form == "fraction" and not low.number.digits:  # "in the quarter to $254 million"
            continue
        opened = _opening(text, low.start)
        if word == "and" and opened != "between":
            continue
        if word in ("till", "until") and opened != "from":
            continue
        if word == "to" and opened == "change":
            continue
        if low.dimension == "rank":
            continue
        return _joined(low, high, word)
    return None


def _share(text: str, part: Amount) -> Amount:
    """ "four out of five doctors", "1 in 10 people" as one fraction; ``part`` itself where there is none."""
    link = _OUT_OF.match(text, part.end) if part.dimension == "count" and part.value >= 1 else None
    at = link.end() if link else len(text)
    whole = read_amount(text, at, at, linked=True) if at < len(text) and text[at].isalnum() else None
    if link is None or whole is None or whole.unit != "count" or not part.value < whole.value <= _LARGEST_SHARE:
        return part
    if link[1].lower() == "in" and not (_PEOPLE if part.value > 1 else _PLURAL).match(text, whole.end):
        return part
    value = part.value / whole.value
    return replace(part, number=Numeral(part.start, whole.end, value, "fraction"), end=whole.end, value=value)


def _opening(text: str, at: int) -> str:
    """What stands before a range: "between", "from", or "change" ("rose from 3 to 5": two levels)."""
    head = text[max(0, at - 60) : at].lower()
    if re.search(r"\bbetween\s+(?:about |around |roughly |an? )?$", head):
        return "between"
    if re.search(r"\bfrom\s+(?:about |around |roughly |an? |just |nearly )?$", head):
        return "from" if re.search(r"\b(?:rang\w+|var\w+|anywhere|anything|number range is)\s+from", head) else "change"
    return ""


def _joined(low: Amount, high: Amount, word: str) -> Amount | None:
    """``high`` with its unit where the two ends make a range, else None."""
    same = low.unit == high.unit and low.dimension == high.dimension
    bare = low.dimension == "count" and low.end == low.number.end
    takes = high.dimension == "count" and low.dimension == "money"
    if not (same or bare or takes):
        return None
    factor = 1.0
    scale = high.number.scale if low.number.digits and low.number.scale == 1 else 1.0
    if (bare or takes or same) and scale >= 1000 and low.value < 1000 and low.value < high.value:
        # "2 to 3 million"
        factor = scale
    if low.value * factor >= high.value:
        return None
    if word == "or" and not (high.value - low.value <= max(2, 0.5 * low.value) and (same or bare)):
        return None
    if takes:
        high = replace(high, unit=low.unit, dimension=low.dimension)
    return replace(high, number=high.number._replace(value=low.value * factor))


# ---------------------------------------------------------------- the record


def _quantity(doc: Doc, text: str, amount: Amount, high: Amount | None) -> Quantity | None:
    start, end = amount.start, high.end if high else amount.end
    unit, dimension = (high.unit, high.dimension) if high else (amount.unit, amount.dimension)
    per = (high or amount).per
    span = doc.char_span(start, end, alignment_mode="expand")
    number_end = high.end if high and high.dimension == "count" else amount.number.end
    inner = doc.char_span(start, number_end if unit in ("count", "rank") else end, alignment_mode="expand")
    if span is None or inner is None:
        return None
    place = Place(text, span, inner, amount.number, unit, dimension, amount.hyphenated, high is not None)
    if not is_quantity(place):
        return None
    dimension, unit, end = _age(text, start, end, unit, dimension, span)
    low: float | None = high.number.value if high else amount.value
    top: float | None = high.value if high else amount.value
    bound: Bound = "range" if high else "eq"
    approx = False
    cue = bounds.before(text, start)
    if cue and _between(cue.phrase, span, dimension):
        cue = None
    tail = bounds.after(text, end) if dimension != "rank" else None
    if tail and tail.bound == "eq" and tail.phrase == "-odd":
        tail = tail._replace(phrase="odd")
    for found in (cue, tail):
        if found is None or dimension == "rank":
            continue
        approx = approx or found.approx
        if bound == "eq" and found.bound != "eq":
            bound = found.bound
    if tail is not None and dimension != "rank":
        end = max(end, tail.end) if tail.phrase in ("+", "plus", "-odd", "odd", "-ish") else end
    if amount.number.vague:
        bound, approx = ("ge" if bound in ("eq", "range") else bound), True
    if bound in ("gt", "ge"):
        top = None
    elif bound in ("lt", "le"):
        low = None
    counting = unit == "count"
    if counting and amount.number.form == "fraction" and amount.value < 1 and not high:
        unit, dimension = "fraction", "ratio"
    noun = counted.count_noun(inner) if counting or dimension == "rank" else None
    about = None
    if dimension != "rank" or noun is not None:
        about = counted.counted(inner if counting else span, noun, not counting)
    direction = changes.direction(span, noun) if dimension not in ("rank", "age", "duration") else None
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        low=None if low is None else tidy(low),
        high=None if top is None else tidy(top),
        bound=bound,
        approx=approx,
        unit=unit,
        dimension=dimension,
        of=about.phrase if about else None,
        of_head=about.head if about else None,
        per=per,
        change=direction,
    )


def _between(phrase: str, span: Span, dimension: Dimension) -> bool:
    """True where a word that can be a comparator is a preposition of its own: "over three years", "under two laws"."""
    if phrase in ("over", "under", "past", "within", "beyond", "near") and dimension == "duration":
        token = span.doc[span.start - 1] if span.start else None
        return phrase in ("within", "past", "near") or (token is not None and token.dep_ == "prep")
    if phrase == "about" and span.start:
        token = span.doc[span.start - 1]
        return token.dep_ == "prep" and token.head.lemma_ in (
            "talk",
            "speak",
            "say",
            "know",
            "learn",
            "hear",
            "think",
            "ask",
        )
    return False


def _age(text: str, start: int, end: int, unit: str, dimension: Dimension, span: Span) -> tuple[Dimension, str, int]:
    """Ages that no unit tells: "aged 12", "a man of age 87", "Jane Doe, 45,"."""
    if unit != "count":
        return dimension, unit, end
    if _AGED.search(text, max(0, start - 24), start):
        return "age", "year", end
    if text[start:end].isdecimal() and 0 < int(text[start:end]) < 116 and text[max(0, start - 2) : start] == ", ":
        left = span.doc[span.start - 2] if span.start > 1 else None
        if left is not None and left.ent_type_ == "PERSON" and _APPOSED_AGE.match(text[end : end + 5]):
            return "age", "year", end
    return dimension, unit, end
