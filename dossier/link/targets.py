"""Decides where the links of hand-written Markdown lead, and which files below `docs/` it shows or links.

Links to other pages name the `.md` file, so that they mean the same to every renderer and under any sub-path.
Fragments are left to the check of the built site.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

from dossier.leaves.address import page_of
from dossier.leaves.nearest import suggest
from dossier.link.inline_fields import InlineField
from dossier.link.tokens import Address
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.links import Href
from dossier.model.problem import Problems

_HELP = "link pages as [words](path/to/page.md), files below docs/ by their path, records as [[id]]"


@dataclass(frozen=True, slots=True)
class Targets:
    """What links may lead to; `named` gathers the files below `docs/` that they do lead to."""

    corpus: Corpus
    addresses: frozenset[str]
    problems: Problems
    named: set[str] = field(default_factory=set)

    def resolve(self, text: InlineField, typed: Address) -> Href | None:
        """The address a link leads to; `None` where it leads elsewhere, stays in the page or is reported.

        Paths are relative to the page's file, and in records to `docs/`.
        """
        if not typed.text or typed.text.startswith("#") or _is_foreign(typed.text):
            return None
        path, mark, fragment = typed.text.partition("#")
        folder = dirname(text.page.path) if text.page else ""
        wanted = normpath(join(folder, unquote(path)))
        if path.startswith("/"):
            self._report(text, typed, Code.LINK_NOT_MD, f"`{path}` is not a relative path", _HELP)
        elif wanted in self.corpus.assets:
            self.named.add(wanted)
            return Href(f"{quote(wanted)}{mark}{fragment}")
        elif wanted.endswith(".md"):
            if (address := page_of(RecordKind.PAGE, wanted)) in self.addresses:
                return Href(f"{address}{mark}{fragment}")
            if (RecordKind.PAGE, wanted) not in self.corpus.places:  # else a page that was not valid
                help_ = suggest(wanted, self.corpus.pages)
                self._report(text, typed, Code.BROKEN_LINK, f"there is no page `{wanted}`", help_)
        elif "." in wanted.rpartition("/")[2].strip("."):
            help_ = suggest(wanted, self.corpus.assets) or _HELP
            self._report(text, typed, Code.BROKEN_LINK, f"there is no file `docs/{wanted}`", help_)
        else:
            self._report(text, typed, Code.LINK_NOT_MD, f"`{path}` is neither an .md file nor a file", _HELP)
        return None

    def _report(self, text: InlineField, typed: Address, code: Code, message: str, help_: str) -> None:
        self.problems.add(text.place(typed.start), code, message, help_)


def _is_foreign(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)
