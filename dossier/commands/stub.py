"""A claim to paste into claims.yml: the words as `quote`, the rest to fill in. `find` and `suggest` print it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from dossier.leaves.characters import LOST, REPLACEMENT
from dossier.model.evidence import Anchor
from dossier.model.ids import EntityId
from dossier.model.reading import Where
from dossier.verify import Hit

WIDTH = 100
SAME = 100
_WORDS_BEFORE = 6


def stub(hit: Hit, about: Sequence[EntityId] = (), heading: str = "") -> str:
    """A claim in YAML with a comment above it: `heading`, or else where the words appear."""
    anchor = hit.anchor
    lines = [
        f"# {heading or place(anchor)}" + ("" if hit.similarity == SAME else f" ({hit.similarity} % alike)"),
        f"- id: {anchor.source}-",
        '  statement: ""',
        "  quote: >-",
        *_wrapped(hit.quote, "    "),
    ]
    prefix = (anchor.prefix or "").partition(" ")[2]  # the first word may be torn
    before = " ".join(LOST.split(prefix)[-1].split()[-_WORDS_BEFORE:])
    if not hit.unique and before:
        lines += ["  prefix: >-", f"    {before}"]
    return "\n".join([*lines, "  kind:", *_listed("about", about), "  topics: []", ""])


def _listed(field: str, ids: Sequence[EntityId]) -> list[str]:
    """A list of ids, in as many lines as it takes."""
    return _wrapped(f"  {field}: [{', '.join(ids)}]", "    ", first="")


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def place(anchor: Anchor) -> str:
    """File and lines, heading, and paragraph or note."""
    locator = anchor.locator
    first, last = locator.lines
    lines = f"{first}" if first == last else f"{first}-{last}"
    parts = [f"sources/{anchor.source}/text.txt:{lines}"]
    if locator.heading is not None:
        parts.append(" ".join(LOST.sub(REPLACEMENT, locator.heading).split()))
    if locator.note is not None:
        parts.append(f"note {locator.note}")
    elif locator.paragraph is not None:
        parts.append(f"paragraph {locator.paragraph}")
    if anchor.where in {Where.ASIDE, Where.CAPTION}:
        parts.append(anchor.where.value)
    return " · ".join(parts)
