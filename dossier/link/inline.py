"""Reads inline Markdown into fragments: words, citations, mentions, addresses.

What counts as one of these is left to `syntax`; where a link leads, to `targets`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from dossier.leaves.counts import not_counted
from dossier.leaves.memory import Memory
from dossier.leaves.nearest import MOST_SUGGESTED, suggest
from dossier.link.addresses import addresses
from dossier.link.inline_fields import InlineField, written
from dossier.link.kept_syntax import KeptSyntax
from dossier.link.rendered import Renderer, UnrenderableError
from dossier.link.safety import check_safety
from dossier.link.sentences import uncited
from dossier.link.syntax import Syntax, read_syntax
from dossier.link.targets import Targets
from dossier.link.tokens import (
    Address,
    Bracketed,
    CitationToken,
    Cited,
    CountToken,
    Dropped,
    MentionToken,
    Token,
)
from dossier.model.codes import Code
from dossier.model.corpus import Corpus, RecordRef
from dossier.model.ids import ClaimId
from dossier.model.kinds import ClaimStatus, RecordKind
from dossier.model.links import Cite, Fragment, Inline, Mention, PlaceLink, Words
from dossier.model.place import Place
from dossier.model.problem import Fix, Problems, Related

MENTIONED = (RecordKind.ENTITY, RecordKind.TOPIC, RecordKind.QUESTION, RecordKind.SOURCE)
"""What `[[id]]` leads to."""

_ADD_CITED = (
    "add the work to `citations.bib` or the claim to the `claims.yml` of its source; `\\@` is printed as `@`"
)
_ADD_LINKED = "add it to its file in `sources/index/`; `\\[[` is printed as `[[`"


def resolve_inline(corpus: Corpus, problems: Problems, memory: Memory, cache: Path | None) -> Resolved:
    """Read all inline Markdown; what leads nowhere is reported, and stays as it was typed.

    `cache` is a folder for what was read.
    """
    targets = Targets(corpus, frozenset(addresses(corpus)), problems)
    extensions = corpus.configuration.extensions
    renderer = Renderer(extensions)
    kept = KeptSyntax.of(cache, extensions, renderer) if cache else None
    read = kept.read if kept else partial(read_syntax, renderer=renderer)
    reader = _InlineReader(corpus, problems, targets, corpus.counts, corpus.renamed, read, memory)
    inline = {(text.record, text.field): reader.read(text) for text in written(corpus)}
    if kept:
        kept.keep()
    return Resolved(inline, frozenset(targets.named), tuple(targets.to_places))


@dataclass(frozen=True, slots=True)
class Resolved:
    """Inline Markdown in fragments, by record and field; the files below `docs/` that it shows or links, and its
    links to a place in a page.
    """

    inline: Mapping[tuple[RecordRef, str], Inline]
    named: frozenset[str]
    to_places: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True)
class _InlineReader:
    corpus: Corpus
    problems: Problems
    targets: Targets
    counts: Mapping[str, int]
    renamed: Mapping[RecordRef, str]
    read_syntax: Callable[[str], Syntax]
    memory: Memory

    def read(self, text: InlineField) -> Inline:
        """The fragments of one text, in order, without empty words."""
        try:
            syntax = self.memory.recall(
                partial(self.read_syntax, text.markdown),
                self.problems,
                "syntax",
                text.markdown,
                self.corpus.configuration.extensions,
            )
        except UnrenderableError as wrong:
            message = f"`{text.field}` can't be read as Markdown: {wrong}"
            help_ = "close what is open, or write `\\[` for a bracket that is meant as one"
            self.problems.add(text.place(0), Code.BROKEN_MARKDOWN, message, help_)
            return ()
        if not self.corpus.configuration.trusted_html:
            check_safety(text, syntax, self.problems)
        for slip in syntax.slips:
            self.problems.add(text.place(slip.at), slip.code, slip.message, slip.help)
        for bracketed in syntax.bracketed:
            self._check_bracketed(text, bracketed)
        if text.cites:
            self._check_sentences(text, syntax.tokens)
        fragments: list[Fragment] = []
        done = 0
        for token in syntax.tokens:
            fragments += [Words(text.markdown[done : token.start]), *self._fragments(text, token)]
            done = token.end
        return tuple(_joined([*fragments, Words(text.markdown[done:])]))

    def _fragments(self, text: InlineField, token: Token) -> Iterator[Fragment]:
        typed = Words(text.markdown[token.start : token.end])
        match token:
            case CitationToken():
                yield from list(self._citations(text, token)) or [typed]
            case MentionToken():
                yield self._mention(text, token) or typed
            case Address():
                yield self.targets.resolve(text, token) or typed
            case CountToken():
                yield self._count(text, token) or typed
            case Dropped():
                pass

    def _citations(self, text: InlineField, token: CitationToken) -> Iterator[Fragment]:
        for item in token.items:
            if item.key in self.corpus.claims:
                self._check_withdrawn(text, item)
                yield Cite(RecordKind.CLAIM, item.key, item.prefix, item.suffix, item.form)
            elif item.key in self.corpus.works:
                yield Cite(RecordKind.WORK, item.key, item.prefix, item.suffix, item.form)
            elif now := self._renamed(item.key, RecordKind.CLAIM, RecordKind.WORK):
                self._report_renamed(text.place(item.at + 1), Code.UNKNOWN_CITATION, item.key, now)
            elif not self.corpus.may_be_broken(item.key):
                self.problems.add(
                    text.place(item.at + 1),
                    Code.UNKNOWN_CITATION,
                    f"`{item.key}` is neither a claim nor a work",
                    self._help(item.key, {*self.corpus.claims, *self.corpus.works}, _ADD_CITED),
                )

    def _check_withdrawn(self, text: InlineField, item: Cited) -> None:
        claim = ClaimId(item.key)
        if self.corpus.claims[claim].status is ClaimStatus.WITHDRAWN:
            self.problems.add(
                text.place(item.at + 1),
                Code.CITES_WITHDRAWN,
                f"`{claim}` is withdrawn",
                "cite a claim that holds, or say it otherwise",
                [Related(self.corpus.place(RecordKind.CLAIM, claim, "status"), "withdrawn here")],
            )

    def _mention(self, text: InlineField, token: MentionToken) -> Mention | None:
        for kind in MENTIONED:
            if token.id in self.corpus.ids(kind):
                return Mention(kind, token.id, token.words)
        if now := self._renamed(token.id, *MENTIONED):
            self._report_renamed(text.place(token.start + 2), Code.UNKNOWN_LINK, token.id, now)
        elif not self.corpus.may_be_broken(token.id):
            self.problems.add(
                text.place(token.start + 2),
                Code.UNKNOWN_LINK,
                f"`{token.id}` is not an entity, topic, question or source",
                self._help(token.id, set().union(*map(self.corpus.ids, MENTIONED)), _ADD_LINKED),
            )
        return None

    def _renamed(self, id_: str, *kinds: RecordKind) -> str | None:
        """What a record of one of these kinds is called today that had an id before."""
        return next((self.renamed[kind, id_] for kind in kinds if (kind, id_) in self.renamed), None)

    def _report_renamed(self, place: Place, code: Code, typed: str, now: str) -> None:
        fix = Fix(typed, now)
        self.problems.add(place, code, f"`{typed}` is now called `{now}`", f"write `{now}`", fix=fix)

    def _count(self, text: InlineField, token: CountToken) -> Words | None:
        if token.name in self.counts:
            return Words(str(self.counts[token.name]))
        self.problems.add(text.place(token.at), Code.UNKNOWN_COUNT, *not_counted(token.name, self.counts))
        return None

    def _check_bracketed(self, text: InlineField, typed: Bracketed) -> None:
        id_ = typed.words.partition("|")[0]
        if help_ := self._written(id_):
            message = f"`[{typed.words}]` is the id of something, but no link"
            self.problems.add(text.place(typed.at), Code.BROKEN_CITATION, message, help_)

    def _check_sentences(self, text: InlineField, tokens: Sequence[Token]) -> None:
        for start in uncited(text.markdown, tokens, self._cites_claim):
            self.problems.add(
                text.place(start),
                Code.UNCITED_SENTENCE,
                f"a sentence of `{text.field}` cites no claim",
                "end it with the claim that supports it: [@claim-id]",
            )

    def _cites_claim(self, item: Cited) -> bool:
        return item.key in self.corpus.claims or item.key not in self.corpus.works

    def _help(self, key: str, known: Collection[str], otherwise: str) -> str:
        nearest = suggest(key, known) if len(self.problems) < MOST_SUGGESTED else ""
        return self._written(key) or "\n".join(filter(None, (nearest, otherwise)))

    def _written(self, key: str) -> str:
        """How a thing with an id is cited or linked; empty where there is none."""
        if key in self.corpus.claims or key in self.corpus.works:
            return f"cite claims and works: [@{key}]"
        if any(key in self.corpus.ids(kind) for kind in MENTIONED):
            return f"link entities, topics, questions and sources: [[{key}]]"
        return ""


def _joined(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """Fragments without empty words, and with neighboring words as one."""
    for is_words, neighbors in groupby(fragments, lambda fragment: isinstance(fragment, Words)):
        if not is_words:
            yield from neighbors
        elif words := "".join(fragment.markdown for fragment in neighbors if isinstance(fragment, Words)):
            yield Words(words)
