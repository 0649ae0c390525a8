"""Bytes to text, unchanged."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.encoding import decode, require_text
from pipeline.readers.refusals import Refused

ENGLISH = (
    "The mayor said “we don’t know yet” – the café in Zürich cost £5, and Señor Núñez’s talks\r\n"
    "were, as he put it, naïve… “We’ll see,” the chief said — and left.\r\n"
)
ACCENTS = "The café of Señor Núñez in Zürich was closed on Monday, said the naïve clerk, a protégé of André.\n"
RUSSIAN = "Правительство объявило в среду о новых мерах поддержки семей с детьми, сообщила пресс-служба.\n"
JAPANESE = "政府は水曜日、子育て世帯への新しい支援策を発表した。首相が記者会見で説明した。\n"
POLISH = "Rząd ogłosił w środę nowe środki wsparcia dla rodzin z dziećmi, a premier zapowiedział dalsze zmiany.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-32-le"),
        (ENGLISH, "utf-32-be"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (ACCENTS, "latin-1"),
        (ACCENTS, "cp850"),
        (ACCENTS, "mac_roman"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (POLISH, "cp1250"),
        ("", "utf-8"),
        ("plain", "ascii"),
    ],
)
def test_decode(text: str, encoding: str) -> None:
    """The text comes back as it was written, line ends and all."""
    assert text == decode(text.encode(encoding))


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks(bom: bytes) -> None:
    assert decode(bom + ENGLISH.encode("utf-16-be" if len(bom) == 2 else "utf-32-be")) == ENGLISH


def test_only_the_first_mark_is_left_out() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"x") == "\ufeffx"


@pytest.mark.parametrize(
    "head", ["-*- coding: {} -*-\n", '<meta charset="{}">\n', "Content-Type: text/plain; charset={}\n"]
)
def test_declared_encoding(head: str) -> None:
    """What the file says of itself is tried before any guess."""
    text = head.format("cp1251") + "да\n"
    assert text == decode(text.encode("cp1251"))


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "utf-7", "no-such-thing", "hex"])
def test_declared_codecs_that_are_no_encodings(name: str) -> None:
    text = f"charset={name}\nthe café said \\u0041 and +AGE-\n"
    assert text == decode(text.encode("cp1252"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "binary"),
        (b"{\\rtf1\\ansi Hello}", "binary"),
        (b"PK\x03\x04" + bytes(100), "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (bytes(1000), "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"words\0 and more words, then the end.\n", "nul_bytes"),
        ("café\0 and more words\n".encode(), "nul_bytes"),
        (b"one \xed\xa0\x80 two", "unpaired_surrogate"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0", "unpaired_surrogate"),
        (codecs.BOM_UTF16_LE + b"a\0b", "undecodable"),
        ("“We don’t know”, she said – twice".encode() + b" \x92 and left", "damaged_utf8"),
        ("“We don’t know”, she said – twic…".encode()[:-1], "damaged_utf8"),
        (b"\x81\x8d\x8f\x90\x9d" * 30, "undecodable"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        decode(data)
    assert code == caught.value.code


@pytest.mark.parametrize(
    ("text", "code"), [("a\0", "nul_bytes"), ("a\ud800", "unpaired_surrogate"), ("\x01\x02words\x1b", "binary")]
)
def test_check(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        require_text(text)
    assert code == caught.value.code


def test_check_allows_a_stray_control() -> None:
    require_text("Words and words and words, then the end of a DOS file of many years ago.\r\n\f\x1a")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_is_unchanged(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(st.binary(max_size=400))
def test_never_raises_but_refused(data: bytes) -> None:
    try:
        require_text(decode(data))
    except Refused as refused:
        assert refused.reject("x").message
