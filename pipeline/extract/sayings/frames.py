"""Sayings that the parse shows: verbs and nouns of saying with their clauses, "according to", labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.layout import Layout
from pipeline.extract.sayings.saying import EDGE, REACH, Saying, cue_span, says, speaking
from pipeline.extract.tree import SUBJECTS, VERBAL, Tree, balanced, trim
from pipeline.lexicon.claim_words import ClaimWords
from pipeline.records import Entity, Offsets
from pipeline.text.expressions import expression

FIRST_PERSONS = frozenset({"i", "we", "you"})
TALKERS = frozenset({"PERSON", "ORG", "NORP"})
DANGLING = expression(r"[\s,]+(?:and|or|but)\Z")
ASIDES = frozenset({"while", "whereas", "although", "though"})
UNLABELLED = frozenset({"question", "answer", "boilerplate", "byline", "dateline"})


class Frames:
    """Finds the sayings of one document in its parse.

    tree: the parse. layout: segments, sentences, quotations. entities: names and values, in order.
    """

    def __init__(self, tree: Tree, layout: Layout, entities: Sequence[Entity], words: ClaimWords) -> None:
        self.tree = tree
        self.layout = layout
        self.words = words
        self.names = {entity.end: entity for entity in entities if entity.label in TALKERS}
        self.named_from: dict[int, int] = {}
        for entity in self.names.values():
            tokens = tree.tokens((entity.start, entity.end))
            if tokens:
                self.named_from[tokens[0]] = tokens[-1]
        times = (entity for entity in entities if entity.label in ("DATE", "TIME"))
        self.times = {index for time in times for index in tree.tokens((time.start, time.end))}
        self.sayings: list[Saying] = []

    def find(self) -> list[Saying]:
        """All sayings of the parse, in the order of their cues, those of labels last."""
        tree = self.tree
        for index, lemma in enumerate(tree.lemmas):
            if lemma in self.words.saying and tree.pos[index] in VERBAL:
                self._verb(index, self.words.saying[lemma])
            elif lemma in self.words.nouns_of_saying and tree.pos[index] == "NOUN":
                self._noun(index)
            elif tree.words[index] == "according":
                self._according(index)
        self._labels()
        return self.sayings

    def _verb(self, verb: int, frames: frozenset[str]) -> None:
        """1. X said (that) …  2. …, X said  3. …, said X, …  4. X plans to …  5. X denied it  6. as X said, …"""
        tree = self.tree
        source = speaking(tree, self._adding(verb) or verb, self.words)
        inverted = self._inverted(verb) if "say" in frames else None
        if inverted is not None:
            source = inverted
        if source is None or source in self.times or tree.lemmas[source] in self.words.silent:
            return
        frame, contents, heads = "", [], []
        for kid in tree.kids[verb] if inverted is None else ():
            dep = tree.deps[kid]
            if dep == "ccomp" and kid != source and (frames & {"say", "think", "want"}):
                frame = "want" if not tree.finite(kid) and "want" in frames else "say" if "say" in frames else "think"
            elif dep == "xcomp" and "want" in frames and tree.tags[kid] == "VB":
                frame = "want"
            elif dep in ("dobj", "dative") and "say" in frames and (told := self._told(kid)) is not None:
                frame, kid = "say", told
            else:
                continue
            heads.append(kid)
            contents += self._content(kid, verb)
        if not contents and inverted is None and (frames & {"say", "think"}):
            dep, head = tree.deps[verb], tree.heads[verb]
            mark = tree.child(verb, "mark")
            if dep == "parataxis" or (dep == "advcl" and mark is not None and tree.words[mark] == "as"):
                frame, heads = "say", [head]
                contents = self._around(head, verb, tree.edges(verb)[1])
        if not contents and "say" in frames:
            frame, contents = "say", self._beside(verb, source)
            heads = self._tops(contents)
        willed = tree.deps[verb] == "xcomp" and "want" in self.words.saying.get(tree.lemmas[tree.heads[verb]], ())
        bare = tree.tags[verb] == "VB" and not tree.finite(verb)
        if not contents and inverted is None and not willed and not bare:
            frame, contents = "about", self._named(verb, frames)
        if contents and not (frame in ("want", "about") and self._asked(verb)):
            cue = cue_span(tree, verb)
            mind = frame != "say" and tree.words[source] in FIRST_PERSONS
            nested = mind or self.layout.quotation_at(cue[0]) is not None
            source_span = self.tree.noun_phrase(source)
            self._add(Saying(verb, source_span, contents, cue, heads, frame, "deny" in frames, nested))

    def _adding(self, verb: int) -> int | None:
        """The verb of saying whose speaker goes on in a participle behind its content: He said that …, adding that …"""
        tree = self.tree
        head = tree.heads[verb]
        if tree.deps[verb] != "advcl" or tree.tags[verb] != "VBG" or verb < head or tree.words[verb - 1] != ",":
            return None
        outer = tree.heads[head]
        return outer if tree.deps[head] == "ccomp" and outer < head and says(tree, outer, self.words) else None

    def _inverted(self, verb: int) -> int | None:
        """…, reported X.  The river, said X, rose …  The source that the parse takes for something else."""
        tree = self.tree
        subject = tree.subject(verb)
        if verb == 0 or tree.words[verb - 1] != "," or tree.tags[verb] not in ("VBD", "VBZ"):
            return None
        bounds = self.layout.sentence_at(tree.starts[verb])
        if bounds is None or (subject is not None and subject > verb):
            return None
        named = self.named_from.get(verb + 1)
        if named is not None and named + 1 < len(tree) and tree.words[named + 1] == ",":
            return named
        source = tree.child(verb, "dobj")
        if source is None or source < verb or subject is not None:
            return None
        rest = tree.text[tree.ends[tree.edges(source)[1]] : bounds[1]]
        return None if rest.strip(f"{EDGE}.") else source

    def _told(self, hearer: int) -> int | None:
        """The clause after a hearer, which the parser takes for a relative: told detectives that he fired."""
        tree = self.tree
        for kid in tree.kids[hearer]:
            if kid > hearer and tree.deps[kid] in ("relcl", "acl", "ccomp") and tree.pos[kid] in VERBAL:
                first, _ = tree.edges(kid)
                if first == hearer + 1 and tree.words[first] == "that" and tree.subject(kid) not in (None, first):
                    return kid
        return None

    def _beside(self, verb: int, source: int) -> list[Offsets]:
        """The content of a verb of saying where the parse has none: up to the end of the sentence after "that", or from
        its start when the frame ends it ("…, X said.")."""
        tree = self.tree
        bounds = self.layout.sentence_at(tree.starts[verb])
        if bounds is None or tree.child(verb, "neg") is not None:
            return []
        inside = tree.tokens(bounds)
        for index in range(verb + 1, min(inside.stop, verb + REACH)):
            if tree.words[index] == "that" and tree.tags[index] in ("IN", "WDT") and index + 1 < inside.stop:
                return self._clipped(tree.starts[index + 1], tree.ends[inside.stop - 1], verb)
            if tree.words[index] in (",", ";", "."):
                break
        inverted = verb < source < verb + REACH
        inside_frame = tree.edges(source) if source in tree.kids[verb] and not inverted else (verb, verb)
        frame, last = min(verb, inside_frame[0]), max(verb, inside_frame[1])
        if inverted:
            last = source if tree.words[min(source + 1, len(tree) - 1)] == "," else max(source, tree.edges(source)[1])
        after = last + 1
        if inverted and after + 1 < inside.stop and tree.words[after] == "," and frame - inside.start > 1:
            before = self._clipped(tree.starts[inside.start], tree.ends[frame - 1], verb)
            return before + self._clipped(tree.starts[after], tree.ends[inside.stop - 1], verb)
        ends = last + 1 >= inside.stop or tree.words[last + 1] in (".", "\n", "\n\n")
        if ends and frame - inside.start > 3 and tree.words[frame - 1] == ",":
            return self._clipped(tree.starts[inside.start], tree.ends[frame - 1], verb)
        return []

    def _tops(self, spans: Iterable[Offsets]) -> list[int]:
        """The verbs of some spans whose own heads stand outside them."""
        tree = self.tree
        found: list[int] = []
        for inside in map(tree.tokens, spans):
            found += (
                index
                for index in inside
                if tree.pos[index] in VERBAL and (tree.heads[index] == index or tree.heads[index] not in inside)
            )
        return found

    def _named(self, verb: int, frames: frozenset[str]) -> list[Offsets]:
        """What is only named: denied the charges, accused them of fraud, called for calm, called it a sham."""
        tree = self.tree
        for kid in tree.kids[verb]:
            if kid < verb:
                continue
            dep = tree.deps[kid]
            if dep == "dobj" and "about" in frames:
                more = [other for other in tree.kids[verb] if other > kid and tree.words[other] in ("of", "for", "as")]
                last = max([tree.edges(other)[1] for other in more], default=kid)
                first, end = tree.edges(kid)
                return self._clipped(tree.starts[max(first, verb + 1)], tree.ends[max(end, last)], verb)
            if dep == "prep" and f"+{tree.words[kid]}" in frames:
                noun = tree.child(kid, "pobj", "pcomp")
                return self._content(noun, verb) if noun is not None else []
            if dep in ("ccomp", "oprd") and "+name" in frames:
                named = tree.child(verb, "dobj")
                first = named if named is not None and verb < named < kid else kid
                return self._clipped(tree.starts[tree.edges(first)[0]], tree.ends[tree.edges(kid)[1]], verb)
        return []

    def _asked(self, verb: int) -> bool:
        """Whether the verb stands in a question: why did they decide to …?"""
        bounds = self.layout.sentence_at(self.tree.starts[verb])
        return bounds is not None and self.tree.text[bounds[1] - 1] == "?"

    def _noun(self, noun: int) -> None:
        """His claim that …, the plan to …"""
        tree = self.tree
        for kid in tree.kids[noun]:
            if kid > noun and tree.deps[kid] in ("acl", "ccomp"):
                mark = tree.child(kid, "mark")
                if mark is None or tree.words[mark] != "that":
                    continue
                owner = tree.child(noun, "poss")
                if owner is None and tree.deps[noun] == "dobj":
                    verb = tree.heads[noun]
                    owner = speaking(tree, self._adding(verb) or verb, self.words)
                if owner is not None:
                    span = tree.noun_phrase(owner)
                    cue = tree.span(noun, noun)
                    self._add(Saying(noun, span, self._content(kid, noun), cue, [kid], "think"))
                return

    def _according(self, index: int) -> None:
        """According to X, …"""
        tree = self.tree
        to = next((kid for kid in tree.kids[index] if tree.words[kid] == "to"), None)
        if to is None and index + 1 < len(tree) and tree.words[index + 1] == "to":
            to = index + 1
        source = tree.child(to, "pobj") if to is not None else None
        head = tree.heads[index]
        if source is None or to is None or head == index:
            return
        while tree.pos[head] not in VERBAL and tree.heads[head] != head:
            head = tree.heads[head]
        first, last = tree.edges(index)
        stop = next((token for token in range(to + 1, last) if tree.words[token] == ","), None)
        if stop is not None and first <= tree.edges(head)[0]:
            last = stop
        start, end = tree.noun_phrase(source)
        span = trim(tree.text, start, min(end, tree.ends[last]), EDGE)
        self._add(Saying(index, span, self._around(head, index, last), tree.span(index, to), [head], "say"))

    def _content(self, head: int, verb: int) -> list[Offsets]:
        """The words that ``head`` heads, on its side of the cue and inside the cue's segment."""
        tree = self.tree
        first, last = tree.edges(head)
        if head > verb:
            first = max(first, verb + 1)
        else:
            last = min(last, verb - 1)
            for kid in tree.kids[verb]:
                if kid < verb and kid > head and tree.deps[kid] in SUBJECTS:
                    last = min(last, tree.edges(kid)[0] - 1)
            return self._clipped(tree.starts[first], tree.ends[last], verb) if first <= last else []
        own = self._own(head, last)
        bounds = self.layout.sentence_at(tree.starts[verb])
        end = tree.tail(last, bounds[1]) if own == last and bounds is not None else tree.ends[own]
        return self._clipped(tree.starts[first], end, verb) if first <= own else []

    def _own(self, head: int, last: int) -> int:
        """``last`` moved before what is not said any more: "…, while others …", "…, adding …", "… and called it …"."""
        tree = self.tree
        for kid in tree.kids[head]:
            if kid <= head or tree.pos[kid] not in VERBAL:
                continue
            dep, first = tree.deps[kid], tree.edges(kid)[0]
            aside = dep == "advcl" and tree.words[first] in ASIDES and tree.subject(kid) is not None
            comment = dep == "advcl" and tree.tags[kid] == "VBG" and tree.words[kid - 1] == "," and kid == first
            speaks = dep == "conj" and "say" in self.words.saying.get(tree.lemmas[kid], ()) and tree.finite(kid)
            if (aside or comment or speaks) and self.layout.quotation_at(tree.starts[kid]) is None:
                stop = first - 1
                if speaks and tree.subject(kid) is None:
                    stop = kid - 1
                while stop > head and (tree.deps[stop] in ("punct", "cc") or tree.pos[stop] in ("CCONJ", "SPACE")):
                    stop -= 1
                return min(last, stop)
        return last

    def _labels(self) -> None:
        """Jane Doe: Taxes will rise. A headline or a note that opens with who says it."""
        for segment in self.layout.segments:
            if segment.kind in ("question", "answer", "boilerplate", "byline", "dateline"):
                continue
            colon = self.tree.text.find(": ", segment.start, segment.start + 80)
            if colon < 0:
                continue
            name = self.names.get(colon)
            if name is None or self.tree.text[segment.start : name.start].count(" ") > 4:
                continue
            head = self.tree.text[segment.start : colon]
            if any(sign in head for sign in '.,;“"') or len(segment.text) < colon - segment.start + 12:
                continue
            end = next((stop for start, stop in segment.sentences if start <= colon + 2 < stop), segment.end)
            start, end = trim(self.tree.text, colon + 1, max(end, colon + 2), EDGE)
            if start < end:
                self._add(Saying(None, (segment.start, colon), [(start, end)], (colon, colon + 1)))

    def _around(self, head: int, inner: int, cut_last: int) -> list[Offsets]:
        """The clause of ``head`` without the frame that ``inner`` heads, to ``cut_last``, and that stands in it."""
        tree = self.tree
        first, last = tree.edges(head)
        cut_first = tree.edges(inner)[0]
        spans = []
        if first < cut_first:
            spans += self._clipped(tree.starts[first], tree.ends[cut_first - 1], inner)
        if cut_last < last:
            spans += self._clipped(tree.starts[cut_last + 1], tree.ends[last], inner)
        return spans

    def _clipped(self, start: int, end: int, token: int) -> list[Offsets]:
        segment = self.layout.segment_at(self.tree.starts[token])
        if segment is None:
            return []
        span = trim(self.tree.text, max(start, segment.start), min(end, segment.end), EDGE)
        start, end = balanced(self.tree.text, *self.tree.unstopped(*span))
        dangling = DANGLING.search(self.tree.text, max(start, end - len(" and ")), end)
        end = dangling.start() if dangling is not None else end
        return [(start, end)] if start < end else []

    def _add(self, saying: Saying) -> None:
        if saying.content:
            self.sayings.append(saying)
