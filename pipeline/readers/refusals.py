"""Why an input is not read: every code that the read stage writes to rejects.jsonl, with the sentence that mends it."""

from __future__ import annotations

from pipeline.records import Reject

STAGE = "read"

MESSAGES = {
    # what is found in the folders
    "unsupported_format": "'{suffix}' files are not read; convert it to one of {formats}, or take it out of the input",
    "not_a_file": "this is a {kind}, not a regular file; give a file, or pipe JSON Lines in with '-'",
    "folder_named_as_file": "this is a folder named like a '{suffix}' file; rename it, or name it as an input itself",
    "empty_folder": "the folder has no {formats} file; check the path (hidden files are not read)",
    "output_of_a_run": "the folder holds the output of a run; name the folder of the articles",
    "unreadable_folder": "the folder cannot be listed ({reason}); give yourself permission to read and enter it",
    "broken_link": "the symbolic link leads to nothing; restore its target, or remove the link",
    "link_loop": "the symbolic link leads back to itself or to a folder that it is in; remove the link",
    "link_outside": "the symbolic link leads out of the input folder; copy the file in, or name its target as an input",
    "link_to_folder": "links to folders are not followed; its files are read in their own place, remove the link",
    # reading bytes
    "unreadable": "the file cannot be read ({reason}); give yourself permission to read it, then run again",
    "vanished": "the file was removed while the run was reading; restore it, then run again",
    "changed": "the file changed while the run was reading; run again when nothing writes to it",
    "empty": "there is no text in it; give it text, or take it out of the input",
    "too_long": "the text is longer than {limit:,} characters; split it, or raise max_characters in the configuration",
    "line_too_long": (
        "the line is longer than {limit:,} bytes; split the text, leave out other fields, or raise max_characters"
    ),
    # decoding
    "binary": "this is not text ({what}); export it as plain text, or take it out of the input",
    "nul_bytes": "the text holds NUL characters; remove them (for a file: tr -d '\\000' <old >new)",
    "unpaired_surrogate": "half of a UTF-16 surrogate pair stands alone in the text; write the text again as UTF-8",
    "damaged_utf8": "this is UTF-8 with broken bytes; save it again as UTF-8 (iconv -c -f utf-8 -t utf-8 drops them)",
    "undecodable": "the encoding of the text cannot be told; save it as UTF-8",
    "not_utf8": "JSON Lines must be UTF-8 ({where}); save the file as UTF-8",
    # records of JSON Lines
    "broken_json": "the line is not valid JSON ({reason}); write one complete JSON object on each line",
    "not_an_object": 'the line is JSON but no object; write {{"id": …, "text": …}} on each line',
    "no_id": "the record has no id; give it an 'id' (a string or a whole number) that no other record has",
    "bad_id": "the record's id is {what}; give a string of 1 to {limit} printable characters, or a whole number",
    "no_text": "the record has no text; give it a 'text' (a string)",
    "bad_text": "the record's text is {what}; give a string",
    # documents
    "duplicate_id": "the document id '{id}' is taken by {path}{line}; rename the file or give the record another id",
    "not_english": (
        "the text is in {language}, and only English is understood; leave it out, or process it anyway with "
        "--any-language{override}"
    ),
}


class Refused(Exception):
    """An input that cannot become a document. ``code`` is a key of MESSAGES, ``details`` fill its sentence."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def reject(self, path: str, line: int | None = None) -> Reject:
        """The line of rejects.jsonl for the input at ``path`` (and ``line``)."""
        message = " ".join(MESSAGES[self.code].format(**self.details).split())
        return Reject(path=path, line=line, stage=STAGE, error=self.code, message=message)
