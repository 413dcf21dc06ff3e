"""No text slips into a page unsafe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from dossier.leaves.arabic import title, within, words
from dossier.leaves.markup import safe
from dossier.leaves.numbers import counted
from dossier.render.environment import environment
from tests.render.page_reader import elements

_HOSTILE = [
    "*not* _em_ `code`",
    "<b>bold</b> & <script>",
    "1986. A great year",
    "{{ x }} {% y %} {#z}",
    "[a](b) ![c](d)",
    "```\n# x",
]


@pytest.mark.parametrize("text", _HOSTILE)
def test_hostile_text_reads_as_it_was_written(text: str) -> None:
    page = (
        environment()
        .from_string('# {{ t }} {#top}\n\n<p title="{{ t }}">{{ t }}</p>\n\nA {{ t }}')
        .render(t=text)
    )
    heading, *others = elements(page)
    shown = [heading.text, *(other.text for other in others if other.tag == "p")]
    assert [one.removeprefix("A ") for one in shown] == [
        " ".join(text.split()) if "\n" in text else text
    ] * 3 or "\n" in text
    assert {element.tag for element in others} == {"p"}
    assert others[0].attributes["title"] == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1))
def test_whatever_the_text_raw_html_gives_it_back(text: str) -> None:
    (paragraph,) = elements(f"<p>{safe(text)}</p>")
    expected = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)
    assert paragraph.text == expected


@given(st.text("abc دل7 ., “”", min_size=1))
def test_setting_arabic_apart_changes_no_character(text: str) -> None:
    (paragraph, *_) = elements(f"<p>{words(text)}</p>")
    assert paragraph.text == text


def test_ids_stay_as_they_are() -> None:
    assert environment().from_string("## x {#{{ id }}}").render(id="a-b-1") == "## x {#a-b-1}"


def test_markup_stays_as_it_is() -> None:
    assert environment().from_string("{{ m }}").render(m=Markup("<b>*</b>")) == "<b>*</b>"


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_templates_never_join_texts_or_call_them_safe(root: Path) -> None:
    """Such operators escape for HTML alone, which is not enough in Markdown."""
    for template in (root / "dossier/render/templates").rglob("*.*"):
        for code in re.findall(r"\{[{%].*?[}%]\}", template.read_text(encoding="utf-8"), re.DOTALL):
            plain = re.sub(r'"[^"]*"|\'[^\']*\'', "", code)
            assert "~" not in plain, template.name
            assert not re.search(r"\|\s*(join|safe|format|e|escape|replace)\b", plain), template.name


@pytest.mark.parametrize(("number", "said"), [(0, "0 claims"), (1, "1 claim"), (1234, "1,234 claims")])
def test_numbers_agree_with_their_nouns(number: int, said: str) -> None:
    assert counted(number, "claim") == said


def test_a_title_in_arabic_script_is_isolated_with_its_year_and_a_name_without() -> None:
    assert title("منارات أورسي 1985") == '<bdi lang="ar" dir="rtl">منارات أورسي 1985</bdi>'
    assert title("Lights 1985") == "Lights 1985"
    assert words("الحارث 2020") == '<bdi lang="ar" dir="rtl">الحارث</bdi> 2020'
    assert words("under “منارات 1985”") == 'under “<bdi lang="ar" dir="rtl">منارات 1985</bdi>”'


def test_in_html_what_is_isolated_already_stays_as_it_is() -> None:
    html = '<em>سين</em>, “<bdi lang="ar" dir="rtl">منارات</bdi>,” 2015'
    assert within(html) == html.replace("سين", '<bdi lang="ar" dir="rtl">سين</bdi>')
