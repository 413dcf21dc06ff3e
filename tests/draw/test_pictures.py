"""What holds for every picture, whatever it shows."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from dossier.draw.matrix import MatrixRow, draw_matrix
from tests.draw.conftest import Drawn
from tests.draw.reader import SVG, links_of, marks, parse, without_pictures, words_of

SHAPES = {"circle", "line", "path", "rect", "svg", "text"}
NUMBERS = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height", "stroke-width"}


def test_pictures_carry_no_ids_styles_scripts_or_colors_of_their_own(drawn: dict[str, list[str]]) -> None:
    for page, pictures in drawn.items():
        for svg in pictures:
            for element in parse(svg).iter():
                assert element.tag.removeprefix(SVG) in {*SHAPES, "a", "g", "title"}, page
                assert not {"id", "style", "fill", "stroke", "font-family"} & set(element.attrib), page
                assert not [name for name in element.attrib if name.startswith("on")], page


def test_coordinates_are_whole_numbers(drawn: dict[str, list[str]]) -> None:
    for pictures in drawn.values():
        for svg in pictures:
            for element in parse(svg).iter():
                for name in NUMBERS & set(element.attrib):
                    assert re.fullmatch(r"-?[0-9]+", element.attrib[name]), element.attrib
                assert re.fullmatch(r"[-0-9 MLCZahvz]*", element.get("d", "")), svg


def test_nothing_is_wider_or_higher_than_nothing(drawn: dict[str, list[str]]) -> None:
    for pictures in drawn.values():
        for svg in pictures:
            for element in parse(svg).iter():
                for name in {"width", "height", "r"} & set(element.attrib):
                    assert int(element.attrib[name]) > 0, element.attrib


def test_a_picture_has_a_name_and_every_mark_of_it_has_one(drawn: dict[str, list[str]]) -> None:
    for page, pictures in drawn.items():
        for svg in pictures:
            root = parse(svg)
            assert root.get("role") == "group"
            assert root.get("aria-label"), page
            found = list(marks(svg))
            assert found, page
            assert all(mark.href and mark.name for mark in found), page


def test_names_for_those_who_see_are_not_read_twice(drawn: dict[str, list[str]]) -> None:
    """Whatever is outside of links is hidden from screen readers, but for headings of groups."""
    for pictures in drawn.values():
        for svg in pictures:
            for group in parse(svg).iter(f"{SVG}g"):
                hidden = group.get("aria-hidden") == "true"
                assert hidden is (group.get("aria-label") is None)
                assert not hidden or group.find(f".//{SVG}a") is None


def test_every_mark_leads_to_a_page(drawn: dict[str, list[str]], pages: dict[str, str]) -> None:
    for page, pictures in drawn.items():
        for svg in pictures:
            for mark in marks(svg):
                assert reached(page, mark.href) in pages, f"{page} {mark.href}"


def reached(page: str, href: str) -> str:
    """The address to which a link of a page leads."""
    back, _, rest = re.fullmatch(r"((\.\./)*)(.*)", href.partition("#")[0]).groups()  # type: ignore[union-attr]
    steps = [step for step in page.split("/") if step]
    kept = steps[: len(steps) - back.count("../")]
    parts = [*kept, *(part for part in rest.split("/") if part not in {"", "."})]
    return "".join(f"{part}/" for part in parts)


def test_no_picture_leads_where_the_rest_of_its_page_does_not(
    drawn: dict[str, list[str]], pages: dict[str, str]
) -> None:
    for page, pictures in drawn.items():
        beside = links_of(without_pictures(pages[page]))
        for svg in pictures:
            missing = {mark.href for mark in marks(svg)} - beside
            assert missing == set(), page


def test_no_picture_says_a_number_that_its_page_does_not(
    drawn: dict[str, list[str]], pages: dict[str, str]
) -> None:
    """The years on a narrow screen, some together, are sums of those on a wide one."""
    for page, pictures in drawn.items():
        beside = set(re.findall(r"[0-9][0-9,.]*", words_of(without_pictures(pages[page]))))
        for svg in pictures:
            for mark in () if "drawing--years drawing--narrow" in svg else marks(svg):
                said = {number.rstrip(".,") for number in re.findall(r"[0-9][0-9,.]*", mark.name)}
                assert said <= {number.rstrip(".,") for number in beside}, f"{page}: {mark.name}"


def test_a_picture_stands_in_a_figure_with_words_beside_it(
    drawn: dict[str, list[str]], pages: dict[str, str]
) -> None:
    for page in drawn:
        assert pages[page].count("<figcaption>") == pages[page].count('<figure class="picture')


@pytest.mark.parametrize("kind", ["programs", "partners"])
def test_every_program_and_partner_shows_its_dates_or_says_that_it_has_none(
    dossier: Drawn, pages: dict[str, str], kind: str
) -> None:
    for entity in dossier.public.corpus.entities.values():
        page = entity.address
        if entity.kind.plural == kind:
            strip = bool(dossier.pictures(page, "strip"))
            assert strip is not ("No claim about it has a date." in words_of(pages[page])), page


def test_words_in_arabic_script_are_isolated_from_the_numbers_beside_them() -> None:
    """In labels, in what is said of marks, and in the name of the picture."""
    row = MatrixRow(Markup("x/"), "الحارث 2020", (4,))
    svg = draw_matrix("Claims of الحارث 2020", ["a"], [row])
    assert "الحارث 2020" not in svg
    assert svg.count("\u2067الحارث\u2069 2020") == 3 * svg.count("<svg")
