"""Sayings that a verb shows: X said that …, …, X said, X plans to …, X denied it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.content import Contents
from pipeline.extract.sayings.saying import EDGE, Saying, cue_span, says, speaking
from pipeline.extract.tree import VERBAL, Tree
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Offsets

FIRST_PERSONS = frozenset({"i", "we", "you"})
STATING = frozenset({"say", "think"})
CLAUSAL = frozenset({"say", "think", "want"})  # frames whose content may be a clause


class _Cue(NamedTuple):
    """A verb that may say something. source: the token of who does; inverted: it stands behind the verb."""

    verb: int
    frames: frozenset[str]
    source: int
    inverted: bool


class _Said(NamedTuple):
    """What a cue says: the frame, the words, the tokens that head them."""

    frame: str
    contents: list[Offsets]
    heads: list[int]


class VerbFrames:
    """Finds what the verbs of one document say.

    talkers: the names of persons and bodies, first token to last. times: tokens of dates, which say nothing.
    """

    def __init__(
        self,
        tree: Tree,
        layout: Layout,
        contents: Contents,
        talkers: Mapping[int, int],
        times: frozenset[int],
        words: ClaimWords,
    ) -> None:
        self._tree = tree
        self._layout = layout
        self._contents = contents
        self._talkers = talkers
        self._times = times
        self._words = words

    def saying(self, verb: int, frames: frozenset[str]) -> Saying | None:
        """The saying of a verb that takes ``frames``; None where nobody says anything by it.

        The first of ``READINGS`` that finds content wins.
        """
        cue = self._cue(verb, frames)
        if cue is None:
            return None
        said = next((said for read in READINGS if (said := read(self, cue)) is not None and said.contents), None)
        if said is None or (said.frame in ("want", "about") and self._is_asked(verb)):
            return None
        span = cue_span(self._tree, verb)
        mind = said.frame != "say" and self._tree.words[cue.source] in FIRST_PERSONS
        nested = mind or self._layout.quotation_at(span[0]) is not None
        source = self._tree.noun_phrase(cue.source)
        return Saying(verb, source, said.contents, span, said.heads, said.frame, "deny" in frames, nested)

    def speaker(self, verb: int) -> int | None:
        """The token of who speaks by a verb, also where a participle goes on: "X said that …, adding that …"."""
        return speaking(self._tree, self._continued(verb) or verb, self._words)

    def _cue(self, verb: int, frames: frozenset[str]) -> _Cue | None:
        """The verb with its source; None where it has none that can speak."""
        inverted = self._inverted(verb) if "say" in frames else None
        source = inverted if inverted is not None else self.speaker(verb)
        if source is None or source in self._times or self._tree.lemmas[source] in self._words.silent:
            return None
        return _Cue(verb, frames, source, inverted is not None)

    def _continued(self, verb: int) -> int | None:
        """The verb of saying whose speaker goes on in a participle behind its content: He said that …, adding that …"""
        tree = self._tree
        head = tree.heads[verb]
        if tree.deps[verb] != "advcl" or tree.tags[verb] != "VBG" or verb < head or tree.words[verb - 1] != ",":
            return None
        outer = tree.heads[head]
        return outer if tree.deps[head] == "ccomp" and outer < head and says(tree, outer, self._words) else None

    def _inverted(self, verb: int) -> int | None:
        """…, reported X.  The river, said X, rose …  The source that the parse takes for something else."""
        tree = self._tree
        subject = tree.subject(verb)
        if verb == 0 or tree.words[verb - 1] != "," or tree.tags[verb] not in ("VBD", "VBZ"):
            return None
        bounds = self._layout.sentence_at(tree.starts[verb])
        if bounds is None or (subject is not None and subject > verb):
            return None
        last = self._talkers.get(verb + 1)
        if last is not None and last + 1 < len(tree) and tree.words[last + 1] == ",":
            return last
        return self._object_at_end(verb, bounds[1]) if subject is None else None

    def _object_at_end(self, verb: int, end: int) -> int | None:
        """The object behind a verb that ends its sentence: it is who speaks in "…, reported the agency."."""
        tree = self._tree
        source = tree.child(verb, "dobj")
        if source is None or source < verb:
            return None
        rest = tree.text[tree.ends[tree.edges(source)[1]] : end]
        return None if rest.strip(f"{EDGE}.") else source

    def _is_asked(self, verb: int) -> bool:
        """Whether the verb stands in a question: why did they decide to …?"""
        bounds = self._layout.sentence_at(self._tree.starts[verb])
        return bounds is not None and self._tree.text[bounds[1] - 1] == "?"

    # ------------------------------------------------------------ readings, each of a cue

    def governed(self, cue: _Cue) -> _Said | None:
        """X said (that) …, X plans to …, X told detectives that …"""
        if cue.inverted:
            return None
        frame, contents, heads = "", [], []
        for kid in self._tree.kids[cue.verb]:
            clause = self._clause(kid, cue)
            if clause is not None:
                frame, head = clause
                heads.append(head)
                contents += self._contents.of(head, cue.verb)
        return _Said(frame, contents, heads)

    def _clause(self, kid: int, cue: _Cue) -> tuple[str, int] | None:
        """The frame and the head of the clause that a dependent is, or has behind it; None for no clause."""
        tree, frames = self._tree, cue.frames
        dep = tree.deps[kid]
        if dep == "ccomp" and kid != cue.source and not frames.isdisjoint(CLAUSAL):
            return self._frame_of_clause(kid, frames), kid
        if dep == "xcomp" and "want" in frames and tree.tags[kid] == "VB":
            return "want", kid
        if dep in ("dobj", "dative") and "say" in frames:
            heard = self._behind_hearer(kid)
            return None if heard is None else ("say", heard)
        return None

    def _frame_of_clause(self, kid: int, frames: frozenset[str]) -> str:
        if "want" in frames and not self._tree.finite(kid):
            return "want"
        return "say" if "say" in frames else "think"

    def _behind_hearer(self, hearer: int) -> int | None:
        """The clause after a hearer, which the parser takes for a relative: told detectives that he fired."""
        tree = self._tree
        for kid in tree.kids[hearer]:
            if kid > hearer and tree.deps[kid] in ("relcl", "acl", "ccomp") and tree.pos[kid] in VERBAL:
                first, _ = tree.edges(kid)
                if first == hearer + 1 and tree.words[first] == "that" and tree.subject(kid) not in (None, first):
                    return kid
        return None

    def parenthetic(self, cue: _Cue) -> _Said | None:
        """…, X said, …; as X said, …"""
        tree = self._tree
        if cue.inverted or cue.frames.isdisjoint(STATING):
            return None
        dep, head = tree.deps[cue.verb], tree.heads[cue.verb]
        mark = tree.child(cue.verb, "mark")
        if dep == "parataxis" or (dep == "advcl" and mark is not None and tree.words[mark] == "as"):
            return _Said("say", self._contents.around(head, cue.verb, tree.edges(cue.verb)[1]), [head])
        return None

    def beside(self, cue: _Cue) -> _Said | None:
        """Words beside a verb of saying that the parse has not joined to it."""
        if "say" not in cue.frames:
            return None
        contents = self._contents.beside(cue.verb, cue.source)
        return _Said("say", contents, self._contents.heads(contents))

    def named(self, cue: _Cue) -> _Said | None:
        """What is only named: denied the charges, accused them of fraud, called for calm, called it a sham."""
        tree, verb = self._tree, cue.verb
        governor = self._words.saying.get(tree.lemmas[tree.heads[verb]], frozenset())
        willed = tree.deps[verb] == "xcomp" and "want" in governor
        bare = tree.tags[verb] == "VB" and not tree.finite(verb)
        if cue.inverted or willed or bare:
            return None
        for kid in tree.kids[verb]:
            contents = self._name_of_content(kid, cue) if kid > verb else None
            if contents is not None:
                return _Said("about", contents, [])
        return None

    def _name_of_content(self, kid: int, cue: _Cue) -> list[Offsets] | None:
        """The words of a dependent that name what is said; None for one that names nothing."""
        tree, frames = self._tree, cue.frames
        dep = tree.deps[kid]
        if dep == "dobj" and "about" in frames:
            return self._object(kid, cue.verb)
        if dep == "prep" and f"+{tree.words[kid]}" in frames:
            noun = tree.child(kid, "pobj", "pcomp")
            return self._contents.of(noun, cue.verb) if noun is not None else []
        if dep in ("ccomp", "oprd") and "+name" in frames:
            named = tree.child(cue.verb, "dobj")
            first = named if named is not None and cue.verb < named < kid else kid
            return self._contents.clipped(tree.starts[tree.edges(first)[0]], tree.ends[tree.edges(kid)[1]], cue.verb)
        return None

    def _object(self, kid: int, verb: int) -> list[Offsets]:
        """An object with what stands behind it: "accused them of fraud"."""
        tree = self._tree
        more = [other for other in tree.kids[verb] if other > kid and tree.words[other] in ("of", "for", "as")]
        last = max([tree.edges(other)[1] for other in more], default=kid)
        first, end = tree.edges(kid)
        return self._contents.clipped(tree.starts[max(first, verb + 1)], tree.ends[max(end, last)], verb)


READINGS: tuple[Callable[[VerbFrames, _Cue], _Said | None], ...] = (
    VerbFrames.governed,
    VerbFrames.parenthetic,
    VerbFrames.beside,
    VerbFrames.named,
)
