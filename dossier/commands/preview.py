"""A project in memory, and its pages as they are asked for; after a save only what changed is worked out again.

Nothing is written that could be published. Watching files and answering browsers is left to `preview_server`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dossier import pipeline
from dossier.cite import Citations, cite
from dossier.export import export, export_file
from dossier.leaves.address import SitePage, file_of
from dossier.leaves.memory import Memory
from dossier.leaves.tree import files_below
from dossier.link.addresses import addresses
from dossier.load import load
from dossier.model.problem import Problem, Problems
from dossier.model.public import Public
from dossier.model.severity import Severity
from dossier.model.usage_error import UsageError
from dossier.redact import redact
from dossier.render import render_files
from dossier.site.page_preview import PagePreview, open_preview

_EMPTY = "<!doctype html><title>Preview</title><body></body>"
_SCRIPT = Path(__file__).with_name("preview.js")


@dataclass(frozen=True)
class _Good:
    """A project without errors, as pages are made of it."""

    public: Public
    cache: Path
    made: dict[str, bytes | None] = field(default_factory=dict)

    @cached_property
    def citations(self) -> Citations:
        return cite(self.public.corpus, self.cache)

    def file(self, path: str) -> bytes | None:
        """A file of the pages or of the data, by its path; made once."""
        if path not in self.made:
            self.made[path] = self._made(path)
        return self.made[path]

    def _made(self, path: str) -> bytes | None:
        exports = export(self.public, self.citations) if path == file_of(SitePage.DATA) else ()
        described = [made.description for made in exports]
        rendered = render_files(self.public, self.citations, described, frozenset([path]))
        made = rendered[0] if rendered else export_file(self.public, self.citations, path)
        return made.content if made else None


@dataclass(slots=True)
class Preview:
    """The project at `root`, looked at below `url`. What was last without errors is shown."""

    root: Path
    url: str
    live: str
    """The address at which pages hear of saves."""
    shown: int = 0
    """How many states without errors there were: the last is shown."""
    problems: Problems = field(default_factory=Problems)
    _memory: Memory = field(default_factory=Memory)
    _good: _Good | None = None
    _mkdocs: PagePreview | None = None
    _shared: object = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self) -> None:
        """Check the project again."""
        with self._lock:
            if not self.problems.errors:
                self._memory.turn()  # what a broken file hides is needed again as soon as it is fixed
            self.problems = Problems()
            corpus = load(self.root, self.problems, self._memory)
            cache = None if self._good else self.root / pipeline.CACHE
            checked = pipeline.examine(corpus, self.problems, cache=cache, memory=self._memory)
            if not self.problems.errors:
                self._good = _Good(redact(checked), self.root / pipeline.CACHE)
                self.shown += 1

    def page(self, address: str) -> bytes | None:
        """The HTML of the page at an address; nothing where there is none. Raises `UsageError` where MkDocs refuses."""
        with self._lock:
            good = self._good
            if good is None:
                return self._with_script(_EMPTY, ())
            markdown = good.file(file_of(address))
            if markdown is None:
                return None
            try:
                html, warnings = self._opened(good).html(file_of(address), markdown)
            except UsageError as trouble:
                html, warnings = _EMPTY, (str(trouble),)
            return self._with_script(html, warnings)

    def file(self, path: str) -> bytes | None:
        """Any other file of the site."""
        with self._lock:
            if self._good is None:
                return None
            return self._opened(self._good).asset(path) or self._good.file(path)

    def told(self) -> str:
        """What browsers are told after a save, as JSON: which version there is to show, and what is wrong."""
        errors = [problem for problem in self.problems if problem.severity is Severity.ERROR]
        return json.dumps({"shown": self.shown, "problems": [_as_shown(problem) for problem in errors]})

    def _opened(self, good: _Good) -> PagePreview:
        """MkDocs with what all pages share, read again where that changed."""
        corpus = good.public.corpus
        nav = [entry.path for entry in corpus.configuration.nav if not entry.titled]
        look = files_below(self.root / "overrides")
        shared = (
            (self.root / "mkdocs.yml").read_bytes(),
            tuple((path, file.read_bytes()) for path, file in look.items()),
            tuple(corpus.pages[path].title for path in nav if path in corpus.pages),
        )
        if self._mkdocs is None or shared != self._shared:
            paths = [*map(file_of, addresses(corpus)), *good.public.links.published]
            pages = dict.fromkeys(paths, b"") | {path: good.file(path) or b"" for path in nav}
            self._mkdocs = open_preview(self.root, self.url, pipeline.stamp(corpus), pages)
            self._shared = shared
        return self._mkdocs

    def _with_script(self, html: str, warnings: Sequence[str]) -> bytes:
        """A page that follows saves, and that no search engine keeps."""
        told = json.dumps({"live": self.live, "version": self.shown, "warnings": list(warnings)}).replace(
            "<", "\\u003c"
        )
        script = f"<script>const preview = {told};\n{_SCRIPT.read_text('utf-8')}</script>"
        head, mark, body = html.rpartition("</body>")
        return f'{head}<meta name="robots" content="noindex">{script}{mark}{body}'.encode()


def _as_shown(problem: Problem) -> dict[str, str]:
    return {"where": str(problem.place), "message": problem.message, "help": problem.help}
