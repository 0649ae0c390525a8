"""The recipe of ``models/given_names.txt``, from Faker's lists: ``python -m models.recipes.given_names``.

Faker is needed for this alone; the file is what runs read.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from faker.providers import person  # type: ignore[import-not-found, import-untyped, unused-ignore]

from pipeline.lexicon.lexicon import packaged
from pipeline.lexicon.source import models_folder
from pipeline.text.folding import fold

FILE = "given_names.txt"
LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_romanized_names")
HEAD = "# First names of many languages in Latin letters, folded; made by python -m models.recipes.given_names\n"


def given_names() -> Iterator[str]:
    """Every first name of Faker's locales that is written in Latin letters, folded."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for name in LISTS:
            rows = getattr(provider, name, ())
            for row in rows if isinstance(rows, (dict, tuple, list, set)) else ():
                name = fold(str(row))
                if name.isascii() and name.isalpha() and len(name) > 2:
                    yield name


def main() -> None:
    """Write the file: no words for things, no countries, peoples or cities."""
    places = (entry for entry in packaged().entries if entry.label in ("GPE", "NORP"))
    taken = {fold(name) for entry in places for name in entry.names}
    names = sorted(
        name for name in set(given_names()) if name not in taken and not packaged().kinds.of(name) - {"person"}
    )
    (models_folder() / FILE).write_text(HEAD + "\n".join(names) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
