"""The configuration that a command line asks for, with everything that is wrong about it told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.config import SEEDS, Config, load
from pipeline.errors import ConfigError
from pipeline.text.terminal import safe

STDIN = "-"


def settings(file: Path | None, *, reads_inputs: bool, **flags: Any) -> Config:
    """The configuration of a command: the file's settings with the flags over them.

    file: a TOML file, or None for pipeline.toml of the working folder, if any.
    reads_inputs: whether the command needs something to read; seeds/ is taken where nothing is named.
    flags: settings of the command line; None and empty means "not given".
    Raises ConfigError with all problems, those of settings and those of paths.
    """
    given = {name: value for name, value in flags.items() if value is not None and value != ()}
    problems: list[str] = []
    try:
        config = load(file, **given)
        inputs, out, gazetteers = config.inputs, config.out, config.gazetteers
        if reads_inputs and not inputs and Path(SEEDS).is_dir():
            inputs = (SEEDS,)
    except ConfigError as error:
        problems += error.problems
        config = Config()
        inputs, out, gazetteers = given.get("inputs", ()), given.get("out", config.out), given.get("gazetteers", ())
        if reads_inputs and not inputs:
            inputs = (STDIN,)  # nothing can be said of the inputs of a file that cannot be read
    problems += _path_problems(inputs if reads_inputs else None, out, gazetteers)
    if problems:
        raise ConfigError([safe(problem) for problem in problems])
    return load(file, **given | {"inputs": inputs}) if reads_inputs else config


def _path_problems(inputs: Sequence[str] | None, out: str, gazetteers: Sequence[str]) -> Iterator[str]:
    if inputs is not None:
        if not inputs:
            yield f"nothing to read: name files, folders or '{STDIN}', or set inputs in pipeline.toml"
        for path in inputs:
            if path != STDIN and not Path(path).exists() and not Path(path).is_symlink():
                yield f"input {path}: there is no such file or folder; check the path"
    if Path(out).exists() and not Path(out).is_dir():
        yield f"out {out}: this is a file; name a folder with --out"
    for path in gazetteers:
        if not Path(path).is_file():
            yield f"gazetteer {path}: there is no such file; check the path"
