"""`mkdocs.yml`: what pages and records depend on. Everything else in it is for MkDocs to read.

Reading its files is left to `settings`, what they say of the site and its citations to `citing`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from dossier.load.citing import read_citing, read_site
from dossier.load.nodes import ListNode, MappingNode, Scalar
from dossier.load.reporting import read_report
from dossier.load.settings import Setting, find_setting, read_settings, texts_in
from dossier.model.codes import Code
from dossier.model.configuration import Configuration, NavEntry
from dossier.model.problem import Problems

_FOLDERS = {("docs_dir",): "build/pages", ("theme", "custom_dir"): "build/theme"}
"""The settings that lead the renderer to what a build writes: the pages, and the look with `overrides/` on top."""


def read_configuration(root: Path, problems: Problems) -> Configuration:
    """What mkdocs.yml and the files that it inherits from say; the defaults where there is none, or it is not YAML."""
    files = read_settings(root, "mkdocs.yml", problems)
    if not files:
        return Configuration()
    records = find_setting(files, "extra", "records_url")
    if records:
        _check_address(records, problems)
    for path, folder in _FOLDERS.items():
        _check_folder(files, path, folder, problems)
    nav = find_setting(files, "nav")
    if nav is None:
        help_ = "list the pages that begin a section: `nav:`, then `  - Claims: claims/index.md` and so on"
        problems.add(files[0].file.place(0), Code.NAV_MISSING, "mkdocs.yml has no `nav`", help_)
    extensions = find_setting(files, "markdown_extensions")
    return Configuration(
        site=read_site(files),
        citing=read_citing(root, files, problems),
        report=read_report(files, problems),
        nav=tuple(_entries(nav, problems)) if nav else (),
        named=frozenset(text for setting in files for text in texts_in(setting)),
        unpublished=tuple(texts_in(find_setting(files, "extra", "unpublished"))),
        trusted_html="true" in texts_in(find_setting(files, "extra", "trusted_html")),
        extensions=tuple(_names(extensions)) if extensions else Configuration().extensions,
    )


def _check_folder(files: tuple[Setting, ...], path: tuple[str, ...], folder: str, problems: Problems) -> None:
    """Report a setting that leads the renderer past what a build writes; what a tag stands for is MkDocs' to know."""
    setting = find_setting(files, *path)
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


def _entries(nav: Setting, problems: Problems) -> Iterator[NavEntry]:
    """The paths of a navigation: `path`, `Title: path`, `Title: [more]`, as MkDocs reads them."""
    place = nav.file.place(nav.node.start)
    match nav.node:
        case Scalar(flaw=flaw) if flaw is not None:
            pass  # `!ENV`, an alias: what it stands for is MkDocs' to know
        case Scalar(text=text) if text:
            yield NavEntry(text, place)
        case ListNode(items=items):
            for item in items:
                yield from _entries(Setting(nav.file, item), problems)
        case MappingNode(pairs=((_, Scalar(text=text, flaw=None)),)) if text:
            yield NavEntry(text, nav.file.place(nav.node.pairs[0][1].start), titled=True)
        case MappingNode(pairs=((_, value),)):
            yield from _entries(Setting(nav.file, value), problems)
        case _:
            message = "an entry of `nav` must be a path, `Title: path`, or `Title:` and a list below it"
            problems.add(place, Code.WRONG_SHAPE, message)


def _names(extensions: Setting) -> Iterator[str]:
    for item in extensions.node.items if isinstance(extensions.node, ListNode) else ():
        if isinstance(item, Scalar):
            yield item.text
        elif isinstance(item, MappingNode):
            yield from (key.text for key, _ in item.pairs if isinstance(key, Scalar))


def _check_address(setting: Setting, problems: Problems) -> None:
    node = setting.node
    if isinstance(node, Scalar) and node.flaw is None and not re.match("https?://", node.text):
        message = "`records_url` must be an address that begins with `https://`: each page links to it"
        problems.add(setting.file.place(node.start), Code.UNSAFE_HTML, message)
