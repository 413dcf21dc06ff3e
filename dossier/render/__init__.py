"""Everything a reader sees, as Markdown files for MkDocs.

`pages` says which pages there are, `templates` what they look like, `view` and `catalog` how a page looks things up.
Turning them into a site is left to `site`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from dossier.cite import Citations
from dossier.leaves import look
from dossier.leaves.kept_templates import KeptTemplates
from dossier.model.exported import ExportDescription
from dossier.model.output import MadeFile, OutputFile
from dossier.model.public import Public
from dossier.render import pages
from dossier.render.catalog import Catalog
from dossier.render.environment import environment, load_parts
from dossier.render.kept_pages import KeptPages
from dossier.render.pages import exports_page
from dossier.render.paging import ROOM
from dossier.render.search import search_files

__all__ = ["Rendering", "begin_rendering", "render", "render_files"]

_LONG = ("claim_pages", "entity_pages", "search", "question_pages", "map_page", "source_pages")
"""What takes longest, and so is begun first."""
_MakeFiles = Callable[[Catalog], Iterable[MadeFile]]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The making of pages, in parts that are done in any order and in any process; make one with `begin_rendering`."""

    catalog: Catalog
    kept: KeptPages | None

    @property
    def parts(self) -> Sequence[Callable[[], Iterator[MadeFile]]]:
        """What makes some of the files of `build/pages` each: Markdown pages, supplied texts, what the search loads,
        the assets of the look, files of `docs/`. What takes longest comes first.
        """
        return [partial(self._made, make_files) for make_files in _kinds_of_file().values()]

    def _made(self, make_files: _MakeFiles) -> Iterator[MadeFile]:
        yield from make_files(self.catalog)
        if self.kept:
            self.kept.save()

    def page_on(self, exports: Sequence[ExportDescription]) -> OutputFile:
        """The page that describes exported files; writing them is left to others."""
        (page,) = exports_page.pages(replace(self.catalog, exports=exports, kept=None))
        return page


def begin_rendering(
    dossier: Public,
    citations: Citations,
    cache: Path | None,
    standing: Mapping[str, str],
    *,
    has_archive: bool = False,
) -> Rendering:
    """Read what all parts share.

    `cache` is a folder for templates as code, and for what pages read: `standing` is a digest of each file in
    `build/pages`, which need not be made where it stands as it is to be. With `has_archive` the pages lead to the
    archive that is made of them.
    """
    if cache:
        environment().bytecode_cache = KeptTemplates(cache / "templates")
    load_parts()
    kept = KeptPages(cache / "markdown", standing) if cache else None
    catalog = Catalog(dossier, citations, has_archive=has_archive, kept=kept)
    if kept:
        kept.read_ahead(catalog)
    return Rendering(catalog, kept)


def render(
    dossier: Public, citations: Citations, exports: Sequence[ExportDescription] = (), room: int = ROOM
) -> tuple[OutputFile, ...]:
    """All files of `build/pages` but the `exports`, by path.

    Lists that come to more than about `room` bytes of HTML go on on further pages.
    """
    return tuple(sorted(_files(Catalog(dossier, citations, exports, room)), key=lambda file: file.path))


def render_files(
    dossier: Public, citations: Citations, exports: Sequence[ExportDescription], paths: frozenset[str]
) -> tuple[OutputFile, ...]:
    """Those of the files that `render` gives whose paths are among `paths`, by path, without making all others."""
    asked = frozenset(path.removesuffix("index.md") if path.endswith("index.md") else path for path in paths)
    found: dict[str, OutputFile] = {}
    for file in _files(Catalog(dossier, citations, exports, asked=asked)):
        if file.path in paths:
            found[file.path] = file
        if len(found) == len(paths):
            break
    return tuple(found[path] for path in sorted(found))


def _files(catalog: Catalog) -> Iterator[OutputFile]:
    for make_files in (*_kinds_of_file().values(), exports_page.pages):
        yield from (file for file in make_files(catalog) if isinstance(file, OutputFile))


def _kinds_of_file() -> Mapping[str, _MakeFiles]:
    """What makes assets of the look, files of `docs/` that are published, each kind of page, what the search reads.

    The function `pages` of each module in `pages` is one: a page kind is there as soon as its module is. The page on
    exports has to wait for them.
    """
    kinds = {"assets": _assets, "published": _published, "search": search_files}
    for module in iter_modules(pages.__path__):
        kinds[module.name] = import_module(f"{pages.__name__}.{module.name}").pages
    del kinds[exports_page.__name__.rpartition(".")[2]]
    return {name: kinds[name] for name in dict.fromkeys((*_LONG, *kinds))}


def _assets(catalog: Catalog) -> Iterable[MadeFile]:
    return catalog.pages(_made_assets)


def _made_assets(_: Catalog) -> Iterator[OutputFile]:
    yield from (OutputFile(path, content) for path, content in look.assets().items())


def _published(catalog: Catalog) -> Iterator[OutputFile]:
    dossier = catalog.dossier
    yield from (OutputFile(path, dossier.corpus.assets[path]) for path in dossier.links.published)
