"""Reads inline Markdown into fragments: words, citations, mentions, targets of links.

What counts as one of these is left to `syntax`; where a Markdown link of a page leads, to `targets`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dossier.leaves.nearest import suggest
from dossier.link.addresses import addresses
from dossier.link.inline_fields import InlineField, written
from dossier.link.sentences import uncited
from dossier.link.syntax import Token, TokenKind, targets, tokens
from dossier.link.targets import resolve_target
from dossier.model.codes import Code
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.kinds import RecordKind
from dossier.model.links import Cite, Fragment, Inline, Mention, Words
from dossier.model.problem import Problems

_MENTIONED = (RecordKind.ENTITY, RecordKind.TOPIC, RecordKind.QUESTION, RecordKind.SOURCE)
"""What `[[id]]` leads to."""

_BRACED = re.compile(r"^\{([^{},]+)\}")
"""A key in braces, as pandoc has it for keys with odd signs: `@{DBLP:conf/x}`."""

_Placed = tuple[int, int, tuple[Fragment, ...]]


def resolve_inline(corpus: Corpus, problems: Problems) -> Mapping[tuple[RecordRef, str], Inline]:
    """All inline Markdown in fragments; what leads nowhere is reported, and stays as it was typed."""
    reader = _Reader(corpus, problems, frozenset(addresses(corpus)))
    return {(text.record, text.field): reader.read(text) for text in written(corpus)}


@dataclass(frozen=True, slots=True)
class _Reader:
    corpus: Corpus
    problems: Problems
    addresses: frozenset[str]

    def read(self, text: InlineField) -> Inline:
        """The fragments of one text, in order, without empty words."""
        found = list(tokens(text.markdown))
        if text.cites:
            self._check_sentences(text, found)
        placed = [*self._links(text, found), *self._targets(text)]
        fragments: list[Fragment] = []
        done = 0
        for start, end, inner in sorted(placed, key=lambda each: each[:2]):
            fragments += [Words(text.markdown[done:start]), *inner]
            done = end
        fragments.append(Words(text.markdown[done:]))
        return tuple(each for each in fragments if each != Words(""))

    def _links(self, text: InlineField, found: list[Token]) -> Iterator[_Placed]:
        for token in found:
            if token.kind is TokenKind.CITATION:
                fragments = tuple(self._citations(text, token))
            elif token.kind is TokenKind.MENTION:
                fragments = tuple(self._mentions(text, token))
            else:
                continue
            yield token.start, token.end, fragments or (Words(token.text),)

    def _citations(self, text: InlineField, token: Token) -> Iterator[Fragment]:
        for part in re.finditer(r"@((?:(?!;\s*@).)*)", token.text[:-1], re.DOTALL):
            key, _, locator = _BRACED.sub(r"\1", " ".join(part[1].split())).partition(",")
            if key in self.corpus.claims:
                yield Cite(RecordKind.CLAIM, key, locator.strip() or None)
            elif key in self.corpus.works:
                yield Cite(RecordKind.WORK, key, locator.strip() or None)
            elif key not in self.corpus.broken:
                self.problems.add(
                    text.place(token.start + part.start(1)),
                    Code.UNKNOWN_CITATION,
                    f"`{key}` is neither a claim nor a work",
                    self._help(key, {*self.corpus.claims, *self.corpus.works}),
                )

    def _mentions(self, text: InlineField, token: Token) -> Iterator[Fragment]:
        typed, _, words = " ".join(token.text[2:-2].replace("\\|", "|").split()).partition("|")
        key = typed.strip()
        for kind in _MENTIONED:
            if key in self.corpus.ids(kind):
                yield Mention(kind, key, words.strip() or None)
                return
        if key not in self.corpus.broken:
            self.problems.add(
                text.place(token.start + 2),
                Code.UNKNOWN_LINK,
                f"`{key}` is not an entity, topic, question or source",
                self._help(key, set().union(*map(self.corpus.ids, _MENTIONED))),
            )

    def _help(self, key: str, known: Collection[str]) -> str:
        if key in self.corpus.claims or key in self.corpus.works:
            return f"cite claims and works: [@{key}]"
        if any(key in self.corpus.ids(kind) for kind in _MENTIONED):
            return f"link entities, topics, questions and sources: [[{key}]]"
        return suggest(key, known)

    def _targets(self, text: InlineField) -> Iterator[_Placed]:
        if text.page is None:
            return
        for token in targets(text.markdown):
            href = resolve_target(self.corpus, self.addresses, text, token, self.problems)
            if href is not None:
                yield token.start, token.end, (href,)

    def _check_sentences(self, text: InlineField, found: list[Token]) -> None:
        for start in uncited(text.markdown, found, lambda token: self._cites_claim(token.text)):
            self.problems.add(
                text.place(start),
                Code.UNCITED_SENTENCE,
                f"a sentence of `{text.field}` cites no claim",
                "end it with the claim that supports it: [@claim-id]",
            )

    def _cites_claim(self, citation: str) -> bool:
        keys = re.findall(r"@\s*\{?([^\s,;\]}]+)", citation)
        return any(key in self.corpus.claims or key not in self.corpus.works for key in keys)
