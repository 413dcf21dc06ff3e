"""`mkdocs.yml`: what pages and records depend on. Everything else in it is for MkDocs to read.

It is read as nodes, so that tags such as `!ENV` do not matter, and each entry of the navigation has its place.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.load.files import File, read_file
from dossier.load.lists import add_syntax
from dossier.load.nodes import ListNode, MappingNode, Node, NotYaml, Scalar, parse_nodes
from dossier.model.codes import Code
from dossier.model.configuration import Configuration, NavEntry
from dossier.model.problem import Problems

_FOLDERS = {("docs_dir",): "build/pages", ("theme", "custom_dir"): "build/theme"}
"""The settings that lead the renderer to what a build writes: the pages, and the look with `overrides/` on top."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A node with the file that it is in."""

    file: File
    node: Node

    def find(self, *path: str) -> Node | None:
        """The node that the names of fields lead to."""
        node: Node | None = self.node
        for name in path:
            pairs = node.pairs if isinstance(node, MappingNode) else ()
            node = next((value for key, value in pairs if isinstance(key, Scalar) and key.text == name), None)
        return node


def read_configuration(root: Path, problems: Problems) -> Configuration:
    """What mkdocs.yml and the files that it inherits from say; the defaults where there is none, or it is not YAML."""
    files = list(_files(root, "mkdocs.yml", problems))
    if not files:
        return Configuration()
    records = _find(files, "extra", "records_url")
    if records:
        _check_address(records, problems)
    for path, folder in _FOLDERS.items():
        _check_folder(files, path, folder, problems)
    nav = _find(files, "nav")
    if nav is None:
        help_ = "list the pages that begin a section: `nav:`, then `  - Claims: claims/index.md` and so on"
        problems.add(files[0].file.place(0), Code.NAV_MISSING, "mkdocs.yml has no `nav`", help_)
    extensions = _find(files, "markdown_extensions")
    return Configuration(
        nav=tuple(_entries(nav, problems)) if nav else (),
        named=frozenset(text for setting in files for text in _texts(setting)),
        unpublished=tuple(_texts(_find(files, "extra", "unpublished"))),
        trusted_html="true" in _texts(_find(files, "extra", "trusted_html")),
        extensions=tuple(_names(extensions)) if extensions else Configuration().extensions,
    )


def _files(root: Path, name: str, problems: Problems) -> Iterator[_Setting]:
    """A file of settings, then the one that it inherits from, as often as that is so."""
    read: set[str] = set()
    while name not in read and (root / name).exists() and (file := read_file(root, name, problems)):
        read.add(name)
        nodes = parse_nodes(file.text)
        if isinstance(nodes, NotYaml):
            add_syntax(file, nodes, problems)
            return
        setting = _Setting(file, nodes[0] if nodes else Scalar(0, 0, ""))
        yield setting
        parent = setting.find("INHERIT")
        name = parent.text if isinstance(parent, Scalar) else name


def _find(files: list[_Setting], *path: str) -> _Setting | None:
    """The first setting of that name."""
    found = ((setting.file, setting.find(*path)) for setting in files)
    return next((_Setting(file, node) for file, node in found if node is not None), None)


def _check_folder(files: list[_Setting], path: tuple[str, ...], folder: str, problems: Problems) -> None:
    """Report a setting that leads the renderer past what a build writes; what a tag stands for is MkDocs' to know."""
    setting = _find(files, *path)
    help_ = f"write `{path[-1]}: {folder}`" + "".join(f" below `{name}:`" for name in path[:-1])
    if setting is None and files[-1].find("INHERIT") is not None:
        return  # a file that is inherited from is not there yet, and may say it
    if setting is None:
        message = f"mkdocs.yml has no `{path[-1]}`: the site would not be made of what the build writes"
        problems.add(files[0].file.place(0), Code.FOLDER_NOT_BUILT, message, help_)
    elif isinstance(node := setting.node, Scalar) and node.flaw is None and _plain(node.text) != folder:
        message = f"`{path[-1]}` is `{node.text}`: what the build writes to {folder} would not be published"
        problems.add(setting.file.place(node.start), Code.FOLDER_NOT_BUILT, message, help_)


def _plain(folder: str) -> str:
    return posixpath.normpath(folder.replace("\\", "/"))


def _texts(setting: _Setting | None) -> Iterator[str]:
    """All texts in a setting, but the names of fields."""
    match setting and setting.node:
        case Scalar(text=text):
            yield text
        case ListNode(items=items) if setting:
            for item in items:
                yield from _texts(_Setting(setting.file, item))
        case MappingNode(pairs=pairs) if setting:
            for _, value in pairs:
                yield from _texts(_Setting(setting.file, value))


def _entries(nav: _Setting, problems: Problems) -> Iterator[NavEntry]:
    """The paths of a navigation: `path`, `Title: path`, `Title: [more]`, as MkDocs reads them."""
    place = nav.file.place(nav.node.start)
    match nav.node:
        case Scalar(flaw=flaw) if flaw is not None:
            pass  # `!ENV`, an alias: what it stands for is MkDocs' to know
        case Scalar(text=text) if text:
            yield NavEntry(text, place)
        case ListNode(items=items):
            for item in items:
                yield from _entries(_Setting(nav.file, item), problems)
        case MappingNode(pairs=((_, Scalar(text=text, flaw=None)),)) if text:
            yield NavEntry(text, nav.file.place(nav.node.pairs[0][1].start), titled=True)
        case MappingNode(pairs=((_, value),)):
            yield from _entries(_Setting(nav.file, value), problems)
        case _:
            message = "an entry of `nav` must be a path, `Title: path`, or `Title:` and a list below it"
            problems.add(place, Code.WRONG_SHAPE, message)


def _names(extensions: _Setting) -> Iterator[str]:
    for item in extensions.node.items if isinstance(extensions.node, ListNode) else ():
        if isinstance(item, Scalar):
            yield item.text
        elif isinstance(item, MappingNode):
            yield from (key.text for key, _ in item.pairs if isinstance(key, Scalar))


def _check_address(setting: _Setting, problems: Problems) -> None:
    node = setting.node
    if isinstance(node, Scalar) and node.flaw is None and not re.match("https?://", node.text):
        message = "`records_url` must be an address that begins with `https://`: each page links to it"
        problems.add(setting.file.place(node.start), Code.UNSAFE_HTML, message)
