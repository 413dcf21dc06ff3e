"""Abbreviations and words of the glossary are explained on pages whose words are ours."""

from __future__ import annotations

from dataclasses import replace

from dossier.model.ids import EntityId
from dossier.model.public import Public
from dossier.render.terms import abbreviations, definitions, explained, glossary

SERVICE = EntityId("lighthouse-service")


def with_names(dossier: Public, *names: str) -> Public:
    """The invented corpus, with further names of two things."""
    entities = dict(dossier.corpus.entities)
    for key, name in zip((SERVICE, EntityId("pilots-guild")), names, strict=False):
        entities[key] = entities[key].model_copy(update={"aliases": (name,)})
    return replace(dossier, corpus=replace(dossier.corpus, entities=entities))


def test_an_abbreviation_stands_for_the_name_of_what_has_it(dossier: Public) -> None:
    known = abbreviations(with_names(dossier, "LSO"))
    assert known == {"LSO": "Lighthouse Service of Orsay"}
    assert (
        definitions("# The LSO\n\nIt runs. LSOs, xLSO, /LSO/", known)
        == "\n*[LSO]: Lighthouse Service of Orsay"
    )
    assert definitions("Nothing of it.", known) == ""


def test_what_two_things_are_called_is_not_explained(dossier: Public) -> None:
    assert abbreviations(with_names(dossier, "LSO", "LSO")) == {}


def test_a_word_of_the_glossary_is_explained_where_it_is_used(dossier: Public) -> None:
    known = {term.name: term.says for term in glossary(dossier)}
    assert known["As of"].startswith("The moment")
    assert explained("found in the pinned copy", {"pinned copy": "Ours", "copy": "No"}) == (
        'found in the <abbr title="Ours">pinned copy</abbr>'
    )
    assert explained("2 positions", {"position": "An answer"}) == '2 <abbr title="An answer">positions</abbr>'
