"""Seasons: "last summer", "the spring of 1942", "early autumn"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.text.expressions import expression
from pipeline.values.times.cased import Trigger, length
from pipeline.values.times.expression import RELATIONS, Expression, Repeated, Season
from pipeline.values.times.words import BC, EARLY, PART_OF, RELATION, SEASONS, YEAR, year_of_two_digits

YEAR_AFTER = expression(rf"(?: of)?(?: fiscal(?: year)?)?,? (?P<y>{YEAR})")
YEAR_RELATION = expression(
    r",? (?:of )?(?P<r>this|last|next|that same|that|the same|the following|the previous|the next) (?:fiscal )?year\b"
)
_SHORT_YEAR = expression(r"(?: of)? ['’](\d\d)\b")
_BC_AFTER = expression(rf"(?: of)? (?P<y>\d{{2,4}}){BC}")
_RELATION_LEFT = expression(rf"(?:\b{EARLY} )?\b(?P<r>{RELATION})(?: (?:early|late|mid))? $")
_MODIFIER = expression(rf"(?:\b{PART_OF} )?(?:\b{EARLY} )?(?:\bthe )?(?:\b(?:early|late|mid)[ -])?$")
_PREPOSITION = expression(
    r"(?:\b(?:in|during|until|by|since|over|through|throughout|for|of|from|before|after|between|and|to|spent|this) "
    r"(?:the )?(?:early |late |mid[ -]?)?|^\W*(?:the )?(?:early |late )?)$"
)
_OTHER_SENSE_AFTER = expression(
    r" (?:of|in|from|to|back|for|on|short|apart|into|under|out|down|off|behind|through|victim)\b"
)
_OTHER_SENSE_LEFT = expression(r"\bto $|\bof $")
_EVERY = expression(r"\b(?:every|each) $")


def season(word: Trigger) -> Expression | None:
    """A season, or a set of seasons: "the summer of 1942", "last fall", "this winter", "early spring"."""
    begin, code = word.start - length(word.before(_MODIFIER)), SEASONS[word.name]
    if dated := _with_year(word, Season(begin, word.end, code=code)):
        return dated
    if every := word.before(_EVERY):
        return Repeated(word.start - length(every), word.end, value=f"XXXX-{code}")
    if relation := word.before(_RELATION_LEFT):
        return Season(word.start - length(relation), word.end, code=code, relation=RELATIONS[relation["r"]])
    if related := word.after(YEAR_RELATION):
        return Season(begin, related.end(), code=code, year_relation=RELATIONS[related["r"]])
    if not word.before(_PREPOSITION) or _is_other_word(word):
        return None
    return Season(begin, word.end, code=code, trait="noun")


def _with_year(word: Trigger, season: Season) -> Season | None:
    """A season with the year behind it; None where there is none."""
    if bc := word.after(_BC_AFTER):
        return replace(season, end=bc.end(), year=int(bc["y"]), bc=True)
    if year := word.after(YEAR_AFTER):
        return replace(season, end=year.end(), year=int(year["y"]))
    if short := word.after(_SHORT_YEAR):
        return replace(season, end=short.end(), year=year_of_two_digits(int(short[1])))
    return None


def _is_other_word(word: Trigger) -> bool:
    """True for "to fall" and "spring from"."""
    if word.name not in ("spring", "fall"):
        return False
    return bool(word.after(_OTHER_SENSE_AFTER) or word.before(_OTHER_SENSE_LEFT))
