"""From what authors wrote to a published site: the stages, in order. Read this first.

Every stage is `stage(value, problems) -> value`: it hands an author's mistakes to `problems` and goes on, so that
one run tells them all; its result is what the next stage needs, so that none can run too early. Stages know only
`model` and `leaves`, never each other. Showing problems and choosing exit codes is left to `cli`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dossier.analyze import analyze
from dossier.cite import cite
from dossier.draw import draw
from dossier.export import export
from dossier.leaves.dates import parse_date
from dossier.link import link
from dossier.load import load
from dossier.model.corpus import Corpus
from dossier.model.dossier import Dossier
from dossier.model.problem import Problems
from dossier.read import publish_records, publish_view, read
from dossier.render import render
from dossier.site import LinkCounts, build_site
from dossier.verify import verify

Progress = Callable[[str, str], None]
"""Hears the name of each stage that is done, and a few words on what it made."""

CACHE = Path("build/cache")


def check(root: Path, problems: Problems, progress: Progress) -> Dossier:
    """Load, read, verify, link, analyze and draw everything below `root`; no file is written but pandoc's cache."""
    corpus = load(root, problems)
    progress(
        "load", f"{len(corpus.sources)} sources, {len(corpus.claims)} claims, {len(corpus.entities)} entities"
    )

    readings = read(corpus, problems)
    progress("read", f"{sum(len(reading.blocks) for reading in readings.values())} blocks")

    evidence = verify(corpus, readings, problems)
    progress("verify", f"{sum(found.anchor is not None for found in evidence.values())} quotations found")

    links = link(corpus, problems)
    progress("link", f"{sum(len(claims) for claims in links.about.values())} links to entities")

    analysis = analyze(corpus, readings, evidence, links, problems)
    progress("analyze", f"{len(analysis.timeline)} moments, {len(analysis.questions)} questions")

    readings, evidence = publish_view(corpus, readings, evidence)
    corpus = publish_records(corpus)
    citations = cite(corpus.works, root / CACHE)
    progress("cite", f"{len(citations)} works")

    return Dossier(corpus, readings, evidence, links, analysis, citations)


def build(
    root: Path, site: Path, problems: Problems, progress: Progress, *, strict: bool = False
) -> LinkCounts | None:
    """Check everything and publish it at `site`; with any error (or warning, when `strict`) nothing is written."""
    dossier = check(root, problems, progress)
    if problems.errors or (strict and len(problems)):
        return None

    pictures = draw(dossier)
    progress("draw", f"{sum(map(len, pictures.values()))} pictures on {len(pictures)} pages")

    pages = render(replace(dossier, pictures=pictures))
    progress("render", f"{len(pages)} files")

    exports = export(dossier)
    progress("export", ", ".join(file.path for file in exports))

    progress("site", "MkDocs renders the pages, then every link is followed ...")
    counts = build_site(root, (*pages, *exports), site, stamp(dossier.corpus), problems)
    if counts:
        seen = f"{counts.links} links and {counts.anchors} anchors checked, none broken"
        progress("site", f"{counts.pages} pages; {seen}")
    return counts


def stamp(corpus: Corpus) -> str:
    """The ISO day that stands for "now": the latest on which a text was supplied or a note written."""
    days = [source.supplied for source in corpus.sources.values()]
    days += [page.date for page in corpus.pages.values() if page.date]
    return max((parse_date(day).latest or "" for day in days), default="") or "1980-01-01"
