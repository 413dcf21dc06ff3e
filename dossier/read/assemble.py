"""Numbers the blocks and puts the reading text together, with what belongs to no block and counts of what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.leaves.language.facts import Language
from dossier.leaves.language.sentences import split_sentences
from dossier.model.ids import SourceKey
from dossier.model.reading import Block, BlockKind, Note, ReadingText, Run, RunKind, Where
from dossier.read.block_drafts import BlockDraft
from dossier.read.runs import is_form

_NUMBERED = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION)
_INTRODUCES = (":", "：")


@dataclass(frozen=True, slots=True)
class BlockRuns:
    """A draft with its runs."""

    draft: BlockDraft
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words as they read."""
        return "".join(run.text for run in self.runs)


def assemble(
    source: SourceKey,
    text: str,
    made: Sequence[BlockRuns],
    labels: Mapping[int, str],
    steps: Mapping[str, int],
    language: Language,
) -> ReadingText:
    """The reading text of a source; `labels` are its notes' by number."""
    blocks = _number(text, made, language)
    referred = {run.note for block in made for run in block.runs if run.kind is RunKind.MARK}
    notes = tuple(
        Note(
            label,
            number,
            tuple(b.index for b in blocks if b.note == label and b.where is Where.NOTE),
            label in referred,
        )
        for number, label in sorted(labels.items())
    )
    counts = _count(text, made) | dict(steps) | {"notes": len(notes)}
    return ReadingText(source, len(text), blocks, notes, _spaces(text, blocks), dict(sorted(counts.items())))


def _number(text: str, made: Sequence[BlockRuns], language: Language) -> tuple[Block, ...]:
    """The blocks with their places, headings, introductions and numbers."""
    blocks: list[Block] = []
    above: list[tuple[int, int]] = []  # headings of the body that hold here: level, index
    aside: int | None = None
    number = 0
    for block in made:
        draft, words = block.draft, block.text
        body = draft.where is Where.BODY
        heading = draft.kind is BlockKind.HEADING
        if body and heading:
            above = [(level, index) for level, index in above if level < draft.level]
        if body or draft.where is Where.CAPTION or (heading and not body):
            aside = None
        counted = body and draft.kind in _NUMBERED
        number += counted
        shown = above[-1][1] if above and draft.where is not Where.NOTE else None
        blocks.append(
            Block(
                index=len(blocks),
                kind=draft.kind,
                where=draft.where,
                runs=block.runs,
                sentences=((0, len(words)),) if heading else split_sentences(words, language.sentences),
                level=draft.level,
                label=_label(text, draft),
                note=draft.note,
                heading=aside if aside is not None else shown,
                intro=_intro(blocks, draft),
                number=number if counted else None,
                run_in=draft.run_in,
            )
        )
        if heading and body:
            above.append((draft.level, len(blocks) - 1))
        elif heading:
            aside = len(blocks) - 1
    return tuple(blocks)


def _label(text: str, draft: BlockDraft) -> str:
    """The label of a block's first line, as printed."""
    label = draft.lines[0].label
    return text[label[0] : label[1]] if label else ""


def _intro(blocks: Sequence[Block], draft: BlockDraft) -> int | None:
    """The block that introduces the list of an item: the item around it, or a paragraph that ends in a colon."""
    if draft.kind is not BlockKind.ITEM:
        return None
    for block in reversed(blocks):
        if block.where is not draft.where:
            continue
        if block.kind is BlockKind.ITEM and block.level == draft.level:
            return block.intro
        if block.kind is BlockKind.ITEM and block.level > draft.level:
            continue
        if block.kind is BlockKind.ITEM:
            return block.index
        listed = block.kind is BlockKind.PARAGRAPH
        return block.index if listed and block.text.rstrip('”"’ ').endswith(_INTRODUCES) else None
    return None


def _spaces(text: str, blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """What is left between the runs."""
    taken = sorted((run.start, run.end) for block in blocks for run in block.runs)
    spaces: list[tuple[int, int]] = []
    at = 0
    for start, end in [*taken, (len(text), len(text))]:
        if start > at:
            spaces.append((at, start))
        at = max(at, end)
    return tuple(spaces)


def _count(text: str, made: Sequence[BlockRuns]) -> dict[str, int]:
    """How often each step was taken."""
    steps: Counter[str] = Counter({"letter-forms": 0, "restored": 0})
    for block in made:
        steps["lines-joined"] += len(block.draft.lines) - 1
        if in_margin := sum(line.margin is not None for line in block.draft.lines):
            steps["line-numbers"] += in_margin
            steps["labels"] -= in_margin
        for run in block.runs:
            steps["hyphens-joined"] += run.kind is RunKind.HYPHEN and not run.text
            steps["marks"] += run.kind is RunKind.MARK
            steps["labels"] += run.kind is RunKind.LABEL
            if run.kind is RunKind.RESTORED:
                steps["letter-forms" if is_form(text[run.start : run.end]) else "restored"] += 1
        steps["asides"] += len(block.draft.lines) * (block.draft.where is Where.ASIDE)
        steps["captions"] += len(block.draft.lines) * (block.draft.where is Where.CAPTION)
    return dict(steps)
