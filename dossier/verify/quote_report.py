"""What an author reads when a passage is not found where it should be: the problem, how to fix it, the places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.leaves.fold import fold, folded_text
from dossier.model.codes import Code
from dossier.model.evidence import Span
from dossier.model.place import Path, Places
from dossier.model.problem import Problems, Related
from dossier.verify.anchoring import place_of
from dossier.verify.beside import text_after, text_before
from dossier.verify.matching import Match, Searchable, find_matches
from dossier.verify.passage import PassagePart

_SHOWN_PLACES = 5
_AROUND = 60
_ENOUGH_WORDS = 6

_BESIDE = {"prefix": Code.PREFIX_NOT_FOUND, "suffix": Code.SUFFIX_NOT_FOUND}


@dataclass(frozen=True, slots=True)
class QuoteReport:
    """Who complains to whom: the typed passage, the path of its field, the record's places, and the collector."""

    source: Searchable
    typed: str
    path: Path
    places: Places
    problems: Problems

    @property
    def _noun(self) -> str:
        return "quote" if self.path[0] == "quote" else "passage"

    @property
    def _key(self) -> str:
        return self.source.reading.source

    def not_found(self, parts: Sequence[PassagePart]) -> None:
        """Say which part is missing and what is nearest, or that the parts are not found together."""
        code = Code.QUOTE_NOT_FOUND if self._noun == "quote" else Code.CONTEXT_NOT_FOUND
        missing = next((part for part in parts if not find_matches(self.source, (part,))), None)
        if not parts:
            self.problems.add(self.places.of(*self.path), code, f"this {self._noun} has no words")
        elif missing is None:
            self._apart(parts)
        elif (crossing := self._crossing(missing)) is not None:
            self._crosses(missing, crossing)
        else:
            self._missing(code, missing)

    def _missing(self, code: Code, part: PassagePart) -> None:
        from dossier.verify.nearest import ALIKE, find_nearest  # noqa: PLC0415 - its library takes its time

        near = find_nearest(part.text, self.source.reading.blocks, self._noun)
        place = self.places.within(self.path, self.typed, part.offset + (near.offset if near else 0))
        shown = f": “{_short(part.text)}”" if part.text != self.typed.strip() else ""
        message = f"this {self._noun} was not found in {self._key}{shown}"
        if near is None:
            help_ = f"no passage is {ALIKE:.0f} % alike or more; is it from this source?"
            self.problems.add(place, code, message, help_)
        else:
            passage = f"the nearest passage, {near.similarity} % alike: “{near.text}”"
            self.problems.add(place, code, message, near.difference, [self._related(near.span, passage)])

    def _apart(self, parts: Sequence[PassagePart]) -> None:
        firsts = [find_matches(self.source, (part,))[0].first for part in parts]
        self.problems.add(
            self.places.within(self.path, self.typed, parts[1].offset),
            Code.QUOTE_CROSSES_BLOCKS,
            f"the parts of this {self._noun} do not follow each other in one paragraph or note",
            "quote one of them, and add what the others supply as `context`, or make several claims of it",
            [
                self._related(span, f"“{_short(part.text.strip())}”")
                for span, part in zip(firsts, parts, strict=True)
            ],
        )

    def _crossing(self, part: PassagePart) -> int | None:
        """The offset in the part at which it leaves a block, if its words are in the blocks one after the other."""
        wanted = folded_text(part.text).strip()
        for texts in self.source.flow.values():
            joined = " ".join(texts)
            at = joined.find(wanted)
            if at < 0:
                continue
            end = 0
            for text in texts:
                end += len(text) + 1
                if end > at:
                    return _unfolded(part.text, end - at)
        return None

    def _crosses(self, part: PassagePart, offset: int) -> None:
        self.problems.add(
            self.places.within(self.path, self.typed, part.offset + offset),
            Code.QUOTE_CROSSES_BLOCKS,
            f"this {self._noun} goes on into another paragraph, item or heading",
            f"the next one begins with “{_short(part.text[offset:].strip())}”; quote one of them, and add the other as "
            "`context`, or make two claims\nan item may be quoted with the sentence that introduces its list: "
            "“… as follows: […] the item”",
        )

    def found_twice(self, matches: Sequence[Match]) -> None:
        """Name the places, each with the words around it, ready to be typed."""
        is_quote = self._noun == "quote"
        advice = "add the `prefix` or `suffix` of the place that you mean, or " if is_quote else ""
        lines = [f"{advice}take a longer {self._noun}"]
        if len(matches) > _SHOWN_PLACES:
            lines.append(f"it appears in {len(matches) - _SHOWN_PLACES} more places")
        if len(matches[0].parts) > 1:
            lines.append("where the words beside do not decide, make the part between two […] longer")
        self.problems.add(
            self.places.of(*self.path),
            Code.QUOTE_FOUND_TWICE,
            f"this {self._noun} appears {_times(len(matches))} in {self._key}",
            "\n".join(lines),
            [self._related(match.first, self._beside(match)) for match in matches[:_SHOWN_PLACES]],
        )

    def _beside(self, match: Match) -> str:
        before, after = self._around(match)
        if self._noun == "quote":
            return f"prefix: {_quoted(_last_words(before))}, suffix: {_quoted(_first_words(after))}"
        return f"… {before} ⟦…⟧ {after} …"

    def not_beside(self, side: str, words: str, matches: Sequence[Match]) -> None:
        """Say what is beside the quote instead of the `prefix` or `suffix` typed."""
        before, after = self._around(matches[0])
        there = _last_words(before) if side == "prefix" else _first_words(after)
        position = "before" if side == "prefix" else "after"
        self.problems.add(
            self.places.of(side),
            _BESIDE[side],
            f"“{_short(words)}” was not found just {position} the quote",
            f"write “{there}”, or leave the {side} out"
            if len(matches) == 1
            else f"the quote appears {_times(len(matches))}; just {position} the first is “{there}”",
            [self._related(matches[0].first, "the quote")],
        )

    def _around(self, match: Match) -> tuple[str, str]:
        reading = self.source.reading
        before, after = text_before(reading, match.first, _AROUND), text_after(reading, match.last, _AROUND)
        return _from_word(before).strip(), _to_word(after).strip()

    def _related(self, span: Span, message: str) -> Related:
        note = self.source.reading.blocks[span.block].note
        return Related(place_of(self.source, span), f"{message} (note {note})" if note else message)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _from_word(text: str) -> str:
    """Without the word that the cut may have torn."""
    return text.partition(" ")[2] if len(text) >= _AROUND and " " in text.strip() else text


def _to_word(text: str) -> str:
    return text.rpartition(" ")[0] if len(text) >= _AROUND and " " in text.strip() else text


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_ENOUGH_WORDS:])


def _first_words(text: str) -> str:
    return " ".join(text.split()[:_ENOUGH_WORDS])


def _short(text: str) -> str:
    return text if len(text) <= _AROUND else text[: _AROUND - 1].rstrip() + "…"


def _quoted(text: str) -> str:
    """As a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unfolded(text: str, length: int) -> int:
    """The offset in `text` at which `length` characters of its folded form have passed."""
    folded = fold(text)
    return folded.starts[length] if length < len(folded.text) else len(text)
