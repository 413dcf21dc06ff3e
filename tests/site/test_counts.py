"""Every count on a page leads to what it counts: to Explore, to the list, or it is written above the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.pages import VOID
from tests.sites import Built

NOUNS = (
    "claim|question|source|text|work|note|page|moment|happening|tie|answer|topic|figure|name|entry|thing|more"
)
COUNT = re.compile(
    rf"(?<![\w.,:–-])(?!1[0-9]{{3}}\b|20[0-9]{{2}}\b|0\b)[0-9][0-9,]*\s+(?:\w+\s+)?(?:{NOUNS})s?\b"
)
NUMBER = re.compile(r"\s*[1-9][0-9,]*\s*")
LEADS = {"a", "summary"}
OF_WHAT_IS_BELOW = {"lede", "count"}
"""Classes of what introduces a list: the sentence that begins an index, the number in a heading."""
NO_COUNT = {
    "value",
    "facts",
    "fields",
    "claim__date",
    "dated__date",
    "timeline__date",
    "left-out",
    "citing__original",
}
"""Classes of what sources say in numbers, dates, and places of passages."""
SAYS_ITSELF = re.compile(r"lifted out of the flow")
"""Of what was done to a text."""
TEXTS = ("data/", "guide/", "errors/", "glossary/", "licenses/", "404")
"""Pages that describe files, or are hand-written."""


class Counts(HTMLParser):
    """The counts of a page's own text from which nothing leads on."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.dead: list[str] = []
        self.met = 0
        self._open: list[tuple[str, frozenset[str]]] = []
        self._row_leads = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        self._open.append((tag, frozenset((dict(attrs).get("class") or "").split())))
        if tag == "tr":
            self._row_leads = False
        elif tag == "a" and self._inside("th"):
            self._row_leads = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _ in self._open}:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if (
            SAYS_ITSELF.search(data)
            or not self._inside("article")
            or self._inside("svg", "script", "style", "blockquote", "template")
        ):
            return
        classes = {name for _, own in self._open for name in own}
        bare = NUMBER.fullmatch(data) and (classes & {"count", "muted", "number"} or self._inside("td"))
        for count in COUNT.findall(data) or ([data.strip()] if bare else []):
            self.met += 1
            in_row = self._inside("td") and (self._row_leads or ("number" in classes and "counts" in classes))
            if not (self._inside(*LEADS) or classes & (OF_WHAT_IS_BELOW | NO_COUNT) or in_row):
                self.dead.append(count)

    def _inside(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self._open)


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        if not address.startswith(TEXTS):
            yield address, path


def test_no_count_is_a_dead_end(built: Built) -> None:
    found = {address: Counts(path) for address, path in pages(built.folder)}
    assert {address: page.dead for address, page in found.items() if page.dead} == {}
    with_counts = {address.partition("/")[0] for address, page in found.items() if page.met}
    assert {
        "",
        "topics",
        "events",
        "notes",
        "network",
        "coverage",
        "changes",
        "claims",
        "bibliography",
    } <= with_counts


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("<p>It has 19 claims.</p>", ["19 claims"]),
        ("<p>It has <a href='..'>19 claims</a>.</p>", []),
        ("<p class='lede'>There are 3 questions.</p>", []),
        ("<p>Spain <span class='muted'>19</span></p>", ["19"]),
        ("<tr><th><a href='..'>Rain</a></th><td>7</td></tr>", []),
        ("<tr><td>Rain</td><td>7</td></tr>", ["7"]),
        ("<p>0 claims, in 2019 claims, note 3</p>", []),
    ],
)
def test_what_a_dead_end_is(tmp_path: Path, text: str, dead: list[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<article>{text}</article>", encoding="utf-8")
    assert Counts(path).dead == dead
