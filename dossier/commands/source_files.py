"""The files of a new source: source.yml and claims.yml, with comments on what they may say, and an entry in BibTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.commands.proposed_reading import Hints
from dossier.documents import DocumentText
from dossier.model.kinds import Publish
from dossier.model.source import Source
from dossier.model.vocabulary import Vocabulary

_SPECIAL = re.compile(r"([&%#$_])")
_LOST_IN_BIBTEX = re.compile(r"[{}\\~^]")
_LISTED_AT_MOST = 8
_ONE_COMMA = re.compile(r"[^,]*\s[^,]*,\s*[^,]*\s[^,]*")


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is known of a source when it is taken in; `original` is the name of the document beside its text."""

    source: Source
    document: DocumentText
    original: str
    hints: Hints
    vocabulary: Vocabulary

    def record(self) -> str:
        """Its source.yml."""
        return "\n".join([*self._head(), *self._original(), *self._pages(), *self._reading(), ""])

    def _head(self) -> Iterator[str]:
        source = self.source
        others = [kind.id for kind in self.vocabulary.sources if kind.id != source.kind.id]
        yield "# yaml-language-server: $schema=../schema/source.json"
        yield ""
        yield f"citation: {source.citation}"
        yield _beside(f"kind: {source.kind.id}", others)
        yield f"language: {source.language}"
        yield f"sha256: {source.sha256}"
        yield f"supplied: {source.supplied}"
        yield "rights:"
        yield "  license: unstated # or an SPDX id such as CC-BY-4.0, or permission"
        yield _beside(
            f"  publish: {source.rights.publish}",
            [word.value for word in Publish if word is not source.rights.publish],
        )
        yield "  # holder: who holds the rights"
        yield "  # note: what a reader should know of them"

    def _original(self) -> Iterator[str]:
        original = self.source.original
        if original is None:
            return
        yield "original:"
        yield f"  file: {self.original} # delete this line and the file where rights forbid to keep it"
        yield f"  sha256: {original.sha256}"
        yield f"  media_type: {original.media_type}"
        yield f"  extractor: {original.extractor}"
        yield f"  url: {original.url}" if original.url else "  # url: https://… where you have it from"
        yield f"  # retrieved: {self.source.supplied}"

    def _pages(self) -> Iterator[str]:
        pages = self.document.pages
        if pages is None:
            return
        yield "pages:"
        if pages.first is not None:
            yield f'  first: "{pages.first}"'
        else:
            yield f"  labels: [{', '.join(_quoted(label) for label in pages.labels)}]"

    def _reading(self) -> Iterator[str]:
        if self.hints:
            yield "reading:"
        for field, hint in self.hints.items():
            if isinstance(hint, str):
                yield f"  {field}: {hint}"
                continue
            yield f"  {field}:"
            for item in hint:
                yield "    - {" + ", ".join(f"{name}: {value}" for name, value in item.items()) + "}"
        yield "# coverage: complete # from when each checkable sentence has a claim or a waiver"

    def claims(self) -> str:
        """Its claims.yml, without a claim yet."""
        kinds = ", ".join(kind.id for kind in self.vocabulary.claims[:_LISTED_AT_MOST])
        return f"""# yaml-language-server: $schema=../schema/claims.json

# A claim, as `find` and `suggest` print it; delete the line `[]` when you paste the first:
# - id: {self.source.citation}-opening
#   statement: What the source says, in your own words.
#   quote: >-
#     the words that say so, copied from the source
#   kind: {self.vocabulary.claims[0].id} # one of {kinds}
#   date: "2020-05" # where the statement has one
#   about: [] # ids of entities, the first is what the claim is chiefly about
#   topics: [] # ids of topics
[]
"""

    def bibtex(self) -> str:
        """A draft of its entry for citations.bib."""
        said = self.document.metadata
        fields = {
            "author": " and ".join(map(_name, said.authors)),
            "title": _escaped(said.title) or str(self.source.citation),
            "date": said.date if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", said.date) else "",
            "organization": _escaped(said.site) if said.site != said.title else "",
            "url": said.url,
            "langid": "" if self.source.language in {"en", "und"} else self.source.language,
        }
        entry = "online" if said.url else "misc"
        lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
        return (
            f"% Drafted by `add` from what {self.original} says of itself: compare each field with its first page.\n"
            f"@{entry}{{{self.source.citation},\n{''.join(lines)}}}\n"
        )


def _beside(typed: str, others: list[str]) -> str:
    return f"{typed} # or {', '.join(others)}" if others else typed


def _quoted(label: str) -> str:
    return json.dumps(label, ensure_ascii=False)


def _name(name: str) -> str:
    """Two names with a comma between them are two; anything else is left to who reads the entry."""
    if _ONE_COMMA.fullmatch(name):
        return " and ".join(map(_escaped, name.split(",")))
    return _escaped(name)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _LOST_IN_BIBTEX.sub("", " ".join(text.split())))
