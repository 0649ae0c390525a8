"""The networks of spaCy's CPU pipelines, computed in less time.

Each class here reads the weights of some layers and computes the same as they do, with these savings: the embedding of
a token is computed once for all tokens that have the same attributes; products go through numpy's BLAS into memory that
is already there; work goes block by block, so that it stays in the processor's cache.

A row of a result does not depend on the rows beside it, to the last bit, so what a document's parse is does not depend
on what else is in its batch or came before; ``Product`` sees to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from pipeline.parse.memory import Keys, Memory, attributes

Layer: TypeAlias = Model[Any, Any]
Floats: TypeAlias = NDArray[np.float32]

ROWS = 192  # what is multiplied has so many rows, or a multiple of it
BLOCK = 2 * ROWS  # rows whose intermediate results fit the cache
# How rows are multiplied: so many at once, and a row has the same result at each place that is a multiple of the step.
# The first that holds on this processor is taken. The last always hold.
ANYWHERE = ((ROWS, 1), (8, 1), (1, 1))
IN_STEPS = ((ROWS, 1), (ROWS, 12), (ROWS, ROWS))

LISTENER = "spacy.pipeline.tok2vec"


class UnknownLayer(Exception):
    """The layer is not built as the class for it expects."""


class Product:
    """Rows times a matrix of weights; what becomes of a row depends on nothing but the row.

    A BLAS rounds in different ways for matrices of different sizes, so all calls have matrices of one size. And it may
    do so for the rows of one matrix: the kernels for AVX-512 and ARM do not, but those for AVX2 go six rows and six
    rows, with other last bits. There, either fewer rows are multiplied at once, which takes half as long again, or it
    is up to the caller that a row always has the same place: see ``step``.
    """

    def __init__(self, weights: Floats, ways: tuple[tuple[int, int], ...] = ANYWHERE) -> None:
        self.n_in, self.n_out = weights.shape
        self._weights = np.ascontiguousarray(weights, dtype=np.float32)
        self._group, self.step = next(way for way in ways if self._holds(*way))

    def __call__(self, rows: Floats, out: Floats) -> Floats:
        """Fill ``out``; both are contiguous and have a multiple of ``ROWS`` rows."""
        grouped = out.reshape(-1, self._group, self.n_out)
        np.matmul(rows.reshape(-1, self._group, self.n_in), self._weights, out=grouped)
        return out

    def of_any(self, rows: Floats, out: Floats) -> None:
        """Fill the first ``len(rows)`` rows of ``out``, which must have ``whole(len(rows))``: the rest is undefined."""
        full = len(rows) - len(rows) % ROWS
        self(rows[:full], out[:full])
        if full < len(rows):
            rest = np.zeros((ROWS, self.n_in), dtype=np.float32)
            rest[: len(rows) - full] = rows[full:]
            self(rest, out[full : full + ROWS])

    def _holds(self, group: int, step: int) -> bool:
        """Whether the same rows again have the same results ``step`` rows further on."""
        rows = np.random.default_rng(0).standard_normal((step, self.n_in), dtype=np.float32)
        result = np.matmul(np.tile(rows, (group // step, 1)), self._weights).reshape(-1, step, self.n_out)
        return bool((result == result[0]).all())


class Dense:
    """Maxout with layer normalisation: rows of ``n_in`` numbers to rows of ``n_out``."""

    def __init__(self, layers: Sequence[Layer], ways: tuple[tuple[int, int], ...] = ANYWHERE) -> None:
        maxout, norm = layers
        weights = _weights(maxout, "W")  # out, pieces, in
        self.n_out, self._pieces, self.n_in = weights.shape
        # The pieces side by side, so that the maximum of them is one of whole stretches of memory.
        self._product = Product(weights.transpose(2, 1, 0).reshape(self.n_in, -1), ways)
        self.step = self._product.step
        self._bias = np.ascontiguousarray(_weights(maxout, "b").T).reshape(-1)
        self._gain = _weights(norm, "G")
        self._shift = _weights(norm, "b")

    def workspace(self) -> Floats:
        """Memory that ``__call__`` works in, for up to ``BLOCK`` rows."""
        return np.empty((BLOCK, self._pieces * self.n_out), dtype=np.float32)

    def __call__(self, rows: Floats, workspace: Floats) -> Floats:
        """The result, in ``workspace``, for a multiple of ``ROWS`` rows."""
        products = self._product(rows, workspace[: len(rows)])
        products += self._bias
        best = products[:, : self.n_out]
        for start in range(self.n_out, self._pieces * self.n_out, self.n_out):
            np.maximum(best, products[:, start : start + self.n_out], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(self.n_out)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self.n_out)
        variance += np.float32(1e-08)
        best *= (np.float32(1.0) / np.sqrt(variance))[:, None]
        best *= self._gain
        best += self._shift
        return best


class StaticVectors:
    """The vectors of words that come with a pipeline, brought to the width of its network."""

    def __init__(self, layer: Layer, vocab: Vocab) -> None:
        table = vocab.vectors
        if getattr(table, "mode", None) != "default" or not isinstance(table.data, np.ndarray):
            raise UnknownLayer("vectors of another kind")
        self.column = str(vocab.strings[table.attr])
        self._table = table
        self._product = Product(_weights(layer, "W").T)

    def __call__(self, words: Keys) -> Floats:
        """A row for each word; zeros for one that has no vector."""
        rows = np.asarray(self._table.find(keys=words))
        result: Floats = np.empty((whole(len(words)), self._product.n_out), dtype=np.float32)
        self._product.of_any(np.ascontiguousarray(self._table.data[rows], dtype=np.float32), result)
        result = result[: len(words)]
        result[rows < 0] = 0
        return result


class Embedding:
    """Hash embeddings of a token's attributes, and its static vector where the pipeline has vectors, mixed into one."""

    def __init__(self, layer: Layer, vocab: Vocab) -> None:
        *lookups, mix, _ = _expect(layer, ..., "thinc.layers.with_array", "thinc.layers.ragged2list")
        self._vectors: StaticVectors | None = None
        if len(lookups) == 1 and _kind(lookups[0]) == "thinc.layers.concatenate" and len(lookups[0].layers) == 2:
            hashes, vectors = lookups[0].layers
            _expect(vectors, "spacy.ml.staticvectors")
            self._vectors = StaticVectors(vectors, vocab)
            lookups = list(_leaves(hashes))
        kinds = [_kind(part) for part in lookups]
        if kinds != ["spacy.ml.featureextractor", "thinc.layers.list2ragged", "thinc.layers.with_array"]:
            raise UnknownLayer("an embedding of another kind")
        self._columns = list(lookups[0].attrs["columns"])
        self._width = len(self._columns)
        if self._vectors is not None:
            self._columns.append(self._vectors.column)
        self._hashes = lookups[2].layers[0]
        self._mix = Dense(_expect(mix.layers[0], "thinc.layers.maxout", "thinc.layers.layernorm"))
        self._memory = Memory(self._mix.n_out, np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The embedded tokens of each document."""
        features: Keys = np.concatenate([attributes(doc, self._columns) for doc in docs])
        return _split(self._memory(features, lambda places: self._embedded(features[places])), docs)

    def _embedded(self, features: Keys) -> Floats:
        """The rows for these tokens."""
        result = np.empty((len(features), self._mix.n_out), dtype=np.float32)
        rows = np.zeros((BLOCK, self._mix.n_in), dtype=np.float32)
        workspace = self._mix.workspace()
        for start, end in _blocks(len(features)):
            part = features[start:end]
            looked_up = self._hashes.predict(np.ascontiguousarray(part[:, : self._width]))
            rows[: len(part), : looked_up.shape[1]] = looked_up
            if self._vectors is not None:
                rows[: len(part), looked_up.shape[1] :] = self._vectors(part[:, -1])
            result[start:end] = self._mix(rows[: whole(len(part))], workspace)[: len(part)]
        return result


class Convolution:
    """Residual layers of maxout over a window of rows, on lists of arrays with some rows of zeros between them."""

    def __init__(self, layer: Layer) -> None:
        _expect(layer, "thinc.layers.with_array")
        self._pad = layer.attrs["pad"]
        self._layers: list[Dense] = []
        windows = set()
        for residual in _leaves(layer.layers[0]):
            _expect(residual, "thinc.layers.residual")
            window, *dense = _expect(
                residual.layers[0], "thinc.layers.expand_window", "thinc.layers.maxout", "thinc.layers.layernorm"
            )
            windows.add(window.attrs["window_size"])
            self._layers.append(Dense(dense, IN_STEPS))
        if len(windows) != 1:
            raise UnknownLayer("windows of several sizes")
        self._window = windows.pop()
        self._width = self._layers[0].n_out
        self._step = max(dense.step for dense in self._layers)
        if any((dense.n_in, dense.n_out) != (self._span, self._width) for dense in self._layers):
            raise UnknownLayer("layers of several widths")

    @property
    def _span(self) -> int:
        """How many numbers a window of rows has."""
        return int(self._width * (2 * self._window + 1))

    def __call__(self, arrays: Sequence[Floats]) -> list[Floats]:
        """The rows of each array in the light of those around them."""
        edge = self._window
        starts = []  # of each array among the rows that are multiplied
        used = 0
        for array in arrays:
            starts.append(-(-(used + self._pad) // self._step) * self._step)
            used = starts[-1] + len(array)
        used += self._pad
        # Two buffers that take turns as input and output; the edges around the rows stay zero.
        flat, other = (np.zeros((used + 2 * edge, self._width), dtype=np.float32) for _ in range(2))
        for start, array in zip(starts, arrays, strict=True):
            flat[start + edge : start + edge + len(array)] = array
        columns = np.zeros((BLOCK, self._span), dtype=np.float32)
        workspace = self._layers[0].workspace()
        for dense in self._layers:
            step = flat.strides[0]
            windows = np.lib.stride_tricks.as_strided(flat, (used, self._span), (step, flat.itemsize), writeable=False)
            for start, end in _blocks(used):
                size = end - start
                columns[:size] = windows[start:end]
                result = dense(columns[: whole(size)], workspace)
                rows = slice(start + edge, end + edge)
                np.add(flat[rows], result[:size], out=other[rows])
            flat, other = other, flat
        found = flat[edge:]
        return [found[start : start + len(array)].copy() for start, array in zip(starts, arrays, strict=True)]


class Vectors:
    """The whole of a tok2vec: documents to the vectors of their tokens."""

    def __init__(self, layer: Layer, vocab: Vocab) -> None:
        if _kind(layer) != "thinc.layers.chain" or len(layer.layers) != 2:
            raise UnknownLayer("a tok2vec of another kind")
        self._embedding = Embedding(layer.layers[0], vocab)
        self._convolution = Convolution(layer.layers[1])

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """An array for each document, a row for each token."""
        return self._convolution(self._embedding(docs))


class Scores:
    """The tagger: for each token a score of each tag."""

    def __init__(self, layer: Layer, vocab: Vocab) -> None:
        tok2vec, last = _expect_layers(layer, ..., "thinc.layers.with_array")
        (softmax,) = _expect(last.layers[0], "thinc.layers.softmax")
        if softmax.attrs["softmax_normalize"]:
            raise UnknownLayer("scores that are normalised")
        self._vectors = _vectors_of(tok2vec, vocab)
        self._linear = _Linear(softmax)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """An array for each document, a row for each token, a column for each tag."""
        vectors = self._vectors(docs)
        return _split(self._linear(vectors), docs)


class States:
    """What the parser and ner make of the tokens before they begin: one row for each token of all documents."""

    def __init__(self, layer: Layer, vocab: Vocab) -> None:
        tok2vec, _, linear = _expect_layers(layer, ..., "thinc.layers.list2array", "thinc.layers.linear")
        self._vectors = _vectors_of(tok2vec, vocab)
        self._linear = _Linear(linear)

    def __call__(self, docs: Sequence[Doc]) -> Floats:
        """The rows of all documents, one after the other."""
        return self._linear(self._vectors(docs))


class Features:
    """The parser's precomputed table: for each token, what it adds to the state in each role that it can play."""

    def __init__(self, layer: Layer) -> None:
        _expect(layer, "spacy.ml._precomputable_affine")
        weights = _weights(layer, "W")  # role, out, pieces, in
        self._shape = weights.shape[:3]
        self._product = Product(weights.reshape(-1, weights.shape[3]).T)
        self._pad = _weights(layer, "pad").reshape(-1)

    def __call__(self, tokens: Floats) -> Floats:
        """The table for these rows; its first row is that of no token."""
        table = np.empty((whole(len(tokens)) + 1, self._product.n_out), dtype=np.float32)
        table[0] = self._pad
        self._product.of_any(tokens, table[1:])
        return table[: len(tokens) + 1].reshape(len(tokens) + 1, *self._shape)


class _Linear:
    """A product and a bias, for the rows of some arrays together."""

    def __init__(self, layer: Layer) -> None:
        self._product = Product(_weights(layer, "W").T)
        self._bias = _weights(layer, "b")

    def __call__(self, arrays: Sequence[Floats]) -> Floats:
        rows = np.concatenate(arrays)
        result: Floats = np.empty((whole(len(rows)), self._product.n_out), dtype=np.float32)
        self._product.of_any(rows, result)
        result = result[: len(rows)]
        result += self._bias
        return result


def whole(size: int) -> int:
    """``size`` rounded up to whole groups of rows."""
    return -(-size // ROWS) * ROWS


def _blocks(size: int) -> Iterator[tuple[int, int]]:
    """The first and the last row, plus one, of each block of so many rows."""
    for start in range(0, size, BLOCK):
        yield start, min(start + BLOCK, size)


def _split(rows: Floats, docs: Sequence[Doc]) -> list[Floats]:
    """The rows of each document, of those of all."""
    return np.split(rows, np.cumsum([len(doc) for doc in docs])[:-1])


def _vectors_of(layer: Layer, vocab: Vocab) -> Callable[[Sequence[Doc]], list[Floats]]:
    """What gives a component its vectors: a tok2vec of its own, or one for several, which has left them in the Doc."""
    if _kind(layer) == LISTENER:
        return cast("Callable[[Sequence[Doc]], list[Floats]]", layer.predict)
    return Vectors(layer, vocab)


def _weights(layer: Layer, name: str) -> Floats:
    """A parameter of a layer."""
    return np.asarray(layer.get_param(name), dtype=np.float32)


def _kind(layer: Layer) -> str:
    """The module that says how a layer computes."""
    return str(layer._func.__module__)


def _leaves(layer: Layer) -> Iterable[Layer]:
    """The layers of nested chains, one after the other, without those that only work in training."""
    if _kind(layer) == "thinc.layers.chain":
        yield from chain.from_iterable(map(_leaves, layer.layers))
    elif _kind(layer) != "thinc.layers.dropout":
        yield layer


def _expect(layer: Layer, *kinds: Any) -> list[Layer]:
    """The leaves of a chain, which must be of these kinds; ``...`` first stands for any others."""
    return _checked(layer, list(_leaves(layer)), kinds)


def _expect_layers(layer: Layer, *kinds: Any) -> list[Layer]:
    """The layers of a chain, of which each may be another chain."""
    if _kind(layer) != "thinc.layers.chain" or len(layer.layers) != len(kinds):
        raise UnknownLayer(f"{layer.name} is built in another way")
    return _checked(layer, list(layer.layers), kinds)


def _checked(layer: Layer, parts: list[Layer], kinds: tuple[Any, ...]) -> list[Layer]:
    """The parts, when they are of these kinds. Raises UnknownLayer."""
    last = [kind for kind in kinds if kind is not ...]
    rest = len(parts) - len(last)
    if rest < 0 or (rest > 0 and ... not in kinds) or [_kind(part) for part in parts[rest:]] != last:
        raise UnknownLayer(f"{layer.name} is built in another way")
    return parts
