"""What each sign says of the kind of a name, in votes: one mention that the model takes for a person is one vote.

All were chosen by hand, from cases like those of tests/cases/names. What is said again counts less each time (the
second mention a half, the third a third), so that one clear sign outweighs a mistake that repeats.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import Label


class Sign(NamedTuple):
    """reason: what is counted when it is said again. weight: its votes the first time."""

    reason: str
    weight: float


# ------------------------------------------------------------ around a mention
TITLE = Sign("title", 3.0)  # "Mr", "President" before it
FIRST_NAME = Sign("first name", 1.0)  # its first word is one
BYLINE = Sign("byline", 1.5)  # "By" before it, at the head of a line
PLACE = Sign("place", 0.8)  # "in", "near" before it
BASED = Sign("based", 2.0)  # "-based" behind it
TURN = Sign("turn", 1.5)  # a colon behind it, at the head of a line
DESCRIBED = Sign("described", 1.5)  # a noun beside it says what it is
AGE = Sign("age", 2.0)  # ", 54," behind it
WHO = Sign("who", 1.5)  # ", who" behind it
SAYS = Sign("says", 0.8)  # it says something
LIVES = Sign("lives", 1.0)  # it marries, retires, dies
OWNS = Sign("owns", 1.2)  # "'s mayor", "'s wife" behind it
OWNS_BARE = Sign("owns", 2.0)  # "shares", "spokesman" behind it: a body
OF = Sign("of", 1.0)  # "residents of", "shares of" before it
MOVES = Sign("moves", 0.8)  # "travel to", "return from" before it

# ------------------------------------------------------------ the model
MODEL: dict[Label, float] = {"PERSON": 1.0, "GPE": 1.0, "ORG": 0.7, "NORP": 1.0, "LOC": 1.0, "FAC": 0.8}
MODEL_ELSE = 0.8  # its labels that are rarer and less sure

# ------------------------------------------------------------ lists
KNOWN = 4.0  # the gazetteer has it
KNOWN_WEAK = 1.5  # the gazetteer has it as a name that is a word like others

# ------------------------------------------------------------ the words of the name itself
ACRONYM = 2.2  # capitals alone, with or without full stops
INITIAL = 1.0  # "L. Mutiso"
HEAD_ALONE = 1.5  # it is one word for a body: "Parliament"
FIRST_WORD = 1.5  # "Universidad …", "Lake …"
HEAD = 2.5  # it ends in a word for its kind: "Harbour Authority"

# ------------------------------------------------------------ the rest of the document
SURNAME = 3.0  # a person's full name has it as its last word
FORENAME = 1.5  # … as its first word
KNOWN_SHARE = 1 / 3  # of both, where a list has the word for something else: "Durban" is a city first
DEFINITION = 6.0  # the text defines it as the short form of such a name
OWN_WORD = 3.0  # a body's name is this word with a word for its kind behind it
DATELINE = 3.0  # a dateline begins with it
AUTHOR = 1.5  # a byline has it
SPEAKER = 4.0  # it is the label of a turn

ENOUGH = 1.5  # what a run of capitals that the model passed over needs to become a name
