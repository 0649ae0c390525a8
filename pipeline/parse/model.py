"""Loading the spaCy pipeline that the user names, and refusing one that cannot do the work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ModelMissing, UsageError

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGE = "en"
LONGEST_CAUSE = 300  # characters of an exception that are told
NEEDED = {  # what the stages read of a parse, and who sets it
    "token.tag": "a tagger",
    "token.dep": "a parser",
    "doc.ents": "an entity recogniser (ner)",
    "token.lemma": "a lemmatizer",
}


def load_model(name: str, tuned: bool) -> Language:
    """Load an English spaCy pipeline.

    name: an installed package, or the folder of a pipeline, as ``spacy.load`` takes it.
    tuned: make it faster with the same output (``pipeline.parse.tuning``).
    Raises ModelMissing when it is not there, UsageError when it cannot be loaded, is not English, or lacks a part that
    the stages need.
    """
    model_version(name)
    from pipeline.parse import tuning  # spaCy takes a second to import: only for those who parse

    try:
        nlp = tuning.load(name) if tuned else tuning.load_plain(name)
    except Exception as error:
        cause = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_CAUSE]
        raise UsageError(
            f"the spaCy pipeline '{name}' cannot be loaded ({cause}); name another with --model"
        ) from error
    _require(nlp, name)
    return nlp


def model_version(name: str) -> str:
    """The version of a spaCy pipeline, read without loading it (or spaCy). Raises ModelMissing."""
    from importlib import metadata

    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):
        pass
    try:
        return str(json.loads((Path(name) / "meta.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(
            f"the spaCy pipeline '{name}' is not installed: python -m spacy download {name}, "
            "or pip install the wheel of it, or name an installed one with --model"
        ) from error


def _require(nlp: Language, name: str) -> None:
    """Raise UsageError unless ``nlp`` is English and sets all that the stages read."""
    if nlp.lang != LANGUAGE:
        raise UsageError(f"the spaCy pipeline '{name}' is for language '{nlp.lang}': name an English one with --model")
    sets = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    lacking = [part for attribute, part in NEEDED.items() if attribute not in sets]
    if lacking:
        raise UsageError(
            f"the spaCy pipeline '{name}' has no {', no '.join(part.split(' ', 1)[1] for part in lacking)}: "
            "name one with a tagger, a parser, a lemmatizer and ner with --model, such as en_core_web_sm"
        )
