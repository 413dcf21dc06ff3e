"""From what authors wrote to a published site: the stages, in order. Read this first.

Every stage is `stage(value, problems) -> value`: it hands an author's mistakes to `problems` and goes on, so that
one run tells them all; its result is what the next stage needs, so that none can run too early. Stages know only
the floors below them, never each other. Showing problems and choosing exit codes is left to `cli`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dossier.analyze import analyze
from dossier.leaves.memory import Memory
from dossier.leaves.processes import spread, worth
from dossier.leaves.progress import WAITING, Progress, silent
from dossier.link import link
from dossier.load import load
from dossier.model.checked import Checked
from dossier.model.corpus import Corpus
from dossier.model.day import Day
from dossier.model.exported import ExportedFile
from dossier.model.output import OutputFile
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.read import read
from dossier.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sized

    from dossier.release import Past, Version
    from dossier.site import PublishedSite, Reservation, WrittenFiles

CACHE = Path("build/cache")


def check(root: Path, problems: Problems, progress: Progress = silent, cache: Path | None = None) -> Checked:
    """Load, read, verify, link and analyze everything below `root`.

    No file is written but in `cache`, a folder of what is kept from run to run; the result is the same without.

    Where hand-written Markdown links to a place in a page, the pages are made to see what places they have: not while
    there are errors, since a page that lacks a broken record lacks its places, too.
    """
    corpus = load(root, problems, cache=cache)
    progress(
        "load", f"{len(corpus.sources)} sources, {len(corpus.claims)} claims, {len(corpus.entities)} entities"
    )
    checked = examine(corpus, problems, progress, cache)
    if checked.links.to_places and not problems.errors:
        from dossier.site import check_places  # noqa: PLC0415

        check_places(root, checked.links.to_places, make_files(checked, cache), problems)
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


Taken = TypeVar("Taken", bound="Sized")


@dataclass(frozen=True, slots=True)
class Made(Generic[Taken]):
    """What may be shown of the records, the exported files, and what became of all files, part by part.

    `readme` is that of the file that the whole site is packed into, where it is.
    """

    public: Public
    exports: tuple[ExportedFile, ...]
    parts: tuple[Taken, ...]
    readme: OutputFile | None = None


def make_files(checked: Checked, cache: Path | None) -> tuple[OutputFile, ...]:
    """Cut what was checked to what may be shown, and make pages and exports of that; `cache` is a folder."""
    made = make(checked, cache, tuple[OutputFile, ...])
    return tuple(sorted(chain.from_iterable(made.parts), key=lambda file: file.path))


def make(
    checked: Checked,
    cache: Path | None,
    take: Callable[[Iterable[OutputFile]], Taken],
    progress: Progress = silent,
    processes: int = 1,
    *,
    archive: bool = False,
) -> Made[Taken]:
    """The same: `take` takes the files of each part in the process that makes them, so that none has to hold them all.

    With `archive` there is the README of one, which the pages then lead to.
    """
    # What makes and publishes pages is imported by those who do, not by those who only check.
    from dossier.cite import cite  # noqa: PLC0415
    from dossier.export import export, readme  # noqa: PLC0415
    from dossier.redact import redact  # noqa: PLC0415
    from dossier.render import begin_rendering  # noqa: PLC0415

    public = redact(checked)
    progress("redact", f"{len(public.corpus.texts)} texts are shown whole")

    citations = cite(public.corpus, cache)
    rendering = begin_rendering(public, citations, cache=cache, has_archive=archive)

    def make_exports() -> tuple[tuple[ExportedFile, ...], Taken]:
        exports = export(public, citations, cache)
        return exports, take(file for made in exports for file in made.files)

    jobs: list[Callable[[], Any]] = [make_exports, *(partial(_taken, take, part) for part in rendering.parts)]
    (exports, exported), *pages = spread(lambda job: job(), jobs, processes)
    pages.append(take([rendering.page_on(exports)]))
    progress("export", ", ".join(made.name for made in exports))
    progress("render", f"{sum(map(len, pages))} files")

    archive_readme = readme(public, exports, stamp(public.corpus)) if archive else None
    return Made(public, exports, (exported, *pages), archive_readme)


def _taken(take: Callable[[Iterable[OutputFile]], Taken], part: Callable[[], Iterable[OutputFile]]) -> Taken:
    return take(part())


def lay_out(
    checked: Checked, root: Path, cache: Path | None, progress: Progress, *, archive: bool
) -> tuple[Made[WrittenFiles], tuple[OutputFile, ...]]:
    """The same in `root/build/pages`, for MkDocs; and the files that go beside its pages."""
    from dossier.site import PagesFolder  # noqa: PLC0415

    folder = PagesFolder.begin(root)
    made = make(checked, cache, folder.write, progress, worth(len(checked.corpus.claims)), archive=archive)
    beside = folder.end(made.parts)
    progress("site", "MkDocs renders the pages, then every link is followed ...")
    return made, beside


def publish(
    checked: Checked,
    reserved: Reservation,
    problems: Problems,
    cache: Path | None,
    progress: Progress = silent,
    *,
    archive: bool = False,
) -> PublishedSite | None:
    """Make a site of what was checked, in the place that is reserved; none where a link is broken.

    With `archive` the whole site is also packed into one file of it.
    """
    from dossier.site import build_site  # noqa: PLC0415

    made, beside = lay_out(checked, reserved.root, cache, progress, archive=archive)
    archive_readme = made.readme
    del made  # what was exported need not stay in memory
    published = build_site(reserved, beside, stamp(checked.corpus), problems, cache, archive_readme)
    if published:
        links = published.links
        seen = f"{links.links} links and {links.anchors} anchors checked, none broken"
        progress("site", f"{links.pages} pages; {seen}")
    return published


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
    from dossier.site import reserve  # noqa: PLC0415

    with reserve(root, site, partial(progress, WAITING)) as reserved:
        cache = root / CACHE if cached else None
        checked = check(root, problems, progress, cache)
        if problems.stop(strict=strict):
            return None
        return publish(checked, reserved, problems, cache, progress, archive=archive)


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
    from dossier.site import build_site, reserve  # noqa: PLC0415

    with TemporaryDirectory() as temporary:
        site = Path(temporary, "site")
        with reserve(root, site, partial(progress, WAITING)) as reserved:
            checked = check(root, problems, progress, root / CACHE)
            if problems.stop(strict=True):
                return None
            day = day or Day.parse(stamp(checked.corpus))
            version = Version(name or str(day), day)
            made, beside = lay_out(checked, root, root / CACHE, progress, archive=True)
            if not build_site(reserved, beside, stamp(checked.corpus), problems, root / CACHE, made.readme):
                return None
            archive = (reserved.site / ARCHIVE).read_bytes()
    history = next(one.file.content for one in made.exports if one.file.path == f"data/{HISTORY}")
    return version, release_files(made.public, version, past, history, archive, progress)


def stamp(corpus: Corpus) -> str:
    """The ISO day that stands for "now": the latest in the records."""
    return str(max([Day(1980, 1, 1), *filter(None, [corpus.latest_day])]))
