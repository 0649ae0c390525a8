"""Known names that several things share: "Georgia", "Punjab", "Bush". What else the document names may tell which.

A thing that the document also calls by a name of its own is the one that is meant. Else a place is, whose own cities,
regions and people the document speaks of far more than of the others'; a country alone is no witness for what lies in
it, as countries are named in others' news. Where that leaves two, the mention keeps no id and lists both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.lexicon.entries import Entry
from pipeline.names.mention import Mention

_CLEARLY = 2  # times as many witnesses as any other has
_INNER = ("city", "region", "state")


def settled(mentions: Sequence[Mention], countries: Mapping[str, str]) -> Iterator[Mention]:
    """The mentions in order; those with several ``entries`` with the id and name of the one that is meant, if any.

    countries: the country of each known place, people or person, by id.
    """
    if not any(mention.entries for mention in mentions):
        yield from mentions
        return
    named = {mention.entity_id for mention in mentions if mention.entity_id}
    witnesses = _witnesses(mentions, countries)
    for mention in mentions:
        entry = _meant(mention.entries, named, witnesses) if mention.entries else None
        if entry is None:
            yield mention
        else:
            yield replace(
                mention,
                label=entry.label,
                subtype=entry.subtype,
                entity_id=entry.id,
                name=entry.name,
                entries=(),
            )


def _witnesses(mentions: Sequence[Mention], countries: Mapping[str, str]) -> dict[tuple[str, bool], set[str]]:
    """The ids that speak for a country (True) and for a place within it (False), by the country's name."""
    found: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for mention in mentions:
        country = countries.get(mention.entity_id or "")
        if country is None or mention.entity_id is None or mention.subtype == "country":
            continue
        found[country, True].add(mention.entity_id)
        if mention.subtype in _INNER:
            found[country, False].add(mention.entity_id)
    return found


def _meant(entries: tuple[Entry, ...], named: set[str], witnesses: dict[tuple[str, bool], set[str]]) -> Entry | None:
    elsewhere = [entry for entry in entries if entry.id in named]
    if elsewhere:
        return elsewhere[0] if len(elsewhere) == 1 else None
    weights = [
        (len(witnesses.get((entry.country or "", entry.subtype == "country"), ())), number)
        for number, entry in enumerate(entries)
    ]
    (most, best), (second, _) = sorted(weights, reverse=True)[:2]
    return entries[best] if most and most > _CLEARLY * second else None
