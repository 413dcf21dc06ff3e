"""Decides where the links of hand-written Markdown lead, and which files below `docs/` it shows or links.

Links to other pages name the `.md` file, so that they mean the same to every renderer and under any sub-path.
Whether a page has the place that a link names is known only when the page is made: `site` checks it.
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
from dossier.model.ids import EntityId
from dossier.model.kinds import RecordKind
from dossier.model.links import Href, PlaceLink
from dossier.model.problem import Problems

_HELP = "link pages as [words](path/to/page.md), files below docs/ by their path, records as [[id]]"


@dataclass(frozen=True, slots=True)
class Targets:
    """What links may lead to. `named` gathers the files below `docs/` that they do lead to, `to_places` the links to
    a place in a page.
    """

    corpus: Corpus
    addresses: frozenset[str]
    problems: Problems
    named: set[str] = field(default_factory=set)
    to_places: list[PlaceLink] = field(default_factory=list)

    def resolve(self, text: InlineField, typed: Address) -> Href | None:
        """The address a link leads to; `None` where it leads elsewhere, stays in the page or is reported.

        Paths are relative to the page's file, and in records to `docs/`.
        """
        if typed.text.startswith("#"):
            self._note_place(text, typed, self._own_address(text))
            return None
        try:
            parts = urlsplit(typed.text)
        except ValueError:
            self._report(text, typed, Code.BROKEN_LINK, f"`{typed.text}` is not an address", _HELP)
            return None
        if not typed.text or parts.scheme or parts.netloc:
            return None
        path, mark, fragment = typed.text.partition("#")
        folder = dirname(text.page.path) if text.page else ""
        wanted = normpath(join(folder, unquote(path)))
        if path.startswith("/"):
            self._report(text, typed, Code.LINK_NOT_MD, f"`{path}` is not a relative path", _HELP)
        elif wanted in self.corpus.assets:
            self.named.add(wanted)
            self._note_place(text, typed, wanted)
            return Href(f"{quote(wanted)}{mark}{fragment}")
        elif wanted.endswith(".md"):
            if (address := page_of(RecordKind.PAGE, wanted)) in self.addresses:
                self._note_place(text, typed, address)
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

    def _note_place(self, text: InlineField, typed: Address, address: str) -> None:
        path, _, fragment = typed.text.partition("#")
        if fragment:
            place = text.place(typed.start + len(path))
            self.to_places.append(PlaceLink(address, fragment, place))

    def _own_address(self, text: InlineField) -> str:
        kind, key = text.record
        if kind is RecordKind.ENTITY:
            return self.corpus.entities[EntityId(key)].address
        return page_of(kind, key)

    def _report(self, text: InlineField, typed: Address, code: Code, message: str, help_: str) -> None:
        self.problems.add(text.place(typed.start), code, message, help_)
