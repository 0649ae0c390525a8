"""The tuning of spaCy: the same output in less time.

``load`` gives a pipeline whose components work in another way; what they make of a document is the same, which
``tests/parse`` holds it to. A component of another kind than is known here runs as spaCy made it, so that every
pipeline works.

- The networks of tok2vec, tagger, parser and ner are computed by ``pipeline.parse.network``.
- attribute_ruler and lemmatizer look up what they have found for a token of the same kind (``pipeline.parse.rules``).

All matrices are multiplied by numpy's BLAS. On some processors the blis that comes with spaCy is faster, and a short
race could tell; but the two round in different ways, and the run in which the race ends the other way could end in
other bytes. So there is no race. The BLAS keeps to one thread (``pipeline/__init__.py``): processes share the work.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Tagger, Tok2Vec
from thinc.api import Model, use_ops

from pipeline.parse import network, rules
from pipeline.parse.network import UnknownLayer
from pipeline.parse.rules import UnknownRules

log = logging.getLogger(__name__)


def load_plain(name: str) -> Language:
    """The pipeline as spaCy gives it."""
    return spacy.load(name)


def load(name: str) -> Language:
    """The pipeline with all that makes it faster."""
    with use_ops("numpy", use_blis=False):  # for layers of other kinds, which keep what is set while they are made
        nlp = spacy.load(name)
    for at, (pipe_name, pipe) in enumerate(nlp._components):
        tune = TUNINGS.get(type(pipe))
        if tune and pipe_name in nlp.pipe_names:
            try:
                nlp._components[at] = (pipe_name, tune(pipe))
            except (UnknownLayer, UnknownRules) as reason:
                log.info("%s of %s runs as spaCy made it: %s", pipe_name, name, reason)
    return nlp


def _tok2vec(pipe: Tok2Vec) -> Tok2Vec:
    _compute(pipe.model, network.Vectors(pipe.model, pipe.vocab))
    return pipe


def _tagger(pipe: Tagger) -> Tagger:
    _compute(pipe.model, network.Scores(pipe.model, pipe.vocab))
    return pipe


def _parser(pipe: DependencyParser | EntityRecognizer) -> DependencyParser | EntityRecognizer:
    tokens, lower, _ = pipe.model.layers
    states, table = network.States(tokens, pipe.vocab), network.Features(lower)
    _compute(tokens, states)
    _compute(lower, table)
    return pipe


TUNINGS: dict[type, Callable[[Any], Any]] = {
    Tok2Vec: _tok2vec,
    Tagger: _tagger,
    DependencyParser: _parser,
    EntityRecognizer: _parser,
    AttributeRuler: rules.Rules,
    EnglishLemmatizer: rules.Lemmas,
}


def _compute(layer: Model[Any, Any], predict: Callable[[Any], Any]) -> None:
    """Let ``predict`` do what the layer does, except in training."""
    train = layer._func

    def forward(model: Model[Any, Any], given: Any, is_train: bool) -> Any:
        return train(model, given, is_train) if is_train else (predict(given), None)

    layer._func = forward
