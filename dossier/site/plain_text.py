"""Lets Python-Markdown pass over texts in which none of its inline patterns can find anything: most of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.treeprocessors import InlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

_SIGNS = re.compile(r"[\\`\[!<&*_\n]")
_BEGIN_WITH_A_SIGN = {
    "backtick", "escape", "footnote", "reference", "link", "image_link", "image_reference", "short_reference",
    "short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "em_strong",
}  # fmt: skip
"""The patterns that match nothing without one of the signs."""


class _PlainTextFirst(InlineProcessor):
    """Python-Markdown's own, which tries each pattern on each text; its method is private, and its release locked."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not _SIGNS.search(data):
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]


def pass_over_plain_text(md: Markdown) -> None:
    """Let `md` pass over plain texts, unless an extension brings a pattern that may match one."""
    if len(md.inlinePatterns) == sum(name in md.inlinePatterns for name in _BEGIN_WITH_A_SIGN):
        md.treeprocessors.register(_PlainTextFirst(md), "inline", 20)
