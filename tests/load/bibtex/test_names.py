from __future__ import annotations

import pytest

from dossier.load.bibtex.names import is_group, parse_names
from dossier.model.work import Name


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("{Le Matin}", [Name("Le Matin", corporate=True)]),
        (
            "{German Institute for War and Peace}",
            [Name("German Institute for War and Peace", corporate=True)],
        ),
        ("{HuffPost Maroc} and {AFP}", [Name("HuffPost Maroc", corporate=True), Name("AFP", corporate=True)]),
        ("{Morocco, Economic, Social Council}", [Name("Morocco, Economic, Social Council", corporate=True)]),
        (r"{Barnes and Noble}", [Name("Barnes and Noble", corporate=True)]),
        (
            "El Jamali, Hasnaa and Vinatier, Laurent",
            [Name("El Jamali", "Hasnaa"), Name("Vinatier", "Laurent")],
        ),
        ("Ludwig van Beethoven", [Name("van Beethoven", "Ludwig")]),
        ("al-Muti, Hamza", [Name("al-Muti", "Hamza")]),
        ("King, Jr., Martin Luther", [Name("King", "Martin Luther, Jr.")]),
        (r"Mac{\ and\ }Mahon, P.", [Name("Mac and Mahon", "P.")]),
        (r"G{\"o}del, Kurt", [Name("Gödel", "Kurt")]),
        ("Ruchti", [Name("Ruchti")]),
        (
            r"Riera-Mu\~noz, Marta and \'Alvarez, Nuria and \"Ozt\"urk, D and \O{}st, K",
            [Name("Riera-Muñoz", "Marta"), Name("Álvarez", "Nuria"), Name("Öztürk", "D"), Name("Øst", "K")],
        ),
        (
            r"{\'E}douard {\c{S}}en and {\relax Ch}ristian Ek",
            [Name("Şen", "Édouard"), Name("Ek", "Christian")],
        ),
        (r"{\'Ecole Normale} and Doe, J.~R.", [Name("École Normale", corporate=True), Name("Doe", "J. R.")]),
        (
            "given=Hans, family=Harman and given=Simon, prefix=de, family=Beumont",
            [Name("Harman", "Hans"), Name("de Beumont", "Simon")],
        ),
        (
            'family={Doe, Sons}, given="Jane" and {R&D Council}',
            [Name("Doe, Sons", "Jane"), Name("R&D Council", corporate=True)],
        ),
        ("family=Doe, given=J., suffix=Jr., useprefix=true", [Name("Doe", "J., Jr.")]),
        ("useprefix=true and family=Jones, given=Henry, uniquename=false", [Name("Jones", "Henry")]),
        ("{Simon} and {Schuster}", [Name("Simon", corporate=True), Name("Schuster", corporate=True)]),
        ("Doe, Jane AND Roe, Richard", [Name("Doe", "Jane"), Name("Roe", "Richard")]),
        ("Ennaji and others", [Name("Ennaji"), Name("others", corporate=True)]),
        ("", []),
    ],
)
def test_names_are_split_before_they_are_decoded(typed: str, names: list[Name]) -> None:
    assert list(parse_names(typed)[0]) == names


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Last, First,", "comma"),
        ("A, B, C, D", "comma"),
        ("Doe, Jane and", "no name follows"),
        ("Doe, J.; Roe, R.", "semicolon"),
        ("Smith & Wesson", "`&`"),
        ("given=Hans", "no family name"),
        ("family=Doe, middle=X", "not a part of a name"),
    ],
)
def test_names_that_cannot_be_told_apart_are_refused(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_names(typed)


@pytest.mark.parametrize(
    ("typed", "whole"), [("{A and B}", True), ("{A} and {B}", False), ("A {B}", False), ("{A {B} C}", True)]
)
def test_a_group_is_one_pair_of_braces_around_everything(typed: str, whole: bool) -> None:
    assert is_group(typed) is whole
