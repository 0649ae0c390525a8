"""Known names: the packaged lists and the user's files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline import tag
from pipeline.config import Config
from pipeline.errors import UsageError
from pipeline.lexicon.entries import Entry
from pipeline.lexicon.lexicon import packaged
from pipeline.names.gazetteer import Gazetteer, load, only
from pipeline.text.folding import level
from tests.conftest import Parse
from tests.support import article

LEEDS = Entry(id="gpe/leeds", label="GPE", name="Leeds", aliases=("Leeds City",), country="United Kingdom")
LEEDS_CLUB = Entry(id="org/leeds-united", label="ORG", name="Leeds United", aliases=("Leeds",))


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What stands where: the text of each hit and the ids that it may have."""
    return [(text[hit.start : hit.end], tuple(e.id for e in hit.entries)) for hit in gazetteer.find(level(text))]


def test_the_longest_name_wins_and_words_stay_whole() -> None:
    """No hit inside another, none within a word."""
    gazetteer = Gazetteer([LEEDS, LEEDS_CLUB])
    assert found(gazetteer, "Leeds United beat Leedsham; LEEDS cheered") == [
        ("Leeds United", ("org/leeds-united",)),
        ("LEEDS", ("gpe/leeds",)),
    ]


def test_a_name_of_two_things_keeps_both() -> None:
    """Which one is meant, the gazetteer does not say."""
    gazetteer = Gazetteer([LEEDS, LEEDS_CLUB])
    [hit] = gazetteer.find("in Leeds")
    assert {entry.id for entry in hit.entries} == {"gpe/leeds", "org/leeds-united"}
    assert only(hit.entries) is None


def test_a_weak_name_gives_way_to_a_firm_one() -> None:
    """A word like others counts only where nothing firm has the name."""
    nice = Entry(id="gpe/nice", label="GPE", name="Nice", weak=True)
    cookie = Entry(id="org/nice", label="ORG", name="Nice")
    [hit] = Gazetteer([nice, cookie]).find("Nice")
    assert hit.entries == (cookie,)


def test_packaged_ids_and_names_are_unique() -> None:
    """One entry an id; every entry that has a country names one that is an entry itself or was a state."""
    entries = packaged().entries
    assert max(Counter(entry.id for entry in entries).values()) == 1
    names = {entry.name for entry in entries if entry.subtype == "country"}
    assert set(packaged().countries.values()) - names <= {"Soviet Union"}


def test_user_files_in_three_forms(tmp_path: Path) -> None:
    """Entries of ours, patterns of spaCy's EntityRuler, entities of FollowTheMoney."""
    (tmp_path / "a.jsonl").write_text(
        '{"id": "org/blue-harbour", "label": "ORG", "name": "Blue Harbour", "aliases": ["BH Group"]}\n\n'
        '{"label": "PERSON", "pattern": "Ada Quill"}\n'
        '{"id": "NK-1", "schema": "Company", "name": "Acme Dredging", "alias": "Acme"}\n',
        encoding="utf-8",
    )
    gazetteer = load(packaged().entries, [str(tmp_path / "a.jsonl")])
    assert found(gazetteer, "BH Group paid Acme, said Ada Quill of France") == [
        ("BH Group", ("org/blue-harbour",)),
        ("Acme", ("NK-1",)),
        ("Ada Quill", ("person/ada-quill",)),
        ("France", ("gpe/france",)),
    ]


def test_a_user_file_adds_aliases_to_a_known_entity(tmp_path: Path) -> None:
    """The same id again: the names come together."""
    (tmp_path / "a.jsonl").write_text('{"id": "org/united-nations", "label": "ORG", "name": "Onu"}\n', encoding="utf-8")
    gazetteer = load(packaged().entries, [str(tmp_path / "a.jsonl")])
    [hit] = gazetteer.find("the Onu")
    assert hit.entries[0].name == "United Nations"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "a.jsonl:2: "),
        ("[]", "not a JSON object"),
        ('{"id": "x", "label": "CITY", "name": "X"}', "unknown label 'CITY'"),
        ('{"id": "x", "label": "DATE", "name": "X"}', "unknown label 'DATE'"),
        ('{"id": "x", "label": "ORG", "name": " "}', "an empty id, name or alias"),
        ('{"id": "x", "label": "ORG"}', "name"),
        ('{"id": "x", "label": "ORG", "name": "X", "colour": 1}', "colour"),
        ('{"label": "ORG", "pattern": [{"LOWER": "x"}]}', "token pattern"),
        ('{"id": "x", "schema": "Starship", "name": "X"}', "unknown schema 'Starship'"),
    ],
)
def test_a_bad_line_is_told_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    """The file, the line and what is wrong."""
    (tmp_path / "a.jsonl").write_text(f'{{"id": "y", "label": "ORG", "name": "Y"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.jsonl:2: ") as error:
        load(packaged().entries, [str(tmp_path / "a.jsonl")])
    assert told in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """An error of the user's, with the fix."""
    with pytest.raises(UsageError, match="--gazetteer"):
        load(packaged().entries, [str(tmp_path / "none.jsonl")])


def test_the_user_knows_better(tmp_path: Path) -> None:
    """A name in the user's file is the user's entity, though a packaged one has it too; a known id only gets names."""
    (tmp_path / "own.jsonl").write_text(
        '{"id": "Q7747", "schema": "Person", "name": "Vladimir Putin"}\n'
        '{"id": "gpe/leeds", "label": "GPE", "name": "Loidis"}\n',
        encoding="utf-8",
    )
    gazetteer = load(packaged().entries, [str(tmp_path / "own.jsonl")])
    assert found(gazetteer, "Vladimir Putin in Leeds, once Loidis") == [
        ("Vladimir Putin", ("Q7747",)),
        ("Leeds", ("gpe/leeds",)),
        ("Loidis", ("gpe/leeds",)),
    ]


def test_the_id_of_a_users_person_is_the_surnames_too(tmp_path: Path, parsed: Parse) -> None:
    """The bare surname, in this article and in another on the same affair, has the id of the user's file."""
    file = tmp_path / "own.jsonl"
    file.write_text('{"id": "Q1", "schema": "Person", "name": "Anna Lindqvist"}\n', encoding="utf-8")
    texts = [
        "Anna Lindqvist opened the Oslo Peace Forum with Kamau Otieno on Monday. Lindqvist thanked the guests.",
        "Lindqvist left the Oslo Peace Forum early, and Kamau Otieno closed it.",
    ]
    step = tag.make(Config(gazetteers=(str(file),)))
    articles = list(step(article(doc.text, doc, name=f"d{n}") for n, doc in enumerate(parsed(texts))))
    table = tag.build_table(map(tag.gather, articles))
    ids = {e.entity_id for one in articles for e in tag.finish(one, table).entities if "Lindqvist" in e.text}
    assert ids == {"Q1"}
