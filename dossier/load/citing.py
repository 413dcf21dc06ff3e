"""What mkdocs.yml says of the site itself, and of how it is cited (`extra.cite`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.leaves import citation_styles
from dossier.leaves.citation_styles import NoStyleError, StyleNote
from dossier.leaves.nearest import suggest
from dossier.load.files import read_file
from dossier.load.nodes import ListNode, MappingNode, Scalar
from dossier.load.settings import Setting, find_setting
from dossier.model.codes import Code
from dossier.model.configuration import Citing, Site
from dossier.model.problem import Problems
from dossier.model.work import Name

STYLES = "styles"
"""The folder of a project's own styles."""
_FIELDS = ("author", "publisher", "style")
_SHAPE = "write `cite:`, then below it `author`, `publisher` or `style`"


def read_site(settings: tuple[Setting, ...]) -> Site:
    """What the site is called, and where it will be."""
    url = _text(settings, "site_url").rstrip("/")
    return Site(_text(settings, "site_name"), f"{url}/" if url else "", _text(settings, "site_description"))


def read_citing(root: Path, settings: tuple[Setting, ...], problems: Problems) -> Citing:
    """How the site is cited."""
    cite = find_setting(settings, "extra", "cite")
    if cite is None:
        return Citing()
    if not isinstance(cite.node, MappingNode):
        problems.add(cite.place, Code.WRONG_SHAPE, "`cite` is a mapping", _SHAPE)
        return Citing()
    for key, _ in cite.node.pairs:
        if isinstance(key, Scalar) and key.text not in _FIELDS:
            help_ = suggest(key.text, _FIELDS) or f"known fields: {', '.join(_FIELDS)}"
            place = cite.file.place(key.start)
            problems.add(place, Code.UNKNOWN_FIELD, f"unknown field `{key.text}` of `cite`", help_)
    style, csl = _read_style(root, cite, problems)
    return Citing(
        style,
        csl,
        tuple(map(_name, _authors(cite, problems))),
        next(_texts(cite, "publisher", problems), ""),
    )


def _text(settings: tuple[Setting, ...], name: str) -> str:
    setting = find_setting(settings, name)
    return (setting and setting.text) or ""


def _texts(cite: Setting, field: str, problems: Problems) -> Iterator[str]:
    """The text of a field; reported where it is none."""
    node = cite.find(field)
    if node is not None and (text := _one(Setting(cite.file, node), field, problems)):
        yield text


def _authors(cite: Setting, problems: Problems) -> Iterator[str]:
    """One author, or a list of them."""
    node = cite.find("author")
    if not isinstance(node, ListNode):
        yield from _texts(cite, "author", problems)
        return
    for item in node.items:
        if text := _one(Setting(cite.file, item), "author", problems):
            yield text


def _one(setting: Setting, field: str, problems: Problems) -> str:
    text = (setting.text or "").strip()
    if isinstance(setting.node, Scalar) and not text:
        problems.add(setting.place, Code.EMPTY_VALUE, f"`{field}` is empty", "fill it in, or delete the line")
    elif setting.text is None:
        problems.add(setting.place, Code.WRONG_SHAPE, f"`{field}` must be a text")
    return " ".join(text.split())


def _name(typed: str) -> Name:
    """`Doe, Jane` is a person, everything else a body; one with a comma in its name is in braces, as in BibTeX."""
    if typed.startswith("{") and typed.endswith("}"):
        return Name(typed.strip("{} "), corporate=True)
    family, comma, given = (part.strip() for part in typed.partition(","))
    return Name(family, given) if comma and given else Name(typed, corporate=True)


def _read_style(root: Path, cite: Setting, problems: Problems) -> tuple[str, str]:
    """The name of a style that comes with the package, or the text of the project's own."""
    name = next(_texts(cite, "style", problems), "")
    if not name or name in citation_styles.names():
        return name, ""
    node = cite.find("style")
    place = Setting(cite.file, node).place if node else cite.place
    known = ", ".join(f"`{style}`" for style in citation_styles.names())
    help_ = f"those that come along are {known}; your own is a file: `style: {STYLES}/house.csl`"
    if not name.endswith(".csl"):
        message = f"no style of citations is called `{name}`"
        problems.add(place, Code.UNKNOWN_STYLE, message, suggest(name, citation_styles.names()) or help_)
    elif Path(name).parts[0] != STYLES or ".." in Path(name).parts:
        message = f"`{name}` is not below `{STYLES}/`"
        problems.add(
            place, Code.UNKNOWN_STYLE, message, f"put the file there: `style: {STYLES}/{Path(name).name}`"
        )
    elif not (root / name).is_file():
        problems.add(place, Code.UNKNOWN_STYLE, f"there is no file {name}", help_)
    elif (file := read_file(root, name, problems)) is not None:
        if not (wrong := _complaint(file.text)):
            return name, file.text
        get = "get a style as a file from https://www.zotero.org/styles"
        problems.add(place, Code.UNKNOWN_STYLE, f"{name} can't be used: {wrong}", get)
    return "", ""


def _complaint(csl: str) -> str:
    """Why a style cannot be used; empty where it can."""
    from dossier.cite.pandoc import complaint  # noqa: PLC0415 - it imports pandoc, which most projects need not

    try:
        StyleNote.of(csl)
    except NoStyleError as error:
        return str(error)
    return complaint(csl)
