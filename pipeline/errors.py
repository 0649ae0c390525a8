"""The errors that the pipeline raises on purpose. Every message is one line and says the fix."""

from __future__ import annotations


class PipelineError(Exception):
    """Something the user can mend. ``exit_code`` is what the command line ends with."""

    exit_code = 1


class UsageError(PipelineError):
    """A wrong option, configuration or input path."""

    exit_code = 2


class ConfigError(UsageError):
    """One or more wrong settings, all told at once."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


class ModelMissing(UsageError):
    """The spaCy pipeline that was asked for is not installed."""


class LexiconError(PipelineError):
    """A data file of models/ that cannot be read: the file, the line and what was expected there."""


class OutputError(PipelineError):
    """A file of an output folder is absent, broken or cannot be written."""
