"""Decides which lines read on: paragraphs across lines, pages and whatever was lifted out between them.

A blank line ends a paragraph unless it falls inside a sentence. Where a text has no blank lines, a paragraph ends
with a sentence whose line had room for the next word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.read.hyphens import HYPHENS, is_hyphenated
from dossier.read.lines import Role, SuppliedLine
from dossier.read.shape import ColumnShape

_CLOSING = r"[\"'”’»›)\]]*(?:\[\w{1,8}\]|\d{1,3}|[¹²³⁰⁴-⁹]{1,3})?$"
_CLOSED = re.compile(r"[.!?…؟۔。:;؛]" + _CLOSING)
_SENTENCE_END = re.compile(r"[.!?…؟۔。]" + _CLOSING)
_SMALL = re.compile(r"[\"'“‘«‹(\[]*[a-zà-öø-ÿœß]")
_GREETING = re.compile(r"(?:[^\W\d_]+\.? ){0,5}[^\W\d_]+,")
_TURN = re.compile(
    r"(?:[A-Z][a-z]+\.? ){0,2}[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,3}[.:]\s+(?:[^\W\d_a-z]|[\"“—-])"
)
"""The name of somebody who speaks, in capitals, and what he says."""
_INDENT_AT_LEAST = 3
_HABIT_AT_LEAST = 3


def is_open(text: str, line: SuppliedLine) -> bool:
    """Whether the line ends inside a sentence: without a stop, a colon or a semicolon."""
    return not _CLOSED.search(text, line.start, line.end)


@dataclass(frozen=True, slots=True)
class Joints:
    """What is needed to decide whether a line reads on from the one before it.

    `split_items` says that the text breaks its list items behind their first line, as some extractions do.
    """

    text: str
    shape: ColumnShape
    split_items: bool = False

    def joins(self, before: SuppliedLine, line: SuppliedLine) -> bool:
        """Whether `line`, which opens no heading, item or note of its own, belongs to the paragraph of `before`."""
        words, following = before.words(self.text), line.words(self.text)
        opened = is_open(self.text, before)
        small = bool(_SMALL.match(following))
        if not words or before.dropped or line.index != before.index + 1:
            return opened or not words or before.dropped
        if line.gap:
            if line.opens_page:
                return opened
            full = self.shape.is_full(words)
            habit = self.split_items and before.label is not None and full
            return habit or (opened and (full or (small and not _GREETING.fullmatch(words))))
        if self._begins_anew(before, line, opened=opened):
            return False
        if is_hyphenated(words) or (small and self.shape.wrapped):
            return True
        if not self.shape.wrapped:
            return opened and small
        if (
            following[:1].isupper()
            and not words.endswith((*HYPHENS, "–", "—"))
            and self.shape.is_broken_off(words)
        ):
            return False
        return not _SENTENCE_END.search(words) or not self.shape.has_room(words, following)

    def _begins_anew(self, before: SuppliedLine, line: SuppliedLine, *, opened: bool) -> bool:
        """Whether a line that follows at once begins a paragraph: it is indented, or somebody else speaks."""
        if not opened:
            indented = line.indent - before.indent >= _INDENT_AT_LEAST
            return indented or bool(_TURN.match(self.text, line.start, line.end))
        broken_off = self.text.endswith(("--", "—", "–"), before.start, before.end)
        return broken_off and bool(_TURN.match(self.text, line.start, line.end))


def splits_items(text: str, lines: Sequence[SuppliedLine], shape: ColumnShape) -> bool:
    """Whether many list items have a blank line behind their first line, in mid-sentence."""
    tried = cut = 0
    for before, line in itertools.pairwise(lines):
        if before.label and not line.label and line.role is before.role and shape.is_full(before.words(text)):
            tried += 1
            cut += line.gap == 1 and is_open(text, before)
    return cut >= max(_HABIT_AT_LEAST, tried / 4)


def join_paragraphs(lines: Sequence[SuppliedLine], joints: Joints) -> Iterator[list[SuppliedLine]]:
    """Lines of one part in reading order, block by block."""
    block: list[SuppliedLine] = []
    for line in lines:
        if block and not _reads_on(block[-1], line, joints):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _reads_on(before: SuppliedLine, line: SuppliedLine, joints: Joints) -> bool:
    heading = Role.HEADING in (before.role, line.role)
    if heading:
        return before.role is line.role and before.group == line.group
    if line.label is not None and not line.quoted:
        return False
    if before.quoted != line.quoted or before.alone or line.alone:
        return False
    return joints.joins(before, line)
