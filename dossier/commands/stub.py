"""A claim to paste into claims.yml: the words as `quote`, the rest as proposed. `find` and `suggest` print it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dossier.commands.proposals import Proposal
from dossier.commands.proposed_figures import ProposedFigure
from dossier.leaves.characters import LOST, REPLACEMENT
from dossier.model.evidence import Anchor
from dossier.model.ids import EntityId
from dossier.model.kinds import Bound
from dossier.model.pages import span_name
from dossier.model.reading import Where
from dossier.verify import Hit

WIDTH = 100
SAME = 100
_WORDS_BEFORE = 6


def stub(hit: Hit, proposal: Proposal, heading: str = "") -> str:
    """A claim in YAML that lacks its statement, with a comment above it: `heading`, or else where the words appear.

    What is proposed has beside it what else there is.
    """
    anchor = hit.anchor
    lines = [
        f"# {heading or place(anchor)}" + ("" if hit.similarity == SAME else f" ({hit.similarity} % alike)"),
        f"- id: {proposal.id}",
        '  statement: ""',
        "  quote: >-",
        *wrapped(hit.quote, "    "),
    ]
    prefix = (anchor.prefix or "").partition(" ")[2]  # the first word may be torn
    before = " ".join(LOST.split(prefix)[-1].split()[-_WORDS_BEFORE:])
    if not hit.unique and before:
        lines += ["  prefix: >-", f"    {before}"]
    kind, *kinds = proposal.kinds
    lines.append(_beside(f"  kind: {kind}", kinds))
    if proposal.date:
        lines.append(
            f'  date: "{proposal.date}" # “{proposal.dated}”; leave it out unless the statement happened then'
        )
    if proposal.figures:
        lines += _figures(proposal.figures)
    topic, *topics = proposal.topics or ("",)
    lines += _listed("about", proposal.about)
    if proposal.perhaps:
        lines += wrapped(f"  # perhaps also {', '.join(proposal.perhaps)}", "  # ", first="")
    return "\n".join([*lines, _beside(f"  topics: [{topic}]", topics), ""])


def _figures(figures: Sequence[ProposedFigure]) -> Iterator[str]:
    """The first of them, with the other bounds beside; the others as comments."""
    for number, figure in enumerate(figures):
        bound = figure.bound.value
        line = f'  figure: {{value: "{figure.value}", unit: {figure.unit}, bound: {bound}}}'
        others = [other.value for other in Bound if other is not figure.bound]
        yield f"  # or {line.strip()}" if number else f"{line} # or {', '.join(others)}"


def _beside(typed: str, others: Sequence[str]) -> str:
    """A line with a comment of what else there is, as far as it fits."""
    line = ""
    for number, _ in enumerate(others, 1):
        more = f"{typed} # or {', '.join(others[:number])}{', …' if number < len(others) else ''}"
        if len(more) > WIDTH:
            break
        line = more
    return line or typed


def _listed(field: str, ids: Sequence[EntityId]) -> list[str]:
    """A list of ids, in as many lines as it takes."""
    return wrapped(f"  {field}: [{', '.join(ids)}]", "    ", first="")


def wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    """Lines of YAML or of a comment, each behind `indent`; the first behind `first` where given."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def place(anchor: Anchor) -> str:
    """File and lines, page, heading, and paragraph or note."""
    locator = anchor.locator
    first, last = locator.lines
    lines = f"{first}" if first == last else f"{first}-{last}"
    parts = [f"sources/{anchor.source}/text.txt:{lines}"]
    if locator.pages:
        parts.append(span_name(locator.pages))
    if locator.heading is not None:
        parts.append(" ".join(LOST.sub(REPLACEMENT, locator.heading).split()))
    if locator.note is not None:
        parts.append(f"note {locator.note}")
    elif locator.paragraph is not None:
        parts.append(f"paragraph {locator.paragraph}")
    if anchor.where in {Where.ASIDE, Where.CAPTION}:
        parts.append(anchor.where.value)
    return " · ".join(parts)
