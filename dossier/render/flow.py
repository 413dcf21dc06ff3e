"""The blocks of a source as a page arranges them: headings with ids, nested lists, boxes, gaps. Words: see `words`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dossier.model.reading import Block, BlockKind, ReadingText, Where


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A heading, paragraph or quotation; `id` is its anchor."""

    block: Block
    id: str
    shape: str


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the list inside it, if any."""

    part: FlowBlock
    inner: Listing | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `numbered` where its labels are letters or numbers that are printed as they are."""

    items: tuple[Item, ...]
    numbered: bool
    shape: str = "list"


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside: a box or pull quote, set apart from the flow."""

    parts: tuple[FlowBlock | Listing, ...]
    shape: str = "box"


@dataclass(frozen=True, slots=True)
class Gap:
    """Blocks that may not be shown; `ids` are the anchors of the paragraphs and items among them."""

    ids: tuple[str, ...]
    shape: str = "gap"


Flow = tuple[FlowBlock | Listing | Aside | Gap, ...]


@dataclass(slots=True)
class Anchors:
    """Gives headings their ids; none may be one of a claim of the source, of a note or of a reference."""

    source: str
    taken: set[str]

    def part(self, block: Block) -> FlowBlock:
        """A block with its anchor."""
        if block.kind is BlockKind.HEADING:
            return FlowBlock(block, self._heading(block.text), "heading")
        anchor = f"p--{block.number}" if block.number is not None else ""
        return FlowBlock(block, anchor, block.kind.value)

    def _heading(self, text: str) -> str:
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "section"
        reserved = slug.startswith((f"{self.source}-", "note-", "page-", "ref-"))
        found, number = f"section--{slug}" if reserved else slug, 1
        while found in self.taken:
            number += 1
            found = f"{slug}--{number}"
        self.taken.add(found)
        return found


def arrange(reading: ReadingText, anchors: Anchors) -> Flow:
    """The body in reading order, with asides where they were. Captions and notes are left out."""
    flow: list[FlowBlock | Listing | Aside | Gap] = []
    placed = (b for b in reading.blocks if b.where in {Where.BODY, Where.ASIDE})
    for where, blocks in groupby(placed, key=lambda block: None if block.is_omitted else block.where):
        if where is None:
            flow.append(Gap(tuple(anchors.part(b).id for b in blocks if b.number is not None)))
            continue
        parts = tuple(_parts(blocks, anchors))
        flow.extend([Aside(parts)] if where is Where.ASIDE else parts)
    return tuple(flow)


def _parts(blocks: Iterable[Block], anchors: Anchors) -> Iterator[FlowBlock | Listing]:
    for is_item, group in groupby(blocks, key=lambda block: block.kind is BlockKind.ITEM):
        if is_item:
            yield _listing([anchors.part(block) for block in group])
        else:
            yield from (anchors.part(block) for block in group)


def _listing(parts: list[FlowBlock]) -> Listing:
    depth = min(part.block.level for part in parts)
    starts = [n for n, part in enumerate(parts) if part.block.level <= depth]
    starts = starts if starts[:1] == [0] else [0, *starts]
    ends = [*starts[1:], len(parts)]
    items = [
        Item(parts[start], _listing(parts[start + 1 : end]) if end - start > 1 else None)
        for start, end in zip(starts, ends, strict=True)
    ]
    labels = [item.part.block.label for item in items]
    return Listing(
        tuple(items), any(label.strip("().") not in {"o", ""} and label[:1].isalnum() for label in labels)
    )
