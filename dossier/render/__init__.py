"""Everything a reader sees, as Markdown files for MkDocs.

`pages` says which pages there are, `templates` what they look like, `view` and `catalog` how a page looks things up.
Turning them into a site is left to `site`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from dossier.cite import Citations
from dossier.leaves import look
from dossier.leaves.kept_templates import KeptTemplates
from dossier.leaves.processes import spread
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.render import pages
from dossier.render.catalog import Catalog
from dossier.render.environment import environment, load_parts
from dossier.render.kept_pages import KeptPages
from dossier.render.paging import ROOM
from dossier.render.search import search_files

__all__ = ["render", "render_file"]

_TURNS = (
    "claim_pages",
    "entity_pages",
    "question_pages",
    "search",
    "source_pages",
    "bibliography_page",
    "topic_pages",
    "map_page",
    "timeline_page",
)
"""What takes longest, so that processes that take turns have about as much to do, after an edit as well."""


def render(
    dossier: Public,
    citations: Citations,
    exports: Sequence[ExportedFile] = (),
    room: int = ROOM,
    cache: Path | None = None,
    processes: int = 1,
    *,
    has_archive: bool = False,
) -> tuple[OutputFile, ...]:
    """The files of `build/pages`, by path: Markdown pages, supplied texts, what the search loads, the
    assets of the look, files of `docs/`.

    The `exports` are described on a page; writing them is left to others. Lists that come to more than about `room`
    bytes of HTML go on on further pages. `cache` is a folder for templates as code and for pages; the result is the
    same without, and in any number of `processes`. With `has_archive` the pages lead to the archive that is made of
    them.
    """
    if cache:
        environment().bytecode_cache = KeptTemplates(cache / "templates")
    load_parts()
    kept = KeptPages(cache / "markdown") if cache else None
    catalog = Catalog(dossier, citations, exports, room, has_archive, kept=kept)

    if kept:
        kept.read_ahead(catalog)

    def make_all(make_files: Callable[[Catalog], Iterable[OutputFile]]) -> tuple[OutputFile, ...]:
        files = tuple(make_files(catalog))
        if kept:
            kept.save()
        return files

    made = spread(make_all, _kinds_of_file(), processes)
    return tuple(sorted((file for files in made for file in files), key=lambda file: file.path))


def render_file(
    dossier: Public, citations: Citations, exports: Sequence[ExportedFile], path: str
) -> OutputFile | None:
    """One of the files that `render` gives, by its path, without making the others; nothing where there is none."""
    asked = path.removesuffix("index.md") if path.endswith("index.md") else path
    catalog = Catalog(dossier, citations, exports, asked=asked)
    files = (file for make_files in _kinds_of_file() for file in make_files(catalog))
    return next((file for file in files if file.path == path), None)


def _kinds_of_file() -> tuple[Callable[[Catalog], Iterable[OutputFile]], ...]:
    """What makes assets of the look, files of `docs/` that are published, each kind of page, what the search reads.

    The function `pages` of each module in `pages` is one: a page kind is there as soon as its module is.
    """
    kinds = {"assets": _assets, "published": _published, "search": search_files}
    for module in iter_modules(pages.__path__):
        kinds[module.name] = import_module(f"{pages.__name__}.{module.name}").pages
    turns = (*(name for name in _TURNS if name in kinds), *(name for name in kinds if name not in _TURNS))
    return tuple(kinds[name] for name in turns)


def _assets(_: Catalog) -> Iterator[OutputFile]:
    yield from (OutputFile(path, content) for path, content in look.assets().items())


def _published(catalog: Catalog) -> Iterator[OutputFile]:
    dossier = catalog.dossier
    yield from (OutputFile(path, dossier.corpus.assets[path]) for path in dossier.links.published)
