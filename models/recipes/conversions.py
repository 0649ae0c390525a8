"""The recipe of ``models/conversions.tsv``, from Pint's tables: ``python -m models.recipes.conversions``.

Pint is needed for this alone, and takes longer to load than a small run to work: so its factors are kept in a file.
A test holds the file against the recipe.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pint

from pipeline.lexicon.lexicon import packaged
from pipeline.lexicon.source import models_folder
from pipeline.values.units.spellings import spellings_of

FILE = "conversions.tsv"
HEAD = """# Made by models/recipes/conversions.py from Pint's tables; see README.md
# unit | factor and zero, to get the base unit of its dimension: amount x factor + zero | the base unit
"""
PINT_NAMES = {
    "celsius": "degC", "fahrenheit": "degF", "ton": "short_ton", "deadweight_ton": "long_ton", "megatonne": "1e6 tonne",
    "kilotonne": "1e3 tonne", "gigatonne": "1e9 tonne", "barrel": "oil_bbl", "century": "century",
    "british_thermal_unit": "Btu", "foodcalorie": "kilocalorie", "mile_per_hour": "mile/hour", "acre_foot": "acre_foot",
    "kilometer_per_hour": "kilometer/hour", "meter_per_second": "meter/second", "quintal": "100 kilogram",
    "million_british_thermal_units": "1e6 Btu", "quarter": "0.25 year", "gallon_imperial": "imperial_gallon",
    "mile_scandinavian": "10 kilometer", "mach": "mach",
}  # fmt: skip
BASES = {
    "length": ("meter", "meter"), "area": ("meter**2", "square_meter"), "mass": ("kilogram", "kilogram"),
    "volume": ("meter**3", "cubic_meter"), "speed": ("meter/second", "meter_per_second"),
    "temperature": ("degC", "celsius"), "energy": ("joule", "joule"), "power": ("watt", "watt"),
    "duration": ("second", "second"), "age": ("second", "second"),
}  # fmt: skip
RATIOS = {
    "fraction": (100.0, "percent"), "percent": (1.0, "percent"), "permille": (0.1, "percent"),
    "part_per_million": (1e-4, "percent"), "part_per_billion": (1e-7, "percent"),
    "percentage_point": (1.0, "percentage_point"), "basis_point": (0.01, "percentage_point"),
}  # fmt: skip


def table() -> str:
    """The file's text."""
    rows = {unit: (factor, 0.0, base) for unit, (factor, base) in RATIOS.items()} | dict(_units())
    body = "".join(f"{unit}\t{factor!r}\t{zero!r}\t{base}\n" for unit, (factor, zero, base) in sorted(rows.items()))
    return HEAD + body


def _units() -> Iterator[tuple[str, tuple[float, float, str]]]:
    registry: Any = pint.UnitRegistry()  # its types differ from version to version
    words = spellings_of(packaged().units, packaged().amounts).words
    for unit, dimension in sorted({(found.name, found.dimension) for found in words.values()}):
        if dimension not in BASES:
            continue
        into, base = BASES[dimension]
        spelled = PINT_NAMES.get(unit, unit.replace("square_", "sq_").replace("cubic_", "cu_"))
        if unit.startswith("square_"):
            spelled = unit.removeprefix("square_") + "**2"
        elif unit.startswith("cubic_"):
            spelled = unit.removeprefix("cubic_") + "**3"
        try:
            parsed = registry.parse_expression(spelled) if spelled[0].isdecimal() else registry.Quantity(1, spelled)
            zero = float(registry.Quantity(0, parsed.units).to(into).magnitude)
            one = float(registry.Quantity(1, parsed.units).to(into).magnitude)
        except (pint.PintError, AttributeError):
            continue  # a unit that Pint does not know is compared under its own name
        factor = (one - zero) * float(parsed.magnitude)
        yield unit, (float(f"{factor:.12g}"), float(f"{zero:.12g}"), base)


def main() -> None:
    """Write the file."""
    text = table()
    (models_folder() / FILE).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(text.splitlines()) - 2} units\n")


if __name__ == "__main__":
    main()
