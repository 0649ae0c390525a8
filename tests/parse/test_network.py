"""Each class of the network against the layers that it stands for, and rows that do not depend on each other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from thinc.api import LayerNorm, Linear, Maxout, Relu, chain, expand_window, residual, with_array

from pipeline.parse import network
from pipeline.parse.network import ROWS, Convolution, Floats, Product, UnknownLayer, Vectors

RANDOM = np.random.default_rng(7)


def random(*shape: int) -> Any:
    return RANDOM.standard_normal(shape, dtype=np.float32)


def product(of: Product, rows: Floats) -> Floats:
    """The rows multiplied."""
    out = np.empty((network.whole(len(rows)), of.n_out), dtype=np.float32)
    of.of_any(rows, out)
    return out[: len(rows)]


@pytest.mark.parametrize("rows", [0, 1, 7, 8, ROWS - 1, ROWS, ROWS + 1, 3 * ROWS])
def test_a_product_is_a_product(rows: int) -> None:
    weights, some = random(96, 50), random(rows, 96)
    np.testing.assert_allclose(product(Product(weights), some), some @ weights, rtol=1e-4, atol=1e-4)


def test_a_row_does_not_depend_on_its_place() -> None:
    for n_in, n_out in ((288, 288), (384, 288), (576, 288), (64, 1024), (96, 50), (7, 3)):
        of, row = Product(random(n_in, n_out)), random(1, n_in)
        alone = product(of, row)
        for before in (1, 5, 6, 7, 100, 500):
            rows = np.vstack([random(before, n_in), row, random(3, n_in)])
            assert np.array_equal(product(of, rows)[before : before + 1], alone)


def convolution(width: int = 32, pieces: int = 3) -> Any:
    """Layers as those of a tok2vec, with weights by chance."""
    layers = []
    for _ in range(3):
        maxout, norm = Maxout(nO=width, nI=width * 3, nP=pieces), LayerNorm(nI=width)
        maxout.set_param("W", random(width, pieces, width * 3))
        maxout.set_param("b", random(width, pieces))
        norm.set_param("G", random(width))
        norm.set_param("b", random(width))
        layers.append(residual(chain(expand_window(window_size=1), maxout, norm)))
    return with_array(chain(*layers), pad=3)


def test_a_convolution_is_what_the_layers_compute() -> None:
    layer = convolution()
    arrays = [random(size, 32) for size in (1, 30, 2, 500, 190)]
    for ours, theirs in zip(Convolution(layer)(arrays), layer.predict(arrays), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-3)


def test_an_array_does_not_depend_on_others() -> None:
    compute = Convolution(convolution())
    arrays = [random(size, 32) for size in (1, 30, 0, 2, 500, 190, 191, 192, 193)]
    together = compute(arrays)
    for array, result in zip(arrays, together, strict=True):
        assert np.array_equal(compute([array])[0], result)
    assert all(np.array_equal(*pair) for pair in zip(compute(arrays[::-1]), together[::-1], strict=True))


def test_static_vectors_are_part_of_the_embedding() -> None:
    vocab = spacy.blank("en").vocab
    for word in ("boats", "sank", "near", "Oslo"):
        vocab.set_vector(word, random(20))
    docs = [
        Doc(vocab, words=text.split()) for text in ("Two boats sank near Oslo .", "boats", "Nothing known here", "")
    ]
    embed = MultiHashEmbed(32, ["NORM", "SHAPE"], [500, 100], include_static_vectors=True)
    model: Any = build_Tok2Vec_model(embed, MaxoutWindowEncoder(32, window_size=1, maxout_pieces=3, depth=2))
    model.initialize(docs)
    for ours, theirs in zip(Vectors(model, vocab)(docs), model.predict(docs), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(
    "layer",
    [
        with_array(Linear(4, 4)),
        with_array(chain(Linear(4, 4), Relu(4, 4))),
        with_array(residual(chain(expand_window(1), Linear(4, 12), Relu(4, 4)))),
        Linear(4, 4),
    ],
)
def test_a_layer_that_is_built_in_another_way_is_refused(layer: Any) -> None:
    with pytest.raises(UnknownLayer):
        Convolution(layer)
    with pytest.raises(UnknownLayer):
        Vectors(layer, spacy.blank("en").vocab)
