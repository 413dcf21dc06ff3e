"""`sources/index/*.yml`: entities, topics and questions, by the rules that one of them can be held to alone."""

from __future__ import annotations

from dossier.load.drafts import Draft
from dossier.load.files import File
from dossier.load.records import IdRegistry, Records, read_records
from dossier.load.rules import check_country, check_misplaced, check_needed, check_repeats
from dossier.model.entity import Entity
from dossier.model.kinds import EntityKind, PartnerType, QuestionType, RecordKind, Relation
from dossier.model.problem import Problems
from dossier.model.question import Question, Topic

KIND_FIELDS = {
    "type": (EntityKind.PARTNER,),
    "country": (EntityKind.PARTNER, EntityKind.PLACE),
    "lat": (EntityKind.PLACE,),
    "lon": (EntityKind.PLACE,),
}
"""Fields that only the files of some kinds have; `also` lends none."""

_POINT = "a place with a country is a point on the map; leave the country out for a region without a point"


def read_entities(file: File, kind: EntityKind, names: IdRegistry, problems: Problems) -> Records[Entity]:
    """The entities of the file of one kind."""

    def rule(draft: Draft, problems: Problems) -> None:
        _check_entity(draft, kind, problems)

    return read_records(file, RecordKind.ENTITY, Entity, rule, names, problems, {"kind": kind})


def read_topics(file: File, names: IdRegistry, problems: Problems) -> Records[Topic]:
    """The topics."""
    return read_records(file, RecordKind.TOPIC, Topic, None, names, problems)


def read_questions(file: File, names: IdRegistry, problems: Problems) -> Records[Question]:
    """The questions."""
    return read_records(file, RecordKind.QUESTION, Question, _check_question, names, problems)


def _check_entity(draft: Draft, kind: EntityKind, problems: Problems) -> None:
    for field, owners in KIND_FIELDS.items():
        if kind not in owners:
            whose = " or ".join(f"a {owner}" for owner in owners)
            check_misplaced(draft, field, f"only {whose} has it", problems)
    if kind is EntityKind.PARTNER:
        check_needed(draft, "type", f"a partner is one of {', '.join(PartnerType)}", problems)
    if draft.text("type") == PartnerType.COUNTRY:
        check_needed(draft, "country", "a country has its ISO 3166-1 code, such as `ES`", problems)
    _check_where(draft, kind, problems)
    for name in ("aliases", "also", "see"):
        check_repeats(draft, (name,), problems)
    for relation in Relation:
        supported = draft.value(relation)
        for at in range(len(supported) if isinstance(supported, list) else 0):
            check_repeats(draft, (relation.value, at, "claims"), problems)


def _check_where(draft: Draft, kind: EntityKind, problems: Problems) -> None:
    check_country(draft, problems)
    for field, other in (("lat", "lon"), ("lon", "lat")):
        if field in draft.values:
            check_needed(draft, other, f"it goes with `{field}`", problems)
    if kind is EntityKind.PLACE and "country" in draft.values and not {"lat", "lon"} & set(draft.values):
        check_needed(draft, "lat", _POINT, problems)
        check_needed(draft, "lon", _POINT, problems)


def _check_question(draft: Draft, problems: Problems) -> None:
    for field in ("about", "choices"):
        check_repeats(draft, (field,), problems)
    if draft.text("type") in {QuestionType.DATE, QuestionType.NUMBER}:
        check_misplaced(draft, "choices", "only a question of type choice or set has them", problems)
