"""From what authors wrote to a published site: the stages, in order. Read this first.

Every stage is `stage(value, problems) -> value`: it hands an author's mistakes to `problems` and goes on, so that
one run tells them all; its result is what the next stage needs, so that none can run too early. Stages know only
the floors below them, never each other. Showing problems and choosing exit codes is left to `cli`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from dossier.analyze import analyze
from dossier.leaves.memory import Memory
from dossier.leaves.processes import spread, worth
from dossier.leaves.progress import WAITING, Progress, silent
from dossier.link import link
from dossier.load import load
from dossier.model.checked import Checked
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.exported import ExportDescription, ExportedFile
from dossier.model.output import MadeFile, OutputFile
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.read import read
from dossier.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dossier.release import Past, Version
    from dossier.site import Pages, PagesFolder, PublishedSite, WrittenFiles

CACHE = Path("build/cache")


def check(root: Path, problems: Problems, progress: Progress = silent, cache: Path | None = None) -> Checked:
    """Load, read, verify, link and analyze everything below `root`.

    No file is written but in `cache`, a folder of what is kept from run to run; the result is the same without.

    Where hand-written Markdown links to a place in a page, that page is made to see what places it has: not while there
    are errors, since a page that lacks a broken record lacks its places, too.
    """
    corpus = load(root, problems, cache=cache)
    progress(
        "load", f"{len(corpus.sources)} sources, {len(corpus.claims)} claims, {len(corpus.entities)} entities"
    )
    checked = examine(corpus, problems, progress, cache)
    if checked.links.to_places and not problems.errors:
        from dossier.site import check_places, files_with_places  # noqa: PLC0415

        links = checked.links.to_places
        check_places(root, links, make_files(checked, cache, files_with_places(links)), problems)
    return checked


def examine(
    corpus: Corpus,
    problems: Problems,
    progress: Progress = silent,
    cache: Path | None = None,
    memory: Memory | None = None,
) -> Checked:
    """The same for records that are loaded; what `memory` has from an earlier call is not worked out again."""
    readings = read(corpus, problems, cache, memory)
    progress("read", f"{sum(len(reading.blocks) for reading in readings.values())} blocks")

    evidence = verify(corpus, readings, problems, cache, memory)
    progress("verify", f"{sum(proof.anchor is not None for proof in evidence.values())} quotations found")

    links = link(corpus, problems, memory, cache)
    progress("link", f"{sum(len(claims) for claims in links.about.values())} links to entities")

    analysis = analyze(corpus, readings, evidence, links, problems, memory, cache)
    progress("analyze", f"{len(analysis.timeline)} moments, {len(analysis.questions)} questions")

    return Checked(corpus, readings, evidence, links, analysis)


def make_files(
    checked: Checked, cache: Path | None, paths: frozenset[str] | None = None
) -> tuple[OutputFile, ...]:
    """Cut what was checked to what may be shown, and make pages and exports of that; `cache` is a folder.

    With `paths` only pages are made, and of these only the files at these paths.
    """
    from dossier.cite import cite  # noqa: PLC0415 - as in `lay_out`
    from dossier.export import export  # noqa: PLC0415
    from dossier.leaves.address import SitePage, file_of  # noqa: PLC0415
    from dossier.redact import redact  # noqa: PLC0415
    from dossier.render import render, render_files  # noqa: PLC0415

    public = redact(checked)
    citations = cite(public.corpus, cache)
    exports = export(public, citations, cache) if paths is None or file_of(SitePage.DATA) in paths else ()
    described = [made.description for made in exports]
    if paths is not None:
        return render_files(public, citations, described, paths)
    exported = (file for made in exports for file in made.files)
    return tuple(sorted((*render(public, citations, described), *exported), key=lambda file: file.path))


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What may be shown of the records, and what is laid out of it for MkDocs.

    `readme` is that of the file that the whole site is packed into, where it is.
    """

    public: Public
    pages: Pages
    readme: OutputFile | None


def lay_out(
    checked: Checked, folder: PagesFolder, cache: Path | None, progress: Progress, *, archive: bool
) -> LaidOut:
    """Cut what was checked to what may be shown, and make pages and exports of that in the folder of pages.

    Each part is written in the process that makes it, so that none has to hold them all. With `archive` there is the
    README of one, which the pages then lead to.
    """
    # What makes and publishes pages is imported by those who do, not by those who only check.
    from dossier.cite import cite  # noqa: PLC0415
    from dossier.export import export_parts, readme  # noqa: PLC0415
    from dossier.redact import redact  # noqa: PLC0415
    from dossier.render import begin_rendering  # noqa: PLC0415

    public = redact(checked)
    progress("redact", f"{len(public.corpus.texts)} texts are shown whole")

    citations = cite(public.corpus, cache)
    rendering = begin_rendering(public, citations, cache, folder.held, has_archive=archive)

    exporting = [partial(_exported, folder, part) for part in export_parts(public, citations, cache)]
    jobs: list[Callable[[], Any]] = [
        *exporting,
        *(partial(_written, folder, part) for part in rendering.parts),
    ]
    done = spread(lambda job: job(), jobs, worth(len(checked.corpus.claims)))
    exports = [description for part in done[: len(exporting)] for description, _ in part]
    exported = [written for part in done[: len(exporting)] for _, written in part]
    rendered = [*done[len(exporting) :], folder.write([rendering.page_on(exports)])]
    progress("export", ", ".join(made.name for made in exports))
    progress("render", f"{sum(map(len, rendered))} files")

    pages = folder.end([*exported, *rendered])
    progress("site", "MkDocs renders the pages, then every link is followed ...")
    archive_readme = readme(public, exports, stamp(public.corpus)) if archive else None
    return LaidOut(public, pages, archive_readme)


def _exported(
    folder: PagesFolder, make: Callable[[], Iterable[ExportedFile]]
) -> list[tuple[ExportDescription, WrittenFiles]]:
    """Write files as they are made: none has to stay in memory."""
    return [(made.description, folder.write(made.files)) for made in make()]


def _written(folder: PagesFolder, make: Callable[[], Iterable[MadeFile]]) -> WrittenFiles:
    return folder.write(make())


def build(
    root: Path,
    site: Path,
    problems: Problems,
    progress: Progress = silent,
    *,
    strict: bool = False,
    cached: bool = True,
    archive: bool = False,
) -> PublishedSite | None:
    """Check everything and publish it at `site`; with any error (or warning, when `strict`) nothing is published.

    Unless `cached`, nothing that an earlier build kept is used, and nothing is kept.
    With `archive` the whole site is also packed into one file of it.
    `site` is reserved before the records are read: of two builds, the one that ends last has read last.
    """
    from dossier.site import build_site, look_around, reserve  # noqa: PLC0415

    with (
        reserve(root, site, partial(progress, WAITING)) as reserved,
        look_around(root, spare=cached) as standing,
    ):
        cache = root / CACHE if cached else None
        checked = check(root, problems, progress, cache)
        if problems.stop(strict=strict):
            return None
        laid = lay_out(checked, standing().pages, cache, progress, archive=archive)
        day, pages, archive_readme = stamp(checked.corpus), laid.pages, laid.readme
        del checked, laid  # none of the records need stay in memory
        published = build_site(reserved, standing().spare, pages, day, problems, cache, archive_readme)
        if published:
            links = published.links
            seen = f"{links.links} links and {links.anchors} anchors checked, none broken"
            progress("site", f"{links.pages} pages; {seen}")
        return published


def release(
    root: Path,
    problems: Problems,
    progress: Progress,
    name: str | None,
    day: Day | None,
    past: Past | None,
) -> tuple[Version, dict[str, bytes]] | None:
    """The files of a release by path, of everything that is on the disk; with any problem there is none.

    A version that has no `name` is called by its `day`, and a day that is not given is that of the latest change of the
    records. `past` is the release before.
    """
    from dossier.leaves.address import ARCHIVE  # noqa: PLC0415
    from dossier.release import HISTORY, Version, release_files  # noqa: PLC0415
    from dossier.site import build_site, look_around, reserve  # noqa: PLC0415

    with TemporaryDirectory() as temporary:
        site = Path(temporary, "site")
        with (
            reserve(root, site, partial(progress, WAITING)) as reserved,
            look_around(root, spare=False) as standing,
        ):
            checked = check(root, problems, progress, root / CACHE)
            if problems.stop(strict=True):
                return None
            latest = stamp(checked.corpus)
            day = day or Day.parse(latest)
            version = Version(name or str(day), day)
            laid = lay_out(checked, standing().pages, root / CACHE, progress, archive=True)
            if not build_site(reserved, None, laid.pages, latest, problems, root / CACHE, laid.readme):
                return None
            archive, history = ((reserved.site / path).read_bytes() for path in (ARCHIVE, f"data/{HISTORY}"))
    return version, release_files(laid.public, version, past, history, archive, progress)


def stamp(corpus: Corpus) -> str:
    """The ISO day that stands for "now": the latest in the records."""
    return str(max([Day(1980, 1, 1), *filter(None, [corpus.latest_day])]))
