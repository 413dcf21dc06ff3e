"""What pages say of a text: where words appear in it, in which language, how it was made readable, how much is covered.

Its words as HTML are left to `words` and `edition`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.language.needs import checks_off, less_sure
from dossier.model.claim import Claim
from dossier.model.evidence import Locator
from dossier.model.ids import SourceKey
from dossier.model.pages import span_name
from dossier.render.flow import FlowBlock
from dossier.render.view import View

STEPS: Mapping[str, tuple[str, str]] = {
    "lines-joined": ("line end joined to the next line", "line ends joined to the next line"),
    "hyphens-joined": (
        "word put together across a line end, its hyphen dropped",
        "words put together across line ends, their hyphens dropped",
    ),
    "moved-lines": ("line put back in the order of reading", "lines put back in the order of reading"),
    "letter-forms": (
        "ligature or form of a letter read as the letter",
        "ligatures and forms of letters read as the letters",
    ),
    "restored": (
        "stretch read with the letters that the extraction lost; a switch above the text shows it as supplied",
        "stretches read with the letters that the extraction lost; a switch above the text shows them as supplied",
    ),
    "marks": (
        "reference to a note lifted out of the words and made a link",
        "references to notes lifted out of the words and made links",
    ),
    "notes": (
        "note lifted out of the flow and put behind the text",
        "notes lifted out of the flow and put behind the text",
    ),
    "labels": (
        "bullet or number of an item, a heading or a note set apart from the words",
        "bullets and numbers of items, headings and notes set apart from the words",
    ),
    "line-numbers": ("line number lifted out of the margin", "line numbers lifted out of the margin"),
    "asides": ("line of a box or pull quote set apart", "lines of boxes and pull quotes set apart"),
    "captions": (
        "line of a caption or stray text lifted out of the flow and put behind the text",
        "lines of captions and stray text lifted out of the flow and put behind the text",
    ),
}
"""Steps of reading, one and many, in the order in which a page tells them."""


def other_language(page: View, source: str) -> Markup:
    """The attributes that name a source's language, and the way it runs, where they are not the pages'."""
    tag = page.dossier.corpus.sources[SourceKey(source)].language
    language = language_of(tag)
    if language is language_of(OURS):
        return Markup("")
    way = Markup("") if language.direction == "ltr" else Markup(' dir="{}"').format(language.direction)
    return Markup(' lang="{}"{}').format(Markup(tag), way)


def anchor(part: FlowBlock) -> Markup:
    """The attributes by which a paragraph of a source can be found."""
    if not part.id:
        return Markup("")
    return Markup(' id="{}" data-number="{}"').format(Markup(part.id), part.block.number)


def covered(page: View, source: str) -> tuple[int, int]:
    """How many paragraphs and items of a source claims quote from, and of how many."""
    found = page.dossier.analysis.coverage.get(SourceKey(source))
    return (len(found.covered), len(found.covered) + len(found.uncovered)) if found else (0, 0)


def spot(page: View, claim: str) -> str:
    """Where in its source a claim's words appear, in a word or two: `¶ 12`, `note 5`."""
    found = page.evidence(claim).anchor
    return short_locator(found.locator) if found else ""


def to_words(page: View, claim: Claim) -> str:
    """What a link to a claim's words says that it leads to."""
    found = page.evidence(claim.id).anchor
    title = found.locator.pages[0].title if found and found.locator.pages else ""
    return ", ".join(filter(None, (f"The words in {page.label(claim.source)}", title)))


def place(found: Locator) -> str:
    """The page, note or paragraph, as a citation names it; empty where the words are in none.

    Where there are pages, a note is named with its page, since notes may be numbered page by page.
    """
    note = f"note {found.note}" if found.note is not None else ""
    if found.pages:
        return ", ".join(filter(None, (span_name(found.pages), note)))
    return note or (f"paragraph {found.paragraph}" if found.paragraph is not None else "")


def locator(found: Locator) -> str:
    """Where a reader of another copy finds the words."""
    first, last = found.lines
    parts = (
        _pages(found),
        f"under “{found.heading}”" if found.heading else "",
        place(replace(found, pages=())),
        f"{f'line {first}' if first == last else f'lines {first}–{last}'} of the text as supplied",
    )
    return ", ".join(filter(None, parts))


def _pages(found: Locator) -> str:
    """The pages as citations name them, and where to turn to in the file."""
    numbered = " to ".join(page.title for page in found.pages if page.label is not None)
    return span_name(found.pages) + (f" ({numbered})" if numbered else "")


def short_locator(found: Locator) -> str:
    """The same in a word or two: `p. 181`, `¶ 12`, `note 5`."""
    if found.pages:
        return place(found)
    if found.note is not None:
        return f"note {found.note}"
    if found.paragraph is not None:
        return f"¶ {found.paragraph}"
    first, last = found.lines
    return f"line {first}" if first == last else f"lines {first}–{last}"


def steps(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What reading a text did, and how often; steps that were not needed are left out."""
    known = [name for name in STEPS if counts.get(name)]
    others = sorted(name for name, count in counts.items() if count and name not in STEPS)
    return tuple(_step(name, counts[name]) for name in (*known, *others))


def _step(name: str, count: int) -> str:
    one, many = STEPS.get(name, (name.replace("-", " "), name.replace("-", " ")))
    return f"{count:,} {one if count == 1 else many}"


def language(tag: str) -> str:
    """The English name of the language of a BCP 47 tag, or the tag where none is known."""
    return language_of(tag).name


def not_known(tag: str) -> str:
    """What is not checked, or less surely, of a text in this language; empty where all is known of it."""
    known = language_of(tag)
    off, unsure = ", ".join(checks_off(known)), ", ".join(less_sure(known))
    return (f"; checks that are off for it: {off}" if off else "") + (
        f"; less sure: {unsure}" if unsure else ""
    )


def foldings(names: tuple[str, ...]) -> str:
    """The foldings that were needed, in a phrase."""
    return ", ".join(name.replace("-", " ") for name in names)
