"""`sources/vocabulary.yml`: the words of a subject, by the rules that its parts have to keep together.

Without the file the neutral words of the package hold. Which records use the words is left to their readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from dossier.load.drafts import Draft
from dossier.load.files import File, read_file
from dossier.load.lists import parse_record
from dossier.load.validate import validate
from dossier.load.vocabulary_file import KindRecord, QualifierRecord, TypeRecord, VocabularyRecord, WordRecord
from dossier.load.vocabulary_rules import check_vocabulary, plural_of
from dossier.model.problem import Problems
from dossier.model.vocabulary import (
    EntityType,
    FtmSchema,
    Kind,
    OutsideNames,
    Qualifier,
    QualifierState,
    Relation,
    Trait,
    Traits,
    Vocabulary,
    Word,
)

FILE = "sources/vocabulary.yml"


def read_vocabulary(root: Path, problems: Problems) -> Vocabulary | None:
    """The words of the project at `root`; `None` where what is wrong with them is reported."""
    if not (root / FILE).exists():
        return neutral()
    file = read_file(root, FILE, problems)
    return parse_vocabulary(file, problems) if file else None


@cache
def neutral() -> Vocabulary:
    """The words of a project that declares none."""
    text = files("dossier.load").joinpath("vocabulary.yml").read_text(encoding="utf-8")
    problems = Problems()
    vocabulary = parse_vocabulary(File("vocabulary.yml", text), problems)
    if vocabulary is None:
        raise AssertionError(f"the package's own words are broken: {list(problems)}")
    return vocabulary


def parse_vocabulary(file: File, problems: Problems) -> Vocabulary | None:
    """The words that a file declares; `None` where what is wrong with them is reported."""
    draft = parse_record(file, problems)
    return _vocabulary(draft, problems) if draft else None


def _vocabulary(draft: Draft, problems: Problems) -> Vocabulary | None:
    declared = validate(VocabularyRecord, draft, problems, check_vocabulary)
    if declared is None:
        return None
    kinds = _with_main(tuple(_kind(kind) for kind in declared.kinds))
    by_id = {kind.id: kind for kind in kinds}
    claims = {word.id: _word(word) for word in declared.claims}
    views = declared.views
    return Vocabulary(
        kinds=kinds,
        relations=tuple(
            Relation(
                relation.id,
                relation.name or _spaced(relation.id),
                relation.back,
                tuple(relation.back_of.items()),
            )
            for relation in declared.relations
        ),
        claims=tuple(claims.values()),
        sources=tuple(_word(word) for word in declared.sources),
        qualifiers=tuple(_qualifier(qualifier, by_id, claims) for qualifier in declared.qualifiers),
        network=tuple(by_id[kind] for kind in views.network) or _shown_by_itself(kinds),
        coverage=tuple(by_id[kind] for kind in views.coverage) or _shown_by_itself(kinds),
    )


def _kind(kind: KindRecord) -> Kind:
    plural = plural_of(kind.id, kind.plural)
    traits = frozenset(kind.traits)
    usual = _usual_names(traits)
    outside = OutsideNames(kind.schema_org or usual.schema_org, kind.ftm or usual.ftm)
    return Kind(
        kind.id,
        plural,
        kind.name or _spaced(kind.id),
        kind.names or _spaced(plural),
        kind.about,
        outside,
        traits,
        tuple(_type(type_, outside) for type_ in kind.types),
    )


def _type(type_: TypeRecord, of_kind: OutsideNames) -> EntityType:
    traits = frozenset(map(Trait, type_.traits))
    usual = replace(of_kind, schema_org="Country") if Trait.OUTLINE in traits else of_kind
    outside = OutsideNames(type_.schema_org or usual.schema_org, type_.ftm or usual.ftm)
    return EntityType(type_.id, type_.name or _spaced(type_.id), type_.names, outside, traits)


def _usual_names(traits: Traits) -> OutsideNames:
    """What other vocabularies call what has these traits, where nobody says it."""
    if Trait.MOMENT in traits:
        return OutsideNames("Event", FtmSchema.EVENT)
    if Trait.OUTLINE in traits:
        return OutsideNames("Country", FtmSchema.LEGAL_ENTITY)
    if Trait.POINT in traits:
        return OutsideNames("Place", FtmSchema.ADDRESS)
    return OutsideNames("Thing", FtmSchema.LEGAL_ENTITY)


def _with_main(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds, the first of them main where none is."""
    if any(Trait.MAIN in kind.traits for kind in kinds):
        return kinds
    return (replace(kinds[0], traits=kinds[0].traits | {Trait.MAIN}), *kinds[1:])


def _shown_by_itself(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """What a view shows that nobody declares: the main kinds, and where there is one alone, the next kind, too."""
    main = tuple(kind for kind in kinds if Trait.MAIN in kind.traits)
    at = kinds.index(main[-1])
    return main if len(main) > 1 else (*main, *kinds[at + 1 : at + 2])


def _qualifier(declared: QualifierRecord, kinds: Mapping[str, Kind], claims: Mapping[str, Word]) -> Qualifier:
    return Qualifier(
        declared.id,
        declared.name or _spaced(declared.id),
        declared.phrase,
        tuple(kinds[kind] for kind in declared.of),
        tuple(claims[word] for word in declared.told_by),
        tuple(
            QualifierState(state.id, state.name or _spaced(state.id), state.sign) for state in declared.states
        ),
    )


def _word(word: WordRecord) -> Word:
    return Word(word.id, word.name or _spaced(word.id))


def _spaced(name: str) -> str:
    """A name as words of running text."""
    return name.replace("-", " ").replace("_", " ")
