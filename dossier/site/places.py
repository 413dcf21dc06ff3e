"""Checks links of hand-written Markdown to a place in a page (`page.md#place`) before the site is built.

The places of a page are those of the HTML that MkDocs would make of it, with the extensions that mkdocs.yml sets.
Whether the page itself exists is left to `link`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote

from markdown import Markdown

from dossier.leaves.address import file_of
from dossier.leaves.nearest import suggest
from dossier.model.codes import Code
from dossier.model.configuration import Configuration
from dossier.model.links import PlaceLink
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.site.page_links import parse_links

_BUILT_IN = ["toc", "tables", "fenced_code"]  # MkDocs adds them whatever mkdocs.yml says
_NO_PLACE = "give the place an id there: `## Its heading {#its-id}`"


def files_with_places(links: Iterable[PlaceLink]) -> frozenset[str]:
    """The paths of all files of pages that links to a place may lead to."""
    addresses = [unquote(link.address) for link in links]
    return frozenset((*addresses, *map(file_of, addresses)))


def check_places(
    root: Path, links: Sequence[PlaceLink], files: Sequence[OutputFile], problems: Problems
) -> None:
    """Report each link whose page has no such place; `files` are those of `files_with_places`, where there are."""
    by_path = {file.path: file.content.decode(errors="replace") for file in files if _is_page(file.path)}
    markdown = _markdown(root)
    places: dict[str, frozenset[str]] = {}
    for link in links:
        path = unquote(link.address)
        name = path if path in by_path else file_of(path)
        if name not in by_path:
            continue  # a picture, or another file that has no places
        if name not in places:
            places[name] = _places(name, by_path[name], markdown)
        if unquote(link.fragment) not in places[name]:
            message = f"/{path} has no place `#{link.fragment}`"
            help_ = suggest(link.fragment, places[name]) or _NO_PLACE
            problems.add(link.place, Code.BROKEN_LINK, message, help_)


def _is_page(path: str) -> bool:
    return path.endswith((".md", ".html"))


def _places(name: str, text: str, markdown: Markdown) -> frozenset[str]:
    from mkdocs.utils.meta import get_data  # noqa: PLC0415 - see `mkdocs`

    html = text if name.endswith(".html") else markdown.reset().convert(get_data(text)[0])
    return frozenset(parse_links(html.encode()).ids)


def _markdown(root: Path) -> Markdown:
    """The library as MkDocs sets it up; where MkDocs refuses the settings, which a build says, with the usual ones."""
    from mkdocs.config.base import ValidationError  # noqa: PLC0415 - see `mkdocs`
    from mkdocs.config.config_options import MarkdownExtensions  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    usual = list(Configuration().extensions)
    option = MarkdownExtensions(builtins=_BUILT_IN)
    try:
        with (root / "mkdocs.yml").open("rb") as stream:
            settings = yaml_load(stream)
        names = option.validate(settings.get("markdown_extensions", []))  # type: ignore[no-untyped-call]
    except (OSError, MkDocsException, ValidationError):
        names = option.validate(usual)  # type: ignore[no-untyped-call]
    return Markdown(extensions=names, extension_configs=option.configdata)
