"""The configuration that a command line asks for, with everything that is wrong about it told at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

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
        if reads_inputs and not config.inputs and Path(SEEDS).is_dir():
            config = msgspec.structs.replace(config, inputs=(SEEDS,))
    except ConfigError as error:
        problems += error.problems
        config = _with_paths(given)
    problems += [*(_input_problems(config) if reads_inputs else ()), *_path_problems(config)]
    if problems:
        raise ConfigError([safe(problem) for problem in problems])
    return config


def _with_paths(given: dict[str, Any]) -> Config:
    """The paths of the command line, when nothing else is known; nothing can be said of a broken file's inputs."""
    paths = {name: given[name] for name in ("inputs", "out", "gazetteers") if name in given}
    return Config(**{"inputs": (STDIN,), **paths})


def _input_problems(config: Config) -> Iterator[str]:
    """What is wrong with the inputs, one sentence each with the fix."""
    if not config.inputs:
        yield f"nothing to read: name files, folders or '{STDIN}', or set inputs in pipeline.toml"
    for path in config.inputs:
        if path != STDIN and not Path(path).exists() and not Path(path).is_symlink():
            yield f"input {path}: there is no such file or folder; check the path"


def _path_problems(config: Config) -> Iterator[str]:
    """What is wrong with the other paths."""
    if Path(config.out).exists() and not Path(config.out).is_dir():
        yield f"out {config.out}: this is a file; name a folder with --out"
    for path in config.gazetteers:
        if not Path(path).is_file():
            yield f"gazetteer {path}: there is no such file; check the path"
