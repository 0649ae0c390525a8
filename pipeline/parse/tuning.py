from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer, Tagger, Tok2Vec
from thinc.api import Model, use_ops

from pipeline.parse import network
from pipeline.parse.network import UnknownLayer

log = logging.getLogger(__name__)


def load_plain(name: str) -> Language:
    """The pipeline as spaCy gives it."""
    return spacy.load(name)


def load(name: str) -> Language:
    """The pipeline with all that makes it faster."""
    with use_ops("numpy", use_blis=False):  # a layer keeps what is set while it is made
        nlp = spacy.load(name)
    for pipe_name, pipe in nlp.pipeline:
        tune = TUNINGS.get(type(pipe))
        if tune:
            try:
                tune(pipe)
            except UnknownLayer as reason:
                log.info("%s of %s runs as spaCy made it: %s", pipe_name, name, reason)
    return nlp


def _tune_tok2vec(pipe: Tok2Vec) -> None:
    _compute(pipe.model, network.Vectors(pipe.model, pipe.vocab))


def _tune_tagger(pipe: Tagger) -> None:
    _compute(pipe.model, network.Scores(pipe.model, pipe.vocab))


def _tune_parser(pipe: DependencyParser | EntityRecognizer) -> None:
    tokens, lower, _ = pipe.model.layers
    states, table = network.States(tokens, pipe.vocab), network.Features(lower)
    _compute(tokens, states)
    _compute(lower, table)


TUNINGS: dict[type, Callable[[Any], None]] = {
    Tok2Vec: _tune_tok2vec,
    Tagger: _tune_tagger,
    DependencyParser: _tune_parser,
    EntityRecognizer: _tune_parser,
}


def _compute(layer: Model[Any, Any], predict: Callable[[Any], Any]) -> None:
    """Let ``predict`` do what the layer does, except in training."""
    train = layer._func

    def forward(model: Model[Any, Any], given: Any, is_train: bool) -> Any:
        return train(model, given, is_train) if is_train else (predict(given), None)

    layer._func = forward
