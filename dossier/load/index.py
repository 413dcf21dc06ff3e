"""`sources/index/*.yml`: entities, topics and questions, by the rules that one of them can be held to alone."""

from __future__ import annotations

from dossier.load.drafts import Draft
from dossier.load.lists import Drafts
from dossier.load.records import IdRegistry, Records, records_of
from dossier.load.rules import check_country, check_history, check_misplaced, check_needed, check_repeats
from dossier.load.validate import fields_of, validate
from dossier.model.corpus import Placed
from dossier.model.entity import Entity, traits_of, types_of
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.problem import Problems
from dossier.model.question import NoQuestion, Question, Topic
from dossier.model.record_types import record_types
from dossier.model.vocabulary import Kind, Trait, Vocabulary

KIND_FIELDS = ("type", "country", "lat", "lon")
"""Fields that only entities of some kinds have."""

_NO_QUESTION = "no_question"
_POINT = "a point on the map has coordinates; leave the country out for a region without a point"


def has_field(kind: Kind, field: str) -> bool:
    """Whether entities of a kind may have a field that not all entities may have."""
    traits = frozenset().union(kind.traits, *(type_.traits for type_ in kind.types))
    match field:
        case "type":
            return bool(kind.types)
        case "country":
            return not traits.isdisjoint({Trait.OUTLINE, Trait.POINT})
        case _:
            return Trait.POINT in traits


def read_entities(
    found: Drafts, kind: Kind, vocabulary: Vocabulary, names: IdRegistry, problems: Problems
) -> Records[Entity]:
    """The entities of the file of one kind."""

    def rule(draft: Draft, problems: Problems) -> None:
        _check_entity(draft, kind, vocabulary, problems)
        check_history(draft, fields_of(model), problems)

    model = record_types(vocabulary).entity
    return records_of(found, RecordKind.ENTITY, model, rule, names, problems, {"kind": kind})


def read_topics(found: Drafts, names: IdRegistry, problems: Problems) -> Records[Topic]:
    """The topics."""
    return records_of(found, RecordKind.TOPIC, Topic, None, names, problems)


def read_questions(found: Drafts, names: IdRegistry, problems: Problems) -> Records[Question]:
    """The questions."""
    asked = tuple(draft for draft in found.drafts if _NO_QUESTION not in draft.values)
    return records_of(
        Drafts(asked, found.broken), RecordKind.QUESTION, Question, _check_question, names, problems
    )


def read_no_questions(found: Drafts, problems: Problems) -> tuple[Placed[NoQuestion], ...]:
    """What the same file says of claims that need no question."""
    return tuple(
        Placed(record, draft.places)
        for draft in found.drafts
        if _NO_QUESTION in draft.values
        and (record := validate(NoQuestion, draft, problems, _check_no_question)) is not None
    )


def _check_entity(draft: Draft, kind: Kind, vocabulary: Vocabulary, problems: Problems) -> None:
    kinds = (kind, *(other for other in vocabulary.kinds if other.id in _also(draft)))
    if _also(draft) <= {other.id for other in kinds}:  # else it is not known what it may have
        for field in KIND_FIELDS:
            if field in draft.values and not any(has_field(each, field) for each in kinds):
                owners = [f"`{owner.id}`" for owner in vocabulary.kinds if has_field(owner, field)]
                whose = f"only the kind {' or '.join(owners)} has it" if owners else "no kind has it"
                check_misplaced(draft, field, whose, problems)
    _check_type(draft, kinds, problems)
    check_country(draft, problems)
    for field, other in (("lat", "lon"), ("lon", "lat")):
        if field in draft.values:
            check_needed(draft, other, f"it goes with `{field}`", problems)
    for name in ("aliases", "also", "see"):
        check_repeats(draft, (name,), problems)
    for relation in vocabulary.relations:
        supported = draft.value(relation.id)
        for at in range(len(supported) if isinstance(supported, list) else 0):
            check_repeats(draft, (relation.id, at, "claims"), problems)


def _also(draft: Draft) -> set[str]:
    return {text for _, text in draft.texts("also")}


def _check_type(draft: Draft, kinds: tuple[Kind, ...], problems: Problems) -> None:
    """What an entity needs that is of these kinds, its own first."""
    types = types_of(kinds)
    if types:
        check_needed(draft, "type", f"it is one of {', '.join(type_.id for type_ in types)}", problems)
    typed = draft.text("type")
    outlined = Trait.OUTLINE in traits_of(kinds, next((type_ for type_ in types if type_.id == typed), None))
    if outlined:
        check_needed(draft, "country", "a country has its ISO 3166-1 code, such as `ES`", problems)
    elif (
        Trait.POINT in kinds[0].traits
        and "country" in draft.values
        and not {"lat", "lon"} & set(draft.values)
    ):
        check_needed(draft, "lat", _POINT, problems)
        check_needed(draft, "lon", _POINT, problems)


def _check_no_question(draft: Draft, problems: Problems) -> None:
    check_repeats(draft, (_NO_QUESTION,), problems)


def _check_question(draft: Draft, problems: Problems) -> None:
    check_history(draft, fields_of(Question), problems)
    for field in ("about", "choices"):
        check_repeats(draft, (field,), problems)
    if draft.text("type") in {QuestionType.DATE, QuestionType.NUMBER}:
        check_misplaced(draft, "choices", "only a question of type choice or set has them", problems)
