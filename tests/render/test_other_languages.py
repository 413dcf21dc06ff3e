"""Words in another language than the text around them, named by the records of works and by their script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.model.ids import WorkKey
from dossier.model.work import Work
from dossier.render.other_languages import OtherLanguages
from tests.render.page_reader import elements


def work(title: str, language: str | None) -> Work:
    return Work(WorkKey("w"), "article", "W", title, (), None, language, {}, "")


FRENCH = work("Les phares « du détroit »", "fr")


def test_a_title_is_named_with_its_language_however_its_quotation_marks_are_typed() -> None:
    other_languages = OtherLanguages.beside("en", [replace(FRENCH, title="Les phares d’en haut")])
    assert (
        other_languages.words("See “Les phares d'en haut,” 1950")
        == 'See “<span lang="fr">Les phares d&#39;en haut</span>,” 1950'
    )


@pytest.mark.parametrize(
    ("language", "works"),
    [
        pytest.param("fr", [FRENCH], id="it is the text's own language"),
        pytest.param("fr-CA", [FRENCH], id="it is a variety of it"),
        pytest.param("en", [replace(FRENCH, language=None)], id="the record names none"),
        pytest.param("en", [replace(FRENCH, title="Les phares")], id="the text prints another title"),
    ],
)
def test_a_title_is_left_alone_where(language: str, works: list[Work]) -> None:
    assert OtherLanguages.beside(language, works).stretches("Voir « Le phare ».") == ()
    if works[0].title == FRENCH.title:
        assert OtherLanguages.beside(language, works).stretches(f"Voir {FRENCH.title}.") == ()


def test_arabic_script_is_isolated_in_a_text_of_another_language_alone() -> None:
    text = "Sen, “دليل 7 منارات”, 2015"
    assert '<bdi lang="ar" dir="rtl">دليل 7 منارات</bdi>' in OtherLanguages.beside("en", []).words(text)
    assert "bdi" not in OtherLanguages.beside("ar", []).words(text)


def test_naming_changes_no_character() -> None:
    text = "« Les phares » and Les phares, دليل Les phares"
    (paragraph, *_) = elements(
        f"<p>{OtherLanguages.beside('en', [replace(FRENCH, title='Les phares')]).words(text)}</p>"
    )
    assert paragraph.text == text
