"""Programs that others use for notes and references, each set up to render the pages that Dossier wrote.

What had to be converted for whom is said in `converted`. Nothing here is run by a test.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import markdown

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)

_LAYOUT = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
_SPHINX = """project = "Pages"
extensions = ["sphinxcontrib.bibtex"]
bibtex_bibfiles = ["citations.bib"]
html_theme = "furo"
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: `prepare` lays out a folder to work in, and gives the command that builds the pages there."""

    name: str
    converted: str
    prepare: Callable[[Path, Path, Path], Sequence[str]]


def _mkdocs_tree(project: Path, work: Path) -> None:
    shutil.copytree(project / "build" / "pages", work / "build" / "pages")
    shutil.copytree(project / "build" / "theme", work / "build" / "theme")
    for name in ("mkdocs.yml", "look.yml", "citations.bib"):
        shutil.copy2(project / name, work)


def _bare_mkdocs(project: Path, work: Path, programs: Path) -> Sequence[str]:
    _mkdocs_tree(project, work)
    return [str(programs / "mkdocs"), "build", "--quiet", "--site-dir", "out"]


def _mkdocs_bibtex(project: Path, work: Path, programs: Path) -> Sequence[str]:
    _mkdocs_tree(project, work)
    settings = (work / "mkdocs.yml").read_text("utf-8")
    plugins = "plugins:\n  - search\n  - bibtex:\n      bib_file: citations.bib\n"
    (work / "mkdocs.yml").write_text(settings + plugins, "utf-8")
    for page in (work / "build/pages/claims").glob("*/index.md"):
        source = page.parent.name.split("-")[0]
        if source.startswith("coast"):
            page.write_text(page.read_text("utf-8") + f"\n\nSee [@{source}].\n", "utf-8")
    return [str(programs / "mkdocs"), "build", "--quiet", "--site-dir", "out"]


def _zensical(project: Path, work: Path, programs: Path) -> Sequence[str]:
    _mkdocs_tree(project, work)
    return [str(programs / "zensical"), "build"]


def _pages(project: Path) -> Iterator[tuple[Path, str, str]]:
    """Path, title and Markdown of each page."""
    pages = project / "build" / "pages"
    for path in sorted(pages.rglob("*.md")):
        text = path.read_text("utf-8")
        front = _FRONT.match(text)
        title = _TITLE.search(front.group(1)) if front else None
        yield (
            path.relative_to(pages),
            json.loads(title.group(1)) if title else "",
            text[front.end() if front else 0 :],
        )


def _sphinx(project: Path, work: Path, programs: Path) -> Sequence[str]:
    source = work / "source"
    extensions = ["attr_list", "footnotes", "md_in_html", "tables", "toc"]
    for path, title, text in _pages(project):
        target = (source / path).with_suffix(".rst")
        target.parent.mkdir(parents=True, exist_ok=True)
        body = markdown.markdown(text, extensions=extensions).partition("</h1>")[2]
        words = " ".join(title.replace("\\", "").split()) or "Untitled"
        cited = (
            f"See :cite:p:`{path.parts[1].split('-')[0]}`.\n\n"
            if re.match(r"claims/coast\d+-", path.as_posix())
            else ""
        )
        raw = "\n".join(f"   {line}" for line in body.splitlines())
        orphan = ":orphan:\n\n" if path.as_posix() != "index.md" else ""
        target.write_text(
            f"{orphan}{words}\n{'=' * (len(words) + 4)}\n\n{cited}.. raw:: html\n\n{raw}\n", "utf-8"
        )
    (source / "bibliography.rst").write_text(
        ":orphan:\n\nBibliography\n============\n\n.. bibliography::\n", "utf-8"
    )
    shutil.copy2(project / "citations.bib", source)
    (source / "conf.py").write_text(_SPHINX, "utf-8")
    return [str(programs / "python"), "-m", "sphinx", "-q", "-b", "dirhtml", "source", "out"]


def _hugo(project: Path, work: Path, programs: Path) -> Sequence[str]:
    for path, title, text in _pages(project):
        target = work / "content" / path.parent / path.name.replace("index.md", "_index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}", "utf-8")
    layouts = work / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_LAYOUT, "utf-8")
    (work / "hugo.toml").write_text(
        'baseURL = "/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = true\n'
        "[markup.goldmark.parser.attribute]\nblock = true\n",
        "utf-8",
    )
    return [str(programs / "hugo"), "--quiet", "--destination", "out"]


PEERS = (
    Peer("bare MkDocs", "nothing: the same pages, theme and settings", _bare_mkdocs),
    Peer("mkdocs-bibtex", "a citation of the source was added to each page of a claim", _mkdocs_bibtex),
    Peer("Zensical", "nothing", _zensical),
    Peer(
        "Sphinx",
        "each page is a title, a citation, and its body as raw HTML; Furo, sphinxcontrib-bibtex",
        _sphinx,
    ),
    Peer(
        "Hugo", "front matter to titles alone; a layout of one line, no theme, no search, no citations", _hugo
    ),
)
