"""Which files below `docs/` the site has, and what is wrong with the others, or with their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dossier.leaves.address import SitePage
from dossier.link.addresses import addresses
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.place import Place
from dossier.model.problem import Problems

_MADE = ("404.html", "dossier.zip", "entities/", "llms.txt", "search/", "sitemap.xml", "sitemap.xml.gz")
"""Files and folders of a site that are made beside its pages."""


def published_files(corpus: Corpus, named: Collection[str], problems: Problems) -> tuple[str, ...]:
    """The files that are published: `named` ones, those that mkdocs.yml names, and `assets/`. Report the others."""
    pages = frozenset(addresses(corpus))
    taken = tuple(_taken(corpus))
    published = []
    for path in sorted(corpus.assets):
        place = Place(f"docs/{path}")
        if path.startswith("assets/") or path in named or path in corpus.configuration.named:
            published.append(path)
            as_folder = f"{path}/"
            if as_folder.startswith(taken) or not pages.isdisjoint(
                (as_folder, path.removesuffix("index.html"))
            ):
                message = f"what the program makes would be in the place of this file, at /{path}"
                problems.add(place, Code.SAME_ADDRESS, message, "move it, for example to docs/assets/")
        else:
            message = "no page names this file, so it will not be published"
            help_ = "link or show it on a page, move it to docs/assets/, or, in mkdocs.yml, list it under"
            problems.add(place, Code.NOT_PUBLISHED, message, f"{help_} `extra: {{unpublished: […]}}`")
    return tuple(published)


def _taken(corpus: Corpus) -> Iterator[str]:
    """The beginnings of paths that are no one else's; `notes/` has files of authors, too."""
    yield from _MADE
    yield from (page for page in SitePage if page is not SitePage.NOTES)
    yield from (kind.address for kind in corpus.vocabulary.kinds)
