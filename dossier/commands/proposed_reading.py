"""Which hints a new source needs: only those in which its document knows better than the guesses of `read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.documents import DocumentText
from dossier.documents.document import HeadingLine
from dossier.model.hints import ReadingHints
from dossier.model.lines import Lines
from dossier.model.reading import Block, BlockKind, ReadingText, Where
from dossier.model.source import Source
from dossier.read.reading import read_text

Hint = list[dict[str, str | int]] | str
Hints = Mapping[str, Hint]
"""The hints as source.yml has them."""

_RAISED = set("⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class ProposedReading:
    """The hints, the reading text with them, and what an editor should look at."""

    hints: Hints
    reading: ReadingText
    doubts: tuple[str, ...]


def propose_reading(source: Source, document: DocumentText) -> ProposedReading:
    """Read the text by itself, then with what its document knows; hints that do not fit are left out, and told."""
    text, lines = document.text, Lines(document.text)
    alone, _ = _read(source, text, {})
    hints: dict[str, Hint] = {}
    guessed = _headings(alone, lines)
    if (wanted := _wanted_headings(document, guessed)) and wanted != guessed:
        hints["headings"] = [_heading(heading) for heading in wanted]
    lifted = {line for block in alone.in_part(Where.CAPTION) for line in _lines_of(block, lines)}
    if left := [line for line in document.furniture if line not in lifted]:
        hints["furniture"] = [{"lines": str(line)} for line in left]
    if document.notes == 0 and alone.notes and not _RAISED & set(text):
        hints["notes"] = "none"
    reading, trouble = _read(source, text, hints)
    doubts = []
    for field in ("furniture", "headings", "notes"):
        if trouble and field in hints:
            del hints[field]
            reading, trouble = _read(source, text, hints)
            doubts.append(
                f"`reading.{field}` could not be filled by what the document shows; look at its page"
            )
    return ProposedReading(hints, reading, (*doubts, *_doubts(document, reading, hints)))


def _doubts(document: DocumentText, reading: ReadingText, hints: Hints) -> tuple[str, ...]:
    found = []
    if not any(block.kind is BlockKind.HEADING for block in reading.blocks):
        found.append("no headings were found; where there are some, name them under `reading`")
    elif document.headings is None and "headings" not in hints:
        found.append("its headings were guessed from the text; wrong ones are put right under `reading`")
    if document.notes is not None and document.notes != len(reading.notes):
        found.append(
            f"the layout shows {document.notes} notes, the reading finds {len(reading.notes)}; "
            "look at the notes of its page"
        )
    return tuple(found)


def _read(source: Source, text: str, hints: Hints) -> tuple[ReadingText, int]:
    """The reading text, and how many hints could not be used."""
    reported: list[object] = []
    hinted = source.model_copy(update={"reading": ReadingHints.model_validate(hints)})
    reading = read_text(hinted, text, lambda *told: reported.append(told))
    return reading, len(reported)


def _wanted_headings(document: DocumentText, guessed: list[HeadingLine]) -> list[HeadingLine]:
    """Those that the document names, with those that only look like some where the guess says so, too."""
    if document.headings is None:
        return []
    first = {heading.first for heading in guessed}
    likely = [heading for heading in document.likely_headings if heading.first in first]
    return sorted({*document.headings, *likely}, key=lambda heading: heading.first)


def _heading(heading: HeadingLine) -> dict[str, str | int]:
    lines = f"{heading.first}" if heading.first == heading.last else f"{heading.first}-{heading.last}"
    return {"lines": lines} | ({"level": heading.level} if heading.level > 1 else {})


def _headings(reading: ReadingText, lines: Lines) -> list[HeadingLine]:
    found = []
    for block in reading.in_part(Where.BODY):
        if block.kind is BlockKind.HEADING:
            at = _lines_of(block, lines)
            found.append(HeadingLine(at[0], at[-1], block.level))
    return found


def _lines_of(block: Block, lines: Lines) -> range:
    first, last = lines.position(block.start)[0], lines.position(max(run.end for run in block.runs) - 1)[0]
    return range(first, last + 1)
