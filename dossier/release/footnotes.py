"""What footnotes say of passages, claims and works, as Markdown for pandoc."""

from __future__ import annotations

import re

from dossier.leaves.address import page_of, quote_url
from dossier.model.evidence import Locator
from dossier.model.ids import ClaimId, WorkKey
from dossier.model.kinds import RecordKind
from dossier.model.pages import span_name
from dossier.model.public import Public

_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def escaped(plain: str) -> str:
    """Plain text in one line that pandoc reads as it is."""
    return _SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", plain))


def address(public: Public, path: str) -> str:
    """A link to a page of the site; where the site has no lasting address, its path there."""
    base = public.corpus.configuration.site.url
    return f"[{escaped(base + path)}](<{base}{path}>)" if base else escaped(path)


def claim_footnote(public: Public, id_: str) -> str:
    """The words of a claim, whose they are, where they are in the text, and the address of the passage."""
    claim, evidence = public.corpus.claims[ClaimId(id_)], public.evidence[ClaimId(id_)]
    anchor = evidence.anchor
    words = anchor.exact if anchor else claim.quote
    place = f", {_place(anchor.locator)}" if anchor and _place(anchor.locator) else ""
    where = address(public, quote_url(claim.source, id_))
    return f"“{escaped(words)}” {escaped(public.corpus.title(claim.source) + place)}\\. {where}"


def statement_footnote(public: Public, id_: str) -> str:
    """A footnote with what a claim states, and its address."""
    statement = public.corpus.claims[ClaimId(id_)].statement
    return f"^[{escaped(statement)} {address(public, page_of(RecordKind.CLAIM, id_))}]"


def work_footnote(public: Public, key: str) -> str:
    """What a work is called."""
    work = public.corpus.works[WorkKey(key)]
    return escaped(f"{work.label}: {work.title}" if work.title else work.label)


def _place(found: Locator) -> str:
    """Where a reader of another copy finds the words: the page, the note, or the paragraph."""
    if found.pages:
        return span_name(found.pages)
    if found.note is not None:
        return f"note {found.note}"
    return f"paragraph {found.paragraph}" if found.paragraph is not None else ""
