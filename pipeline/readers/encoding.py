"""Bytes of a text file to characters: by mark, as UTF-8, as UTF-16 or -32 without a mark, as declared, by a guess.

The guess is for one-byte files. A text that is ASCII but for a few bytes is read in the Latin encoding whose characters
stand where such characters stand in English ("don’t", "café", "£5"); anything else is left to charset-normalizer.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from pipeline.readers.refusals import Refused
from pipeline.text.expressions import expression

# The longer marks first: UTF-32-LE begins like UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_LATIN = ("cp1252", "mac_roman", "cp850", "cp1250")  # on a tie the first wins
_OTHER = (
    "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
# What browsers do: a page that says Latin-1 or ASCII is Windows-1252.
_DECLARED_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_DECLARATION = expression(rb"(?:charset|coding|encoding)\s{0,8}[=:]\s{0,8}[\"']?([A-Za-z][\w.:-]{1,30})")
_DECLARATION_WITHIN = 1024

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF89a", "an image"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1\x15", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = expression(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROLS_ALLOWED = 0.02  # of the characters of a text; by hand
_FOREIGN = expression(r"[^\x00-\x7f]")
_HIGH_BYTES = bytes(range(128, 256))
_UTF8_CHARACTERS = expression(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

# By hand, from files of several encodings.
_DAMAGED_UTF8 = 0.7  # of the bytes beyond ASCII are whole characters of UTF-8: it is that, and damaged
_NULS_OF_WIDE_TEXT = 0.05  # of the bytes at least are NULs in UTF-16 and UTF-32
_NULS_IN_TEXT = 0.5  # with fewer, the file without them may be text
_LATIN_SHARE = 0.2  # of the bytes of English in a Latin encoding are beyond ASCII, at most
_STRANGE = 0.2  # of the characters beyond ASCII may stand where they do not belong
_SAMPLE = 200_000  # characters that are looked at to tell encodings apart


def signature(data: bytes) -> str | None:
    """What kind of binary file begins with these bytes; None when they may be text."""
    return next((what for mark, what in _SIGNATURES if data.startswith(mark)), None)


def decode(data: bytes) -> str:
    """The text of a file, unchanged but for a leading byte-order mark.

    Raises Refused: binary, nul_bytes, unpaired_surrogate, damaged_utf8, undecodable.
    """
    if what := signature(data):
        raise Refused("binary", what=f"it begins like {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        return _wide(data)
    for read in (_utf8, _declared, _latin, _guessed):
        text = read(data)
        if text is not None:
            return text
    raise Refused("undecodable")


def require_text(text: str) -> None:
    """Raise Refused for characters that no text has: NULs, halves of surrogate pairs, many control characters."""
    if "\0" in text:
        raise Refused("nul_bytes")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("unpaired_surrogate") from None
    if len(_CONTROLS.findall(text)) > _CONTROLS_ALLOWED * len(text):
        raise Refused("binary", what="it is full of control characters")


def _strict(data: bytes, encoding: str) -> str:
    """The text in the encoding that its mark promises."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if _has_surrogates(data, encoding):
            raise Refused("unpaired_surrogate") from None
        raise Refused("undecodable") from None


def _has_surrogates(data: bytes, encoding: str) -> bool:
    """Whether nothing but surrogates keeps the bytes from being valid."""
    try:
        data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _utf8(data: bytes) -> str | None:
    """The text in UTF-8; None when it is in another encoding. Raises Refused for UTF-8 that is damaged."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _has_surrogates(data, "utf-8"):
            raise Refused("unpaired_surrogate") from None
    # A damaged UTF-8 file would be nonsense in any other encoding.
    high = len(data) - len(data.translate(None, _HIGH_BYTES))
    good = sum(map(len, _UTF8_CHARACTERS.findall(data)))
    if good >= _DAMAGED_UTF8 * high:
        raise Refused("damaged_utf8")
    return None


def _wide(data: bytes) -> str:
    """Bytes with NULs: UTF-16 or UTF-32 without a mark (the reading with most blanks), or no text."""
    best, most = None, 0
    nuls = data.count(0)
    for encoding in _UNMARKED_WIDE if nuls >= _NULS_OF_WIDE_TEXT * len(data) else ():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        blanks = text.count(" ") + text.count("\n")
        if "\0" not in text and blanks > most:
            best, most = text, blanks
    if best is not None:
        return best
    if nuls < _NULS_IN_TEXT * len(data) and _is_utf8_text(data.translate(None, b"\0")):
        raise Refused("nul_bytes")
    raise Refused("binary", what="it holds NUL bytes")


def _is_utf8_text(data: bytes) -> bool:
    """Whether bytes are UTF-8 with few control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(_CONTROLS.findall(text)) <= _CONTROLS_ALLOWED * len(text)


def _declared(data: bytes) -> str | None:
    """The text in an encoding that it names near its start, as web pages and editors do."""
    for match in _DECLARATION.finditer(data[:_DECLARATION_WITHIN]):
        try:
            encoding = codecs.lookup(match[1].decode("ascii")).name.replace("-", "_")
        except LookupError:
            continue
        encoding = _DECLARED_AS.get(encoding.replace("iso8859_", "iso8859-"), encoding)
        if encoding.startswith(("iso8859", "cp125")) or encoding in _LATIN + _OTHER:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _latin(data: bytes) -> str | None:
    """English (or other Western) text with some bytes that are not ASCII; None when no reading fits well."""
    high = len(data) - len(data.translate(None, _HIGH_BYTES))
    if high > _LATIN_SHARE * len(data):
        return None
    best, fewest = None, 0.0
    for encoding in _LATIN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = _strange_share(text[:_SAMPLE])
        if best is None or strange < fewest:
            best, fewest = text, strange
    return best if fewest <= _STRANGE else None


def _strange_share(text: str) -> float:
    """The share of the characters beyond ASCII that stand where they do not belong."""
    fits = [_fits(before, char, after) for before, char, after in _neighbours(text)]
    return fits.count(False) / len(fits) if fits else 0.0


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    """Each character beyond ASCII between the one before and the one after; a blank at the ends."""
    for match in _FOREIGN.finditer(text):
        at = match.start()
        yield text[at - 1] if at else " ", text[at], text[at + 1] if at + 1 < len(text) else " "


def _fits(before: str, char: str, after: str) -> bool:
    """Whether such a character stands between such neighbours in well-formed English."""
    if char.islower():
        return before.isalpha() or after.isalpha() or (before.isspace() and after.isspace())
    if char.isupper():
        return not before.islower() and after.isalpha()
    return any(char in characters and fits(before, after) for characters, fits in _MARKS_FIT)


def _never_glued(before: str, after: str) -> bool:
    """Whether a sign does not stand between two letters."""
    return not (before.isalpha() and after.isalpha())


# Marks and signs of English, and where each stands.
_MARKS_FIT: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("“‘", lambda before, after: not before.isalnum() and not after.isspace()),
    ("”", lambda before, after: not before.isspace() and not after.isalnum()),
    ("’", lambda before, after: not (before.isspace() and after.isspace())),
    ("–—…•·\xa0«»", lambda before, after: True),
    ("£€¥¢", lambda before, after: not before.islower()),
    ("°½¼¾²³©®™§ªº¿¡", _never_glued),
)


def _guessed(data: bytes) -> str | None:
    """The most plausible reading by charset-normalizer, which tells scripts and languages apart."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data, cp_isolation=list(_LATIN + _OTHER)).best()
    return None if best is None else data.decode(best.encoding)
