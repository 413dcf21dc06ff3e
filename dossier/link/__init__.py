"""Resolves every reference between records, both ways, and the citations of inline Markdown.

How a link is written into a page is left to `render`; what the linked claims show together is left to `analyze`.
"""

from __future__ import annotations

from pathlib import Path

from dossier.leaves.memory import Memory
from dossier.link.addresses import check_addresses
from dossier.link.backlinks import backlinks
from dossier.link.inline import resolve_inline
from dossier.link.navigation import check_navigation
from dossier.link.published import published_files
from dossier.link.references import check_references
from dossier.model.corpus import Corpus
from dossier.model.links import Links
from dossier.model.problem import Problems

__all__ = ["link"]


def link(
    corpus: Corpus, problems: Problems, memory: Memory | None = None, cache: Path | None = None
) -> Links:
    """Resolve all ids of a corpus, and report those that lead nowhere.

    `memory` has what this process read before, `cache` is a folder of what is kept from run to run; with or without
    them the result is the same.
    """
    check_references(corpus, problems)
    check_addresses(corpus, problems)
    resolved = resolve_inline(corpus, problems, memory or Memory(), cache)
    published = published_files(corpus, resolved.named, problems)
    check_navigation(corpus, published, problems)
    return backlinks(corpus, resolved.inline, published, resolved.to_places)
