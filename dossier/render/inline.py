"""Hand-written Markdown with its citations and mentions written as links. Parsing it is left to `link`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Protocol

from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.model.kinds import RecordKind
from dossier.model.links import Cite, CiteForm, Href, Inline, Mention, Words

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`]|\\(?=[^\w\s])")
_BLOCKS = re.compile(r"\n\s*\n|</(?:div|li|p|h[1-6]|tr)>")
_LAYOUT = re.compile(r"<[^>]*>|\{[:#][^}]*\}|^ *(?:#+|>|[-*+]|\d+\.) |[|]|:?-{3,}:?", re.MULTILINE)
_AUTHOR_YEAR = re.compile(r"(.+?),? (\S*\d\S*|n\.d\.\S*)")


class Linker(Protocol):
    """What a page knows of links: addresses and names of things, as seen from it."""

    def to(self, address: str) -> Markup:
        """The link to an address."""

    def url(self, kind: RecordKind, key: str) -> Markup:
        """The link to a thing's page."""

    def words_url(self, claim: str) -> Markup:
        """The link to a claim's highlighted words."""

    def name(self, kind: RecordKind, key: str) -> str:
        """What a thing is called in running text."""

    def source_label(self, claim: str) -> str:
        """The label of a claim's source."""

    def statement(self, claim: str) -> str:
        """A claim's statement."""


_CITED = Markup(
    '<a href="{}" title="{}">{}</a>&nbsp;<a class="to-words" href="{}" title="{}" aria-label="{}">¶</a>'
)
_WORK = Markup('<a href="{}">{}</a>')
_GROUP = Markup('<span class="cite">({})</span>')
_MENTION = Markup('<a class="mention" href="{}">{}</a>')


def inline_markdown(fragments: Inline, page: Linker) -> Markup:
    """Inline or block Markdown as authors wrote it; neighboring citations share one pair of parentheses."""
    out: list[str] = []
    for part in _grouped(fragments):
        if isinstance(part, list):
            out.append(safe(_author(part[0], page)))
            out.append(_GROUP.format(Markup("; ".join(_citation(cite, page) for cite in part))))
        elif isinstance(part, Words):
            out.append(part.markdown)
        elif isinstance(part, Href):
            out.append(page.to(part.address))
        elif isinstance(part, Mention):
            words = part.words or page.name(part.target, part.id)
            out.append(_MENTION.format(page.url(part.target, part.id), safe(words)))
    return Markup("".join(out))


def plain_text(fragments: Inline, page: Linker) -> str:
    """The words alone, without citations and Markdown, for cards and descriptions."""
    return " ".join(_without_markup(_words_of(fragments, page)).split())


def plain_paragraphs(fragments: Inline, page: Linker) -> tuple[str, ...]:
    """The same of a whole page, block by block; what only arranges the blocks is left out."""
    blocks = (_LAYOUT.sub(" ", block) for block in _BLOCKS.split(_words_of(fragments, page)))
    plain = (" ".join(html.unescape(_without_markup(block)).split()) for block in blocks)
    return tuple(block for block in plain if block)


def _words_of(fragments: Inline, page: Linker) -> str:
    """Markdown without its citations, mentions by name."""
    out = []
    for part in _grouped(fragments):
        if isinstance(part, Words):
            out.append(part.markdown)
        elif isinstance(part, Mention):
            out.append(part.words or page.name(part.target, part.id))
        elif isinstance(part, list):
            out += [_author(part[0], page), "\0"]
    return re.sub(r"\s*\0", "", "".join(out))


def _without_markup(markdown: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", markdown))


def _grouped(fragments: Inline) -> Iterator[Words | Mention | Href | list[Cite]]:
    """Citations with nothing but white space between them, as lists; all else as it comes.

    One that names its author in the text begins a list.
    """
    cites: list[Cite] = []
    space: Words | None = None
    for part in fragments:
        if isinstance(part, Cite) and part.form is not CiteForm.IN_TEXT:
            cites.append(part)
            space = None
        elif (
            cites
            and space is None
            and isinstance(part, Words)
            and not part.markdown.strip()
            and "\n\n" not in part.markdown
        ):
            space = part
        else:
            if cites:
                yield cites
                cites = []
            if space:
                yield space
                space = None
            if isinstance(part, Cite):
                cites = [part]
            else:
                yield part
    if cites:
        yield cites
    if space:
        yield space


def _citation(cite: Cite, page: Linker) -> Markup:
    before = Markup(f"{cite.prefix} " if cite.prefix else "")
    words = safe(_label(cite, page) if cite.form is CiteForm.GROUPED else _author_and_year(cite, page)[1])
    if cite.target is RecordKind.WORK:
        return before + _WORK.format(page.url(RecordKind.WORK, cite.id), words) + Markup(cite.suffix)
    to_words = safe(f"The words in {page.source_label(cite.id)}")
    link = _CITED.format(
        page.url(RecordKind.CLAIM, cite.id),
        safe(page.statement(cite.id)),
        words,
        page.words_url(cite.id),
        to_words,
        to_words,
    )
    return before + link + Markup(cite.suffix)


def _author(cite: Cite, page: Linker) -> str:
    """What a citation adds to its sentence, with a blank; empty for those in parentheses, or without a year."""
    author = _author_and_year(cite, page)[0] if cite.form is CiteForm.IN_TEXT else ""
    return author and f"{author} "


def _author_and_year(cite: Cite, page: Linker) -> tuple[str, str]:
    """The two parts of a label; of one without a year, nothing and the whole."""
    label = _label(cite, page)
    found = _AUTHOR_YEAR.fullmatch(label)
    return (found[1], found[2]) if found else ("", label)


def _label(cite: Cite, page: Linker) -> str:
    return page.source_label(cite.id) if cite.target is RecordKind.CLAIM else page.name(cite.target, cite.id)
