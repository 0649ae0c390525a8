"""Two numbers that are one amount ("5 to 7 percent", "four out of five"), and two that look like it ("3-1")."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.text.expressions import expression
from pipeline.values.amounts import Amount, read_amount
from pipeline.values.numerals import Numeral

_LINK = expression(r"\s?(?:-|–|—|~)\s?|\s(?:to|through|or|and|till|until)\s", re.IGNORECASE)
_SUSPENDED = expression(r"-(?= (?:to|or|and) )", re.IGNORECASE)  # "8- to 16-metre"
_COORDINATION = expression(r" (?:to|and|or|versus|vs\.?) |, ")
# lengths of time and space are left out: "scored 3 and 2 minutes later"
_SHARED = ("ratio", "temperature", "mass", "area", "speed", "power", "energy", "other")
_SYMBOL = expression(r"(?:US|C|A|HK|NZ|S)?[$€£₹¥] ?")
_OUT_OF = expression(r"\s(?:(out of|in)\s(?:every\s)?|(of) every\s|(over)\s)", re.IGNORECASE)
_PEOPLE = expression(
    r"\s(?:[a-z]+\s)?(?:people|children|women|men|adults|voters|americans|britons|doctors|patients|families|households"
    r"|workers|students|respondents|businesses|firms|companies|teenagers|users|adolescents|residents|girls|boys"
    r"|[a-z]+(?:ists|ers|ors|ians|ants|ees))\b",
    re.IGNORECASE,
)
_PLURAL = expression(r"\s(?:[\w-]+\s){0,3}?(?:people|children|women|men|[a-z]{2,}s)\b|\s?[.,;:!?]|$", re.IGNORECASE)
_ENDS = expression(r"\s?[.,;:!?]|$")  # "one over three", with nothing that the three would count
_VOTE = expression(r"\b(?:vote[sd]?|voting|ayes?|yeas?|nays?|majority)\b", re.IGNORECASE)
_LARGEST_SHARE = 1000
_SPANS_FROM = expression(
    r"\b(?:rang\w+|var\w+|runs?|ran|running|anywhere|anything|is|are|was|were|be|being|sentences?|sizes?|ages?|aged)"
    r"\s+from"
)
# a score or a vote, by the words around it
_SCORE_BEFORE = expression(
    r"\b(?:w[io]n|winning|beat(?:en|ing)?|los[et]|lost|losing|defeat\w*|victor\w+|win|draw|drew|score\w*|lead|led|trail\w*"
    r"|tied?|edged?|down(?:ed)?|over|thrash\w+|vot\w+|pass\w+|approv\w+|reject\w+|split|rul\w+|record|thump\w+|rout\w*)\b"
    r"[^.;\n]{0,48}$",
    re.IGNORECASE,
)
_SCORE_AFTER = expression(
    r"\s(?:vote|win|victory|defeat|loss|lead|draw|score|decision|ruling|majority|triumph|margin|split|rout|record|against"
    r"|aggregate|on aggregate|away|at home)\b",
    re.IGNORECASE,
)


def range_of(text: str, low: Amount) -> Amount | None:
    """The other end of a range that ``low`` begins: "5 to 7 percent", "$3-4bn", "between 44 and 50"; else None."""
    number_only = low.number.end if low.dimension != "money" or low.start == low.number.start else low.end
    for end in dict.fromkeys((low.end, number_only)):
        hyphen = _SUSPENDED.match(text, end)
        link = _LINK.match(text, hyphen.end() if hyphen else end)
        if not link:
            continue
        word = link[0].strip().lower()
        at = link.end()
        symbol = _SYMBOL.match(text, at)
        at = symbol.end() if symbol else at
        if at >= len(text) or not (text[at].isalnum() or text[at] in "-−."):
            continue
        high = read_amount(text, at, at if not symbol else link.end(), linked=True)
        if high is None or high.number.form == "ordinal" or high.number.vague or low.dimension == "rank":
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
        if word in "-–—" and is_score(text, low, high):
            continue
        return _joined(low, high, word, opened)
    return None


def is_score(text: str, first: Amount, second: Amount, link: str = "-") -> bool:
    """True for two bare numbers that are a result: "lost 2-3", "a 52-48 vote", "won 3–1", "a 219 to 212 vote"."""
    if first.dimension != "count" or second.dimension != "count" or not (first.number.digits and second.number.digits):
        return False
    if link == "to":
        return _SCORE_AFTER.match(text, second.end) is not None
    if first.value >= second.value:
        return True
    return bool(
        _SCORE_AFTER.match(text, second.end) or _SCORE_BEFORE.search(text, max(0, first.start - 60), first.start)
    )


def is_vote(text: str, first: Amount, second: Amount) -> bool:
    """True for two numbers that are the votes for and against: "224-206", where a vote is spoken of."""
    around = text[max(0, first.start - 40) : first.start] + text[second.end : second.end + 12]
    return _VOTE.search(around) is not None


def share(text: str, part: Amount) -> Amount:
    """ "four out of five doctors", "1 in 10 people" as one fraction; ``part`` itself where there is none."""
    link = _OUT_OF.match(text, part.end) if part.dimension == "count" and part.value >= 1 else None
    at = link.end() if link else len(text)
    whole = read_amount(text, at, at, linked=True) if at < len(text) and text[at].isalnum() else None
    if link is None or whole is None or whole.unit != "count" or not part.value < whole.value <= _LARGEST_SHARE:
        return part
    word = link[0].split()[0].lower()
    behind = _ENDS if word == "over" else _PLURAL if part.value == 1 else _PEOPLE
    if not behind.match(text, whole.end):
        return part
    value = part.value / whole.value
    return replace(part, number=Numeral(part.start, whole.end, value, "fraction"), end=whole.end, value=value)


def _opening(text: str, at: int) -> str:
    """What stands before a range: "between", "from", or "change" ("rose from 3 to 5": two levels)."""
    head = text[max(0, at - 60) : at].lower()
    if re.search(r"\bbetween\s+(?:about |around |roughly |an? )?$", head):
        return "between"
    if re.search(r"\bfrom\s+(?:about |around |roughly |an? |just |nearly )?$", head):
        return "from" if _SPANS_FROM.search(head) else "change"
    return ""


def _joined(low: Amount, high: Amount, word: str, opened: str) -> Amount | None:
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
    if bare and 0 < high.value < high.number.value:
        factor *= high.value / high.number.value  # "10 to 15 cents"
    bottom, top = low.value * factor, high.value
    if opened in ("between", "from") and bottom > top and (same or bare):
        bottom, top = top, bottom  # "ranged from -18 to -34"
    if bottom >= top:
        return None
    if word == "or" and not (top - bottom <= max(2, 0.5 * bottom) and (same or bare)):
        return None
    if takes:
        high = replace(high, unit=low.unit, dimension=low.dimension)
    return replace(high, number=high.number._replace(value=bottom), value=top)


def shares_unit(text: str, amount: Amount) -> Amount:
    """``amount`` with the unit of the next one: "54 to 46 per cent", "7.6 and 7.5 magnitude"; as it is elsewhere."""
    link = _COORDINATION.match(text, amount.end) if amount.unit == "count" and amount.number.digits else None
    if link is None or amount.core or not text[link.end() : link.end() + 1].isdecimal():
        return amount
    other = read_amount(text, link.end(), link.end(), linked=True)
    if other is None or other.dimension not in _SHARED or not 0.2 <= (amount.value + 1) / (other.value + 1) <= 5:
        return amount
    return replace(amount, unit=other.unit, dimension=other.dimension)
