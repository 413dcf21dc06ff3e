"""The vocabulary of the invented corpus, and the records that take its words."""

from pathlib import Path

from dossier.load.vocabulary import read_vocabulary
from dossier.model.problem import Problems
from dossier.model.record_types import record_types
from dossier.model.vocabulary import Kind, Relation, Vocabulary


def _vocabulary() -> Vocabulary:
    vocabulary = read_vocabulary(Path(__file__).parent / "golden_corpus", Problems())
    assert vocabulary is not None
    return vocabulary


VOCABULARY = _vocabulary()
CLAIM = record_types(VOCABULARY).claim
ENTITY = record_types(VOCABULARY).entity
SOURCE = record_types(VOCABULARY).source


def kind(id: str) -> Kind:
    """The kind of entity with this id."""
    return next(kind for kind in VOCABULARY.kinds if kind.id == id)


def relation(id: str) -> Relation:
    """The relation with this id."""
    return next(relation for relation in VOCABULARY.relations if relation.id == id)
