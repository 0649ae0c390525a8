"""What an office beside a name is, and who holds which office of which country ("Kazakh President A B")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.lexicon.name_words import NameWords, alternatives
from pipeline.records import VALUE_LABELS, Entity
from pipeline.text.expressions import expression
from pipeline.text.folding import fold, level

# characters in which an office is looked for; by hand, from cases of tests/cases/names/offices and of interviews
_BEFORE_NAME = 30  # "[President] Bush": which of two of one name
_BETWEEN = 40  # "Kazakh [President] A B", "A B, the [president] of Kazakhstan"
_BEFORE_COUNTRY = 50  # "[President] of Kazakhstan A B"
_BESIDE_HOLDER = 60  # before or behind a name: whom "the president" means
_BEFORE_INTERVIEWED = 90  # "interview with the [president] of Kazakhstan"
_SAME_LINE = r"[^\S\n]"
_OF = r"\sof\s(?:the\s)?(?:Republic\sof\s)?"
_PAST = expression(r"\b(?:former|ex|late|then|acting|deputy|vice)[\s-]+$", re.IGNORECASE)


class Description(NamedTuple):
    """ "the Kenyan president": where it stands, the office, where the word for the people stands (None for none)."""

    span: tuple[int, int]
    role: str
    people: tuple[int, int] | None


class Offices:
    """Reads offices beside names, countries and by themselves."""

    def __init__(self, words: NameWords) -> None:
        roles = alternatives(words.roles)
        # a leader leads many things: no office that one person holds
        held = alternatives(word for word in words.roles if word != "leader")
        any_case = re.IGNORECASE
        self._before_name = expression(rf"\b(?P<role>{alternatives((*words.roles, 'minister'))})\s$", any_case)
        self._between = expression(rf"(?:'s?)?{_SAME_LINE}(?P<role>{roles}){_SAME_LINE}", any_case)
        self._before_country = expression(rf"\b(?P<role>{roles}){_OF}$", any_case)
        self._behind_person = expression(rf",\s(?:the\s)?(?P<role>{roles}){_OF}", any_case)
        self._interviewed = expression(rf"\b(?P<role>{roles})\sof\s(?:the\s)?(?:\w+\sof\s)?$", any_case)
        self._before_holder = expression(rf"\b(?P<role>{held})\s$", any_case)
        self._behind_holder = expression(rf",\s(?:the\s|\w+['’]s\s)?(?:\w+\s)?(?P<role>{held})\b", any_case)
        # not "the president of Kenya", "the president's", "the King Hotel"
        self._described = expression(
            rf"\b[Tt]he\s(?:(?P<people>[A-Z][\w-]+)\s)?(?P<role>(?i:{held}))\b(?!['’]|\sof\b|\s[A-Z]|-)"
        )

    def before_name(self, text: str, start: int) -> str | None:
        """The office right before a name, folded; None for none."""
        match = self._before_name.search(level(text[max(0, start - _BEFORE_NAME) : start]))
        return fold(match["role"]) if match else None

    def beside_holder(self, text: str, start: int, end: int) -> Iterator[str]:
        """The offices right before and behind a name that its bearer holds now: not "former president"."""
        before = level(text[max(0, start - _BESIDE_HOLDER) : start])
        match = self._before_holder.search(before)
        if match and not _PAST.search(before[: match.start()]):
            yield role(match["role"])
        match = self._behind_holder.match(level(text[end : end + _BESIDE_HOLDER]))
        if match:
            yield role(match["role"])

    def descriptions(self, text: str, start: int, end: int) -> Iterator[Description]:
        """The offices that stand for their holders: "the president", "the Kenyan president"."""
        for match in self._described.finditer(text, start, end):
            yield Description(match.span(), role(match["role"]), match.span("people") if match["people"] else None)

    def of_interviewed(self, text: str, country: int) -> str | None:
        """The office before a country that begins there: "interview with the president of the Republic of X"."""
        match = self._interviewed.search(level(text[max(0, country - _BEFORE_INTERVIEWED) : country]))
        return role(match["role"]) if match else None

    def held(
        self, text: str, entities: Sequence[Entity], countries: Mapping[str, str]
    ) -> Iterator[tuple[str, str, Entity]]:
        """(role, country, the person's mention) for each place in the text that says who holds an office of a country.

        countries: the country of each known place, people or person, by id.
        """
        names = [entity for entity in entities if entity.label not in VALUE_LABELS]
        for left, right in itertools.pairwise(names):
            if right.start - left.end > _BETWEEN:
                continue
            between = level(text[left.end : right.start])
            if right.label == "PERSON" and left.label in ("GPE", "NORP"):
                person, place = right, left
                match = self._before_person(text, left.start, between)
            elif left.label == "PERSON" and right.label == "GPE":
                person, place = left, right
                match = self._behind_person.fullmatch(between)
            else:
                continue
            country = countries.get(place.entity_id or "")
            if match and country:
                yield role(match["role"]), country, person

    def _before_person(self, text: str, country: int, between: str) -> re.Match[str] | None:
        """The office between a country and a person, or before the country that stands before the person."""
        match = self._between.fullmatch(between)
        if match or between not in (" ", ", "):
            return match
        return self._before_country.search(level(text[max(0, country - _BEFORE_COUNTRY) : country]))


def role(text: str) -> str:
    """A role in the form that roles are compared in."""
    folded = fold(text).replace("-", " ")
    return "prime minister" if folded in ("pm", "premier") else folded.replace("defense", "defence")


def holders(offices: Mapping[tuple[str, ...], set[str]], wanted: Iterable[str]) -> set[tuple[str, ...]]:
    """The names that stand with one of the wanted offices."""
    sought = set(wanted)
    return {words for words, theirs in offices.items() if not sought.isdisjoint(theirs)}
