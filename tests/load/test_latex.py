from __future__ import annotations

import pytest

from dossier.load.latex import UnreadableLatexError, decode, is_group, parse_names
from dossier.model.work import Name


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"UNESCO \& Conseil", "UNESCO & Conseil"),
        (r"caf\'e, G{\"o}del, {DNA}", "café, Gödel, DNA"),
        (r"al-Qa\textasciigrave{}ida", "al-Qa`ida"),
        ("2005--2016 --- ``quoted''", "2005–2016 — “quoted”"),
        ("two\n      lines", "two lines"),
        ("Le~Matin", "Le Matin"),
        ("بـ“عمل إرهابي” في المغرب", "بـ“عمل إرهابي” في المغرب"),
        ("100 % of {DNA}", "100 % of DNA"),
        (r"50\% of all", "50% of all"),
        ("R&D costs $5 at #1_a", "R&D costs $5 at #1_a"),
    ],
)
def test_a_value_reads_as_its_author_means_it(typed: str, read: str) -> None:
    assert decode(typed) == read


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
        ("Ennaji and others", [Name("Ennaji"), Name("others", corporate=True)]),
        ("", []),
    ],
)
def test_names_are_split_before_they_are_decoded(typed: str, names: list[Name]) -> None:
    assert list(parse_names(typed)) == names


@pytest.mark.parametrize("typed", ["Last, First,", "A, B, C, D"])
def test_names_that_cannot_be_told_apart_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="comma"):
        parse_names(typed)


@pytest.mark.parametrize(
    ("typed", "whole"), [("{A and B}", True), ("{A} and {B}", False), ("A {B}", False), (r"{A\}B}", True)]
)
def test_a_group_is_one_pair_of_braces_around_everything(typed: str, whole: bool) -> None:
    assert is_group(typed) is whole


@pytest.mark.parametrize(
    "typed",
    [
        r"\href{a}",
        r"\href",
        r"\input",
        r"\sqrt",
        r"\footnote",
        r"\textcolor",
        r"\title",
        r"\url",
        r"\frac",
        r"\ensuremath",
        r"\verb",
        r"\begin{array}",
        r"\begin{array}x\end{array}",
        r"\today",
        r"\maketitle",
        "{" * 10_000 + "}" * 10_000,
        r"\textit{" * 3_000,
    ],
)
def test_latex_that_no_text_can_be_made_of_is_refused_in_a_sentence_and_without_a_warning(
    typed: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UnreadableLatexError):
        decode(f"Seen {typed}")
    assert caplog.text == ""
