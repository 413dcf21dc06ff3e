"""The guards of entities, `event-without-date` and `merged-without-remark`: what is one thing, and when it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from dossier.leaves.doubt import Doubt, report_doubts
from dossier.leaves.fold import folded_name
from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.languages import OURS, language_of
from dossier.leaves.names import are_one_name, forms_in
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.evidence import Evidence
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.links import Links
from dossier.model.problem import Problems
from dossier.model.vocabulary import Trait

EVENT = Code.EVENT_WITHOUT_DATE
MERGED = Code.MERGED_WITHOUT_REMARK
CODES = (EVENT, MERGED)
"""What an `allow` of an entity can answer."""
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def check_entities(
    corpus: Corpus, links: Links, evidence: Mapping[ClaimId, Evidence], problems: Problems
) -> None:
    """Report every doubt about an entity that its `allow` does not answer, and every `allow` without one."""
    for id_, entity in corpus.entities.items():
        doubts = [
            *_doubt_date(corpus, links, entity),
            *_doubt_merger(corpus, links, evidence, entity),
        ]
        report_doubts(
            doubts,
            entity.allow,
            CODES,
            corpus.places[RecordKind.ENTITY, id_],
            problems,
            all_known=not corpus.broken,
        )


def _doubt_date(corpus: Corpus, links: Links, entity: Entity) -> Iterator[Doubt]:
    if Trait.MOMENT not in entity.traits or corpus.broken:
        return  # the claim that dates it may be one that was not valid
    names_a_date = _YEAR.search(entity.id) or find_datings(folded_name(entity.name), language_of(OURS))
    claims = [corpus.claims[id_] for id_ in links.about.get(entity.id, ())]
    dated = any(claim.counts and claim.date and claim.about[0] == entity.id for claim in claims)
    if names_a_date and not dated:
        yield Doubt(
            EVENT,
            corpus.place(RecordKind.ENTITY, entity.id, "name"),
            f"{entity.name} is named by a date, and no claim with a `date` is first about it",
            "add the claim that dates it (its `about` begins with this id), or, if no source does, "
            f"add `allow: [{{code: {EVENT}, why: …}}]`",
        )


def _names_by_source(
    corpus: Corpus, links: Links, evidence: Mapping[ClaimId, Evidence], entity: Entity
) -> Mapping[SourceKey, frozenset[str]]:
    """The names that each source's quoted words have for an entity; sources that only point at it are left out."""
    found: dict[SourceKey, frozenset[str]] = {}
    for id_ in links.about.get(entity.id, ()):
        proof = evidence.get(id_)
        if proof is not None and proof.anchor is not None:
            words = folded_name("\n".join(anchor.exact for anchor in (proof.anchor, *proof.context)))
            source = corpus.claims[id_].source
            found[source] = found.get(source, frozenset()) | forms_in(entity, words)
    return {source: names for source, names in found.items() if names}


def _doubt_merger(
    corpus: Corpus, links: Links, evidence: Mapping[ClaimId, Evidence], entity: Entity
) -> Iterator[Doubt]:
    sources = {corpus.claims[id_].source for id_ in links.about.get(entity.id, ())}
    if entity.remark is not None or len(sources) == 1:
        return
    names = _names_by_source(corpus, links, evidence, entity)
    for one, other in combinations(names, 2):
        if not any(are_one_name(first, second) for first in names[one] for second in names[other]):
            first, second = min(names[one]), min(names[other])
            yield Doubt(
                MERGED,
                corpus.place(RecordKind.ENTITY, entity.id),
                f"{one} calls it “{first}” and {other} “{second}”: why is it one?",
                "say so in `remark`, make two of it and name each in the other’s `see`, or, if both are plainly one "
                f"name, add `allow: [{{code: {MERGED}, why: …}}]`",
            )
            return
