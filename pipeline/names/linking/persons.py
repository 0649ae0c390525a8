"""The persons of a document: their full names, and whom its bare names mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.names.linking.links import BarePerson, Link, OpenPerson, Person
from pipeline.names.linking.offices import Offices, holders
from pipeline.names.linking.people import (
    PersonNames,
    Words,
    plain,
    same,
    sound_alike,
    without_initials,
    without_nickname,
)
from pipeline.records import Entity

_TOO_OFTEN = 3  # bare surnames before the full name from which on somebody else may be meant; by hand
_SHORT_CAPITALS = 4  # letters of a name in capitals that stays in them: "JFK"


class Persons:
    """The persons of one document. names: its names, in order."""

    def __init__(self, text: str, names: Sequence[Entity], reader: PersonNames, offices: Offices) -> None:
        self._reader = reader
        self._people = [(entity, reader.words(entity.text)) for entity in names if entity.label == "PERSON"]
        self.full, self._forms = self._full_names()
        self._late = self._late_names()
        self.known = {
            self._forms[reader.words(entity.name)]: entity.entity_id
            for entity, _ in self._people
            if entity.basis == "gazetteer" and entity.name and entity.entity_id
        }
        self._offices: dict[Words, set[str]] = {}
        for entity, words in self._people:
            office = offices.before_name(text, entity.start) if words else None
            if office is not None:
                self._offices.setdefault(words, set()).add(office)

    def link(self, entity: Entity) -> Link:
        """Whom a mention names."""
        words = self._reader.words(entity.text)
        if not words:
            return OpenPerson()
        fitting = sorted({self._forms[form] for form in self._reader.meant(words, self._forms)})
        if len(fitting) > 1:
            fitting = self._with_office(words, fitting)
        if len(fitting) == 1:
            full = fitting[0]
            return Person(self.full[full], full, doubt=len(words) == 1 and self._is_doubtful(words, full))
        if fitting:
            return OpenPerson(words, tuple(fitting))
        return BarePerson(written(entity.text, words), without_initials(words), office=words in self._offices)

    def _with_office(self, words: Words, fitting: list[Words]) -> list[Words]:
        """ "President Smith" is the one of two Smiths whom the text calls President; all where none is."""
        holding = holders(self._offices, self._offices.get(words, ()))
        named = {self._forms[form] for form in holding if form in self._forms}
        return [one for one in fitting if one in named] or fitting

    def _is_doubtful(self, words: Words, full: Words) -> bool:
        """Whether a bare name may be somebody else's than the full name that it is linked to."""
        if full in self._late:
            return True
        if words not in self._offices or full in self.known:
            return False
        own = (form for form, main in self._forms.items() if main == full and len(form) > 1)
        return not any(form in self._offices for form in own)

    def _full_names(self) -> tuple[dict[Words, str], dict[Words, Words]]:
        """The full names of persons (the longest form of each) with how each is best written, and all forms of them."""
        spellings, forms = self._spellings()
        chosen: dict[Words, str] = {}
        main: dict[Words, Words] = {}
        for words in sorted(spellings, key=lambda key: (-len(key), key)):
            longer = _longer(words, chosen)
            if longer is None:
                chosen[words] = ""
                main[words] = words
            else:
                spellings[longer] += spellings[words]
                main[words] = longer
        all_forms = main | {words: main[key] for words, key in forms.items()}
        return {words: best_spelling(spellings[words]) for words in chosen}, all_forms

    def _spellings(self) -> tuple[dict[Words, Counter[str]], dict[Words, Words]]:
        """How each full name is written, by its words, and the words of each form as it stands."""
        spellings: dict[Words, Counter[str]] = {}
        forms: dict[Words, Words] = {}
        for entity, words in self._people:
            known = entity.name if entity.basis == "gazetteer" else None
            if not known and len(words) < 2:
                continue
            key = self._reader.words(known) if known else words
            spellings.setdefault(key, Counter())[known or written(entity.text, words)] += 1
            if len(words) > 1:
                forms[words] = key
        return spellings, forms

    def _late_names(self) -> frozenset[Words]:
        """The persons whose surname stands alone some times before their full name does."""
        alone: Counter[str] = Counter()
        met: set[Words] = set()
        late: set[Words] = set()
        for _, words in self._people:
            if len(words) == 1:
                alone.update(words)
            elif (full := self._forms.get(words)) is not None and full not in met:
                met.add(full)
                if alone[full[-1]] >= _TOO_OFTEN:
                    late.add(full)
        return frozenset(late)


def _longer(words: Words, chosen: Iterable[Words]) -> Words | None:
    """The one longer form of a name among the chosen ones; None for none or several."""
    longer = [full for full in chosen if same(words, full)] or [
        full for full in chosen if full[: len(words)] == words or sound_alike(words, full)
    ]
    return longer[0] if len(longer) == 1 else None


def best_spelling(spellings: Counter[str]) -> str:
    """The most frequent one; of equals the longest, then the first in the alphabet."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], -len(spelling), spelling))


def written(text: str, words: Words) -> str:
    """The name as it stands in the text, without the titles that ``words`` does not have."""
    parts = plain(without_nickname(text)).split(" ")
    kept = parts[max(0, len(parts) - len(words)) :] if len(parts) > len(words) else parts
    name = " ".join(kept)
    return name.title() if name.isupper() and len(name) > _SHORT_CAPITALS else name
