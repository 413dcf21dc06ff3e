"""The columns by which Explore chooses and counts claims: one entry a claim, in the order of the texts.

Choosing is left to scripts; what a claim says is in its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf

from dossier.leaves import address
from dossier.leaves.phrases import headed
from dossier.model.analysis import QuestionStatus
from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.day import years_label
from dossier.model.kinds import RecordKind
from dossier.model.vocabulary import Kind, Qualifier
from dossier.render.catalog import Catalog
from dossier.render.view import View

UNDATED = "undated"
YES = "yes"


@dataclass(frozen=True, slots=True)
class Column:
    """What claims are chosen by: `id` as addresses have it, `values_of` the ids that a claim has of it.

    Its values are offered by `order`, else those of most claims first. It is `open` where all sites have use for it.
    """

    id: str
    name: str
    values_of: Callable[[Claim], Iterable[str]]
    name_of: Callable[[str], str]
    order: Callable[[str], float] | None = None
    open: bool = False


def columns(catalog: Catalog, rows: Mapping[str, int]) -> dict[str, object]:
    """What scripts get.

    `first`, `rows`: the number of the first row of a claim in the index, and how far each claim's own is from that of
    the claim before it, the first one's from `first`.
    `dates`, `date`: the dates of claims (EDTF) in order, and for each claim the place of its own, -1 where it has none.
    `facets`: of each its id, its name, whether it is open, its values as ids with names, and its column: the place of a
    claim's value among these, or a list where it is not one.
    """
    claims = sorted(catalog.dossier.corpus.claims.values(), key=lambda claim: catalog.place(claim.id))
    own = [rows[address.page_of(RecordKind.CLAIM, claim.id)] for claim in claims]
    first = min(own, default=0)
    dated = [_date(claim) for claim in claims]
    dates = {date.edtf: date for date in dated if date}
    places = {edtf: at for at, edtf in enumerate(sorted(dates, key=lambda edtf: (dates[edtf].listing, edtf)))}
    return {
        "first": first,
        "rows": [number - before for before, number in pairwise((first, *own))],
        "dates": list(places),
        "date": [places[date.edtf] if date else -1 for date in dated],
        "facets": [column for facet in _facets(View(catalog, "")) if (column := _column(facet, claims))],
    }


def _column(facet: Column, claims: Iterable[Claim]) -> list[object]:
    """A facet as scripts get it; empty where no claim has any of it."""
    of_claims = [tuple(dict.fromkeys(facet.values_of(claim))) for claim in claims]
    counts = Counter(chain.from_iterable(of_claims))
    if facet.order:
        values = sorted(counts, key=facet.order)
    else:
        values = sorted(counts, key=lambda value: (-counts[value], facet.name_of(value).casefold(), value))
    places = {value: at for at, value in enumerate(values)}
    column = [places[own[0]] if len(own) == 1 else sorted(map(places.__getitem__, own)) for own in of_claims]
    named = [[value, facet.name_of(value)] for value in places]
    return [facet.id, facet.name, int(facet.open), named, column] if named else []


def _facets(view: View) -> Iterator[Column]:
    """All of them, in the order of the page."""
    corpus, evidence = view.dossier.corpus, view.dossier.evidence
    vocabulary, differing = corpus.vocabulary, _differing(view)
    concerned = {claim.id: claim.concerns for claim in corpus.claims.values()}

    def entity(value: str) -> str:
        return view.name(RecordKind.ENTITY, value)

    def of_kind(kind: Kind) -> Column:
        members = {entity.id for entity in view.catalog.by_kind[kind]}

        def of_claim(claim: Claim) -> Iterable[str]:
            return filter(members.__contains__, concerned[claim.id])

        return Column(kind.id, headed(kind.name), of_claim, entity, open=kind in vocabulary.main)

    words = {kind.id: headed(kind.name) for kind in vocabulary.claims}
    labels: list[str] = sorted(corpus.sources, key=lambda key: (view.label(key).casefold(), key))
    topics: dict[str, str] = {topic.id: topic.name for topic in corpus.topics.values()}
    yield Column("source", "Source", lambda claim: [claim.source], view.label, labels.index, open=True)
    yield Column("kind", "Kind of claim", lambda claim: [claim.kind.id], words.__getitem__, open=True)
    yield from (of_kind(kind) for kind in vocabulary.main)
    yield Column("topic", "Topic", lambda claim: claim.topics, topics.__getitem__, open=True)
    yield Column("decade", "Decade", _decade, _decade_name, _first)
    yield Column("speaker", "Said by", lambda claim: claim.speaker, entity)
    yield from map(_of_qualifier, vocabulary.qualifiers)
    yield from (of_kind(kind) for kind in vocabulary.kinds if kind not in vocabulary.main)
    yield Column(
        "hedged",
        "Hedged",
        lambda claim: [YES] if evidence[claim.id].hedges else [],
        lambda _: "With hedging words",
    )
    yield Column(
        "differs",
        "Differs",
        lambda claim: [YES] if any(answer.question in differing for answer in claim.answers) else [],
        lambda _: "Answers differ",
    )


def _of_qualifier(qualifier: Qualifier) -> Column:
    states = {state.id: state for state in qualifier.states}

    def told(claim: Claim) -> list[str]:
        state = claim.told(qualifier)
        return [state.id] if state and claim.counts else []

    return Column(
        qualifier.id,
        headed(qualifier.name),
        told,
        lambda value: headed(states[value].name),
        list(states).index,
    )


def _differing(view: View) -> frozenset[str]:
    """The questions whose answers differ."""
    questions = view.dossier.analysis.questions
    return frozenset(key for key, found in questions.items() if found.status is QuestionStatus.DIFFER)


def _date(claim: Claim) -> Date | None:
    """The date under which the timeline lists a claim."""
    return claim.whens[0].date if claim.whens else None


def _decade(claim: Claim) -> list[str]:
    date = _date(claim)
    return [address.decade_id(date.year // 10 * 10) if date else UNDATED]


def _first(decade: str) -> float:
    """The year with which a decade begins; what has none comes last."""
    return int(decade.removesuffix("s")) if decade != UNDATED else inf


def _decade_name(decade: str) -> str:
    if decade == UNDATED:
        return "Undated"
    first = int(decade.removesuffix("s"))
    return years_label(first, first + 9)
