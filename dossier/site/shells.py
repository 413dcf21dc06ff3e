"""The theme around pages: rendered once for all pages of one shape, which differ in words alone.

Which pages have one shape is a guess from what the theme looks at, so a shell is drawn from one page and proved on
another before it is used. Where it does not give that page, the pages of its shape are rendered whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import jinja2
from mkdocs.structure.pages import Page

Context = Mapping[str, Any]
Shape = tuple[object, ...]

_LOOKED_AT = ("kind", "hide", "template")
"""The metadata that the theme compares; it prints the others, or asks whether they are there."""
_OWN_PARTS = tuple(
    f"partials/{name}.html" for name in ("card", "cite", "linked", "outline", "printed", "toc")
)
"""The parts of the theme that each page has for itself."""
_START, _END, _BETWEEN = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_START}([^{_START}{_END}]*){_END}")
_HEADING = "<h1"
"""The theme looks for it in the content of a page, and writes one where it is missing."""
_CONTENT = ("content", f"content{_HEADING}")
_TOP, _ADDRESS = "top", "address"


def _mark(name: str) -> str:
    return f"{_START}{name}{_END}"


_MANY = 50
"""So many pages repay the drawing of shells."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the theme reads of the first heading of a page."""

    url: str = f"#{_mark(_TOP)}"
    level: int = 1
    children: tuple[()] = ()


@dataclass(frozen=True, slots=True)
class _Shell:
    """In turns text of the theme and names of words of a page; `own` renders the parts that a page has for itself."""

    texts: Sequence[str]
    own_names: Sequence[str]
    own: jinja2.Template

    def around(self, page: Page, context: Context) -> str:
        """The HTML of a page."""
        own = self.own.render(context).split(_BETWEEN) if self.own_names else []
        parts = dict(zip(self.own_names, own, strict=True))
        return "".join(
            text if number % 2 == 0 else parts[text] if text in parts else _word(page, text)
            for number, text in enumerate(self.texts)
        )


@dataclass(slots=True)
class _Trial:
    """How far the shell of a shape has come: drawn by the first page, proved or dropped by the second."""

    shell: _Shell | None
    proved: bool = False


@dataclass(slots=True)
class Shells:
    """The shells of a site; `environment` renders the theme, `urls` are those of the pages in the navigation.

    Unless `many` pages are to come (see `expect`), none is drawn: that takes as long as rendering a page.
    """

    environment: jinja2.Environment
    urls: frozenset[str]
    many: bool = True
    _trials: dict[Shape, _Trial] = field(default_factory=dict)
    _marked: jinja2.Environment = field(init=False)

    def __post_init__(self) -> None:
        marks = jinja2.DictLoader({name: _mark(name) for name in _OWN_PARTS})
        loaders = [marks, *filter(None, [self.environment.loader])]
        self._marked = self.environment.overlay(loader=jinja2.ChoiceLoader(loaders))

    def expect(self, pages: int) -> None:
        """Get ready for so many pages."""
        self.many = pages >= _MANY

    def render(self, page: Page, context: Context) -> str:
        """The whole HTML of a page that is read; `context` is that of MkDocs."""
        template = str(page.meta.get("template", "main.html"))
        if not self.many or page.url in self.urls:  # which is like no other
            return self.environment.get_template(template).render(context)
        shape = _shape(page)
        trial = self._trials.get(shape)
        if trial and trial.proved and trial.shell:
            return trial.shell.around(page, context)
        html = self.environment.get_template(template).render(context)
        if trial is None:
            self._trials[shape] = _Trial(self._draw(template, page, context))
        elif trial.shell and trial.shell.around(page, context) == html:
            trial.proved = True
        else:
            trial.shell = None
        return html

    def _draw(self, template: str, page: Page, context: Context) -> _Shell | None:
        """Render a page with marks in place of its words; `None` where the theme can't do without them."""
        meta, content, toc, address = page.meta, page.content, page.toc, page.canonical_url
        page.meta = {
            name: _mark(f"meta {name}") if _is_printed(name, value) else value for name, value in meta.items()
        }
        page.content = _mark(_CONTENT[_HEADING in (content or "")])
        page.toc = [_Heading()] if len(toc) else []  # type: ignore[assignment]
        page.canonical_url = _mark(_ADDRESS) if address else address
        try:
            texts = _MARK.split(self._marked.get_template(template).render(context))
        except jinja2.TemplateError:
            return None
        finally:
            page.meta, page.content, page.toc, page.canonical_url = meta, content, toc, address
        own = sorted(set(texts[1::2]).intersection(_OWN_PARTS))
        return _Shell(texts, own, self._template(own))

    def _template(self, names: Sequence[str]) -> jinja2.Template:
        """Some parts of the theme, with the words of its language as all of them have."""
        parts = _BETWEEN.join(f'{{% include "{name}" %}}' for name in names)
        return self.environment.from_string(
            f'{{% import "partials/language.html" as lang with context %}}{parts}'
        )


def _is_printed(name: str, value: object) -> bool:
    return name not in _LOOKED_AT and isinstance(value, str) and value != ""


def _shape(page: Page) -> Shape:
    """What the theme looks at besides words: the folder of a page, and which words it has."""
    return (
        page.url.rstrip("/").rpartition("/")[0],
        *(str(page.meta.get(name)) for name in _LOOKED_AT),
        *sorted(name for name, value in page.meta.items() if value),
        None if page.meta.get("title") else page.title,
        _HEADING in (page.content or ""),
        len(page.toc) > 0,
        page.canonical_url is None,
    )


def _word(page: Page, name: str) -> str:
    if name in _CONTENT:
        return page.content or ""
    if name == _TOP:
        return next(iter(page.toc)).url.removeprefix("#")
    if name == _ADDRESS:
        return page.canonical_url or ""
    return str(page.meta.get(name.removeprefix("meta "), ""))
