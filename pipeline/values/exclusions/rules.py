"""Which numbers are quantities: not those in names, determiners and idioms."""

from __future__ import annotations

from pipeline.values.exclusions.idioms import (
    fraction_fits,
    hyphenated_idiom,
    in_an_idiom,
    one_fits,
    ordinal_fits,
    some_time,
)
from pipeline.values.exclusions.named_numbers import (
    has_a_capital,
    in_a_known_name,
    in_a_name,
    in_a_title,
    is_written_name,
    names_something,
    year,
)
from pipeline.values.place import Place


def is_quantity(place: Place) -> bool:
    """False for a number that counts, measures and ranks nothing."""
    if place.score:
        return True
    if in_an_idiom(place) or in_a_known_name(place) or in_a_title(place.text, place.number.start, place.number.end):
        return False
    if not place.number.digits and has_a_capital(place.inner):
        return False
    if place.unit not in ("count", "rank"):
        return not (place.number.value == 1 and not place.number.digits and some_time(place))
    if place.unit == "rank":
        return ordinal_fits(place)
    if place.number.form == "fraction" and not place.number.digits:
        return fraction_fits(place)
    if place.hyphenated and hyphenated_idiom(place):
        return False
    negative = place.span.start_char < place.number.start  # "minus one"
    if not place.number.digits and place.number.value == 1 and not negative and not one_fits(place):
        return False
    return not (is_written_name(place) or names_something(place) or in_a_name(place) or year(place))
