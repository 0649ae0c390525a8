"""Read files, folders and standard input as documents.

An input is a file, a folder (with all that is below it) or "-": JSON Lines on standard input. The formats are rows of
``formats.FORMATS``. A document's id is its path below the input folder without the suffix, or the ``id`` of its record.
Every input that cannot become a document is a ``Reject`` with a code and a sentence of ``refusals.MESSAGES``; hidden
files, and what other programs leave in folders, are passed over.
"""

from pipeline.readers.inputs import Inputs, read_inputs

__all__ = ["Inputs", "read_inputs"]
