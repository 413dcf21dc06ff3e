"""A page from its template: front matter and Markdown. Which pages there are is left to `pages`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dossier.leaves import address
from dossier.model.output import OutputFile
from dossier.render.environment import environment
from dossier.render.reports import report_link
from dossier.render.terms import definitions
from dossier.render.view import View

_EXPLAINS = "abbr"
"""The extension of Markdown that explains abbreviations."""
_as_json = json.JSONEncoder(ensure_ascii=False).encode
_ESCAPED = re.compile(r"\\\\|\\(u00[01][0-9a-f]|[bf])")
"""A backslash of a text, or a control character, as JSON has them."""
_FORBIDDEN = re.compile("[\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029\ufeff]")
_THEIRS = ("source",)
"""Kinds of pages whose words are not ours."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the theme knows of a page. `kind` styles it; `outline` keeps the theme's table of contents.

    `listed` pages may be named by search engines. `moved` is the link to where the page is now.
    `record` is the file that an editor changes, relative to the project; `words` the address of a claim's words.
    `cite` is how the page is cited, texts as HTML (`citing`); `linked` what it is about as linked data, texts plain.
    """

    title: str
    kind: str
    description: str = ""
    outline: bool = False
    listed: bool = True
    record: str = ""
    words: str = ""
    moved: str = ""
    cite: Mapping[str, Any] = field(default_factory=dict)
    linked: Mapping[str, Any] = field(default_factory=dict)

    def as_yaml(self, wrong: str) -> str:
        """Front matter; JSON strings are YAML strings. `wrong` is where readers report what is wrong, if anywhere."""
        lines = [f"title: {_quoted(self.title)}"]
        if self.description:
            lines.append(f"description: {_quoted(_shortened(self.description))}")
        lines.append(f"kind: {self.kind}")
        lines.append(f"hide: [{'navigation' if self.outline else 'navigation, toc'}]")
        if self.record:
            lines.append(f"record: {_quoted(self.record)}")
        if self.words:
            lines.append(f"words: {_quoted(self.words)}")
        if self.moved:
            lines.append(f"moved: {_quoted(self.moved)}")
        if wrong and not self.moved:
            lines.append(f"wrong: {_quoted(wrong)}")
        if not self.listed:
            lines.append("robots: noindex")
        if self.cite:
            lines.append(f"cite: {_as_flow(self.cite)}")
        if self.linked:
            lines.append(f"linked: {_as_flow(self.linked)}")
        return "\n".join(["---", *lines, "---", ""])


def write_page(view: View, front: Front, template: str, **values: object) -> OutputFile:
    """The page at the view's address; empty where another one is asked for."""
    if not view.catalog.wants(view.address):
        return OutputFile(address.file_of(view.address), b"")
    body = environment().get_template(template).render(page=view, catalog=view.catalog, front=front, **values)
    if _EXPLAINS in view.dossier.corpus.configuration.extensions and front.kind not in _THEIRS:
        body = f"{body.rstrip()}\n{definitions(body, view.catalog.abbreviations)}"
    top = front.as_yaml(report_link(view.dossier.corpus.configuration, view.address))
    return OutputFile.of_text(address.file_of(view.address), top + "\n" + body.strip("\n") + "\n")


def _quoted(text: str) -> str:
    """A YAML string that holds HTML text: the theme prints titles and descriptions as they are."""
    printable = text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
    return _as_json(html.escape(printable))


def _as_flow(values: Mapping[str, Any]) -> str:
    """Texts as JSON that is YAML, too: what YAML takes for a line end is escaped, what HTML forbids is U+FFFD."""
    written = _as_json(values)
    readable = _ESCAPED.sub(_allowed, written)
    if readable.isprintable():
        return readable
    readable = _FORBIDDEN.sub("\ufffd", readable)
    return _LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", readable)


def _allowed(escaped: re.Match[str]) -> str:
    return "\ufffd" if escaped[1] else escaped[0]


def _shortened(text: str, length: int = 200) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;:") + " …"
