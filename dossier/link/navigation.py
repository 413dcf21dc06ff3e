"""Checks that the navigation of mkdocs.yml leads to pages that are made."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from dossier.leaves.address import file_of, page_of
from dossier.leaves.nearest import suggest
from dossier.link.addresses import addresses
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems


def check_navigation(corpus: Corpus, published: Collection[str], problems: Problems) -> None:
    """Report each entry that neither a page nor a published file has."""
    made = {*map(file_of, addresses(corpus)), *published}
    broken = {_file(key) for kind, key in corpus.places if kind is RecordKind.PAGE}
    for entry in corpus.configuration.nav:
        path = entry.path.partition("#")[0].removeprefix("./")
        if path in made | broken or entry.path.startswith("/") or any(urlsplit(entry.path)[:2]):
            continue
        message = f"the navigation leads to `{entry.path}`, which nothing makes"
        written = _file(path)
        if written in made:
            help_ = f"write `{written}`: a page is built as the `index.md` of a folder of its own"
        else:
            help_ = suggest(path, made) or "delete the entry, or write the page"
        problems.add(entry.place, Code.NAV_NO_PAGE, message, help_)


def _file(page: str) -> str:
    """The file that a page of `docs/` is built as."""
    return file_of(page_of(RecordKind.PAGE, page))
