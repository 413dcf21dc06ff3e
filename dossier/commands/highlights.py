"""`highlights`: what somebody marked while reading becomes drafts of claims. Files are read by `documents`."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from dossier.commands.edits import Change, read_typed, write
from dossier.commands.example import example
from dossier.commands.proposals import Proposer
from dossier.commands.stub import SAME, WIDTH, stub
from dossier.commands.unread import refuse_unread
from dossier.documents import refuse_without_libraries
from dossier.documents.highlights import Highlight, read_highlights
from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.load import load
from dossier.load.lists import typed_ids
from dossier.model.corpus import Corpus
from dossier.model.evidence import Anchor
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.model.usage_error import UsageError
from dossier.read import read
from dossier.verify import Hit
from dossier.verify.anchoring import anchor_of
from dossier.verify.matching import Searchable, find_matches
from dossier.verify.passage import split_passage

_NOTHING = 1
_BROKEN_WORD = re.compile(r"(\w)- (\w)")
_HEAD = """# yaml-language-server: $schema=../schema/drafts.json
# Drafts of claims: `check` counts them, nothing publishes them.
# Write the statement, look at the rest, and move what is a claim to claims.yml.
"""
_SHOWN = 60


@click.command(epilog=example("highlights doe2020 ~/Downloads/report-read.pdf"))
@click.argument("key")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def highlights(root: Path, key: str, path: Path) -> None:
    """Turn what you highlighted in a source into drafts of claims.

    FILE is a PDF with highlights, an export of Hypothes.is (JSON), clippings of an e-reader, or any Markdown of
    quotations: lines that begin with `>` or are in quotation marks, as Zotero, Obsidian and Readwise write them.

    Each highlight is looked for in the text of the source KEY and added to sources/KEY/drafts.yml, with its page; what
    you noted on it is the remark, the statement is yours to write. What is there already is not added again. `check`
    counts drafts, and nothing publishes them.
    """
    refuse_without_libraries()
    marked = read_highlights(path.read_bytes(), path.name)
    unheard = Problems()  # `check` tells them
    corpus = load(root, unheard)
    refuse_unread(corpus, unheard)
    source = SourceKey(key)
    reading = read(corpus, unheard).get(source)
    if reading is None:
        raise UsageError(
            f"there is no text of a source `{key}`; `{command('check')}` says why, `add` makes one"
        )
    name = f"sources/{key}/drafts.yml"
    before = read_typed(root, name) if (root / name).exists() else ""
    drafts = _Drafts(corpus, reading, before)
    records, lost, known = [], [], 0
    for highlight in marked:
        places = drafts.places(highlight)
        if not places:
            lost.append(highlight)
        elif drafts.is_known(places[0].exact):
            known += 1
        else:
            records.append(drafts.record(highlight, places))
    if records:
        write(root, {name: Change(before, "\n".join([before or _HEAD, *records]))})
    click.echo(f"{counted(len(records), 'draft')} added to {name}, of {counted(len(marked), 'highlight')}.")
    if known:
        click.echo(f"{known} of them {'is' if known == 1 else 'are'} there already, as drafts or claims.")
    for highlight in lost:
        page = f" (page {highlight.page})" if highlight.page else ""
        click.echo(
            f"not found: “{textwrap.shorten(highlight.quote, _SHOWN, placeholder=' …')}”{page}", err=True
        )
    if lost:
        found = command(f'find "words of it" --source {key}')
        click.echo(
            f"Words over the end of a paragraph or page cannot be quoted in one piece; `{found}` helps.",
            err=True,
        )
    sys.exit(_NOTHING if len(lost) == len(marked) else 0)


@dataclass(slots=True)
class _Drafts:
    """The drafts of one source in the making; `before` is its drafts.yml as it was."""

    corpus: Corpus
    reading: ReadingText
    before: str

    def places(self, highlight: Highlight) -> list[Anchor]:
        """Where the words were found, on the page that the highlight names first; they may differ in hyphens."""
        source = Searchable.of(self.corpus, self.reading)
        for words in _spellings(highlight.quote):
            matches = find_matches(source, split_passage(words))
            if matches:
                anchors = [anchor_of(source, match) for match in matches]
                return sorted(anchors, key=lambda anchor: not _fits(anchor, highlight))
        return []

    def is_known(self, words: str) -> bool:
        """Whether a claim or a draft quotes just these words."""
        quoted = {" ".join(claim.quote.split()) for claim in self.corpus.claims.values()}
        return words in quoted or words in " ".join(self.before.split())

    def record(self, highlight: Highlight, places: list[Anchor]) -> str:
        """A draft with what is proposed for it, and the comment as its remark."""
        hit = Hit(places[0], places[0].exact, SAME, unique=len(places) == 1)
        proposer, taken = Proposer(self.corpus), typed_ids(self.before)
        proposal = proposer.propose(hit.anchor)
        while proposal.id in taken:
            proposal = replace(proposer.propose(hit.anchor))
        made = stub(hit, proposal)
        self.before += made
        remark = textwrap.wrap(highlight.comment, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
        return made + ("  remark: >-\n" + "".join(f"    {line}\n" for line in remark) if remark else "")


def _spellings(quote: str) -> Iterator[str]:
    """The words as they are, then with hyphens at line ends joined, or kept."""
    yield from dict.fromkeys((quote, _BROKEN_WORD.sub(r"\1\2", quote), _BROKEN_WORD.sub(r"\1-\2", quote)))


def _fits(anchor: Anchor, highlight: Highlight) -> bool:
    on_page = highlight.page is not None and any(
        page.number == highlight.page for page in anchor.locator.pages
    )
    before, after = highlight.prefix.split()[-1:], highlight.suffix.split()[:1]
    beside = (before and before == (anchor.prefix or "").split()[-1:]) or (
        after and after == (anchor.suffix or "").split()[:1]
    )
    return on_page or bool(beside)
