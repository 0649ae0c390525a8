"""Near-copies."""

from __future__ import annotations

import random

from pipeline.compare.groups.origins import origins, sketch
from tests.compare.support import document

WORDS = [f"w{number}" for number in range(3000)]


def text(seed: int, size: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=size))


def test_a_copy_with_another_head_and_tail_has_the_same_origin() -> None:
    copied = f"{text(1, 30)} {text(2)} {text(3, 20)}"
    found = origins(map(sketch, [document("b", text(2)), document("c", copied), document("a", text(4))]))
    assert found == {"a": "a", "b": "b", "c": "b"}


def test_an_excerpt_shares_the_origin_and_a_shared_sentence_does_not() -> None:
    base = text(5, 400)
    excerpt = " ".join(base.split()[100:250])
    quoting = f"{text(6, 300)} {' '.join(base.split()[:15])} {text(7, 100)}"
    found = origins(map(sketch, [document("base", base), document("excerpt", excerpt), document("quoting", quoting)]))
    assert found == {"base": "base", "excerpt": "base", "quoting": "quoting"}


def test_order_of_documents_does_not_show() -> None:
    sketches = [sketch(document(name, text(8, 100))) for name in "dabc"] + [sketch(document("e", ""))]
    assert origins(sketches) == origins(sketches[::-1]) == {**dict.fromkeys("abcd", "a"), "e": "e"}


def test_wire_copy_that_everybody_prints_is_one_origin() -> None:
    wire = text(10, 300)
    copies = [sketch(document(f"{n:03}", f"{text(200 + n, 12)} {wire} {text(300 + n, 8)}")) for n in range(60)]
    assert set(origins(copies).values()) == {"000"}


def test_what_many_documents_have_is_no_sign_of_a_common_origin() -> None:
    footer = text(9, 60)
    found = origins(sketch(document(f"{n:03}", f"{text(100 + n, 60)} {footer}")) for n in range(60))
    assert len(set(found.values())) == 60
