"""The pictures of a site as readers meet them: by keyboard, by name, in both schemes, without scripts."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

PICTURES = {
    "": ("years",),
    "timeline/": ("timeline",),
    "questions/": ("questions",),
    "figures/": ("scale",),
    "map/": ("map",),
    "network/": ("network",),
    "coverage/": ("matrix",),
    "programs/*/": ("strip", "network"),
    "partners/*/": ("strip", "network"),
    "questions/*/": ("scale",),
}
"""The sorts of pictures of each kind of page."""
ALL = [(page, sort) for page, sorts in PICTURES.items() for sort in sorts]
PRINTED = [(page, sort) for page, sort in ALL if sort != "questions"]
"""The overview of questions is not: the list below it says the same."""
WIDTHS = (1280, 390)


def found(built: Built, page: str, sort: str) -> str:
    """The first page of a kind that has a picture of a sort."""
    for file in sorted(built.folder.glob(f"{page}index.html")):
        if f"drawing--{sort}" in file.read_text(encoding="utf-8"):
            return file.parent.relative_to(built.folder).as_posix().removesuffix(".") + ("/" if page else "")
    raise AssertionError(f"no page {page} has a picture {sort}")


@pytest.fixture(params=WIDTHS)
def reader(request: pytest.FixtureRequest, page_with: PageWith) -> Page:
    return page_with(request.param)


def drawing(reader: Page, sort: str) -> Locator:
    return reader.locator(f"svg.drawing--{sort}:visible").first


def named(reader: Page) -> tuple[str, str]:
    """Role and name of what is in focus, as Chromium tells them to a screen reader."""
    session = reader.context.new_cdp_session(reader)
    element = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
    tree: dict[str, Any] = session.send(
        "Accessibility.getPartialAXTree", {"objectId": element, "fetchRelatives": False}
    )
    session.detach()
    (node,) = tree["nodes"]
    return node["role"]["value"], node["name"]["value"]


@pytest.mark.parametrize(("page", "sort"), ALL)
def test_a_mark_is_reached_named_and_followed_by_keyboard(
    reader: Page, address: str, built: Built, page: str, sort: str
) -> None:
    """The picture is one stop of the Tab key; arrow keys go on in it. Of two drawings, that for the width is shown."""
    start = address + found(built, page, sort)
    reader.goto(start)
    for figure in reader.locator("figure.picture").all():
        expect(figure.locator("svg.drawing:visible")).to_have_count(1)
    picture = drawing(reader, sort)
    marks = picture.locator("a")
    marks.first.focus()
    if marks.count() > 1:
        reader.keyboard.press("ArrowRight")
        expect(marks.nth(1)).to_be_focused()
        reader.keyboard.press("Tab")
        expect(picture.locator("a:focus")).to_have_count(0)
        reader.keyboard.press("Shift+Tab")
        expect(marks.nth(1)).to_be_focused()
        reader.keyboard.press("Home")
        expect(marks.first).to_be_focused()
    role, name = named(reader)
    assert role == "link"
    assert name == marks.first.locator("title").text_content()
    target = urljoin(start, marks.first.get_attribute("href"))
    reader.keyboard.press("Enter")
    reader.wait_for_url(target)
    expect(reader.locator("article h1")).to_be_visible()


@pytest.mark.parametrize(("page", "sort"), ALL)
def test_without_scripts_every_mark_is_a_link_that_can_be_reached(
    page_with: PageWith, address: str, built: Built, page: str, sort: str
) -> None:
    reader = page_with(java_script_enabled=False)
    start = address + found(built, page, sort)
    reader.goto(start)
    mark = drawing(reader, sort).locator("a").last
    assert mark.get_attribute("tabindex") is None
    mark.focus()
    target = urljoin(start, mark.get_attribute("href"))
    reader.keyboard.press("Enter")
    reader.wait_for_url(target)


@pytest.mark.parametrize(("page", "sort"), ALL)
def test_a_picture_takes_its_colors_from_the_scheme(
    page_with: PageWith, address: str, built: Built, page: str, sort: str
) -> None:
    colors = []
    for scheme in ("light", "dark"):
        reader = page_with(color_scheme=scheme)
        reader.goto(address + found(built, page, sort))
        text = drawing(reader, sort).locator("text").first
        shape = drawing(reader, sort).locator("a :is(circle, rect, path):not(.hit)").first
        colors.append(
            (
                text.evaluate("e => getComputedStyle(e).fill"),
                shape.evaluate("e => [getComputedStyle(e).fill, getComputedStyle(e).stroke].join()"),
            )
        )
    light, dark = colors
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_no_picture_leads_where_the_rest_of_its_page_does_not(built: Built) -> None:
    seen = 0
    for file in sorted(built.folder.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        drawn = re.findall(r'<svg [^>]*class="drawing.*?\n</svg>', html, re.DOTALL)
        if drawn:
            article = html.partition("<article")[2]
            for svg in drawn:
                article = article.replace(svg, "")
            beside = set(re.findall(r'href="([^"]*)"', article))
            marks = {href for svg in drawn for href in re.findall(r'<a href="([^"]*)"', svg)}
            assert marks <= beside, (file, marks - beside)
            seen += len(marks)
    assert seen > len(ALL)


# The timeline narrowed


def moments(built: Built) -> list[dict[str, Any]]:
    found_: list[dict[str, Any]] = json.loads(
        (built.folder / "data/timeline.json").read_text(encoding="utf-8")
    )
    return found_


def test_the_address_narrows_the_timeline_and_chips_undo_it(reader: Page, address: str, built: Built) -> None:
    claims = {
        claim["id"]: claim
        for claim in json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    }
    dated = moments(built)
    wanted = [
        moment
        for moment in dated
        if any("brenn" in (*claims[key]["about"], *claims[key]["speaker"]) for key in moment["claims"])
    ]
    reader.goto(f"{address}timeline/?partner=brenn")
    entries, marks = (
        reader.locator(".timeline__entry:visible"),
        reader.locator("svg.drawing--timeline a:visible"),
    )
    expect(reader.get_by_role("status")).to_have_text(f"{len(wanted)} of {len(dated)} moments")
    expect(entries).to_have_count(len(wanted))
    expect(marks).to_have_count(len(wanted))
    chip = reader.get_by_role("button", name="Remove Partner: Brenn")
    chip.focus()
    reader.keyboard.press("Enter")
    expect(entries).to_have_count(len(dated))
    assert reader.url == f"{address}timeline/"
    reader.go_back()
    expect(entries).to_have_count(len(wanted))
    reader.go_forward()
    expect(marks).to_have_count(len(dated))


def test_choices_stand_in_the_address_and_hold_together(reader: Page, address: str, built: Built) -> None:
    reader.goto(f"{address}timeline/")
    reader.get_by_label("Source").select_option("keepers2019")
    reader.get_by_label("Kind of claim").select_option("event")
    assert reader.url == f"{address}timeline/?source=keepers2019&kind=event"
    shown = reader.locator(".timeline__claim:visible")
    assert shown.count()
    for claim in shown.all():
        assert claim.get_attribute("data-source") == "keepers2019"
        assert claim.get_attribute("data-kind") == "event"
    for heading in reader.locator("article h2:visible").all():
        assert heading.locator("xpath=following-sibling::ol[1]").locator(".timeline__claim:visible").count()
    reader.get_by_role("button", name="Show all moments").click()
    assert reader.url == f"{address}timeline/"
    expect(reader.locator(".timeline__entry:visible")).to_have_count(len(moments(built)))


@pytest.mark.parametrize("query", ["?partner=atlantis", "?nonsense=1", "?partner=%22%3E%3Cb%3E"])
def test_an_address_that_asks_for_nothing_we_have_shows_all(
    reader: Page, address: str, built: Built, query: str
) -> None:
    reader.goto(f"{address}timeline/{query}")
    expect(reader.locator(".timeline__entry:visible")).to_have_count(len(moments(built)))
    expect(reader.locator(".chip")).to_have_count(0)


def test_a_program_leads_to_its_part_of_the_timeline(reader: Page, address: str, built: Built) -> None:
    reader.goto(address + found(built, "programs/*/", "strip"))
    dots = drawing(reader, "strip").locator("a").count()
    reader.get_by_role("link", name="The same on the timeline").click()
    assert "?program=" in reader.url
    expect(reader.locator(".timeline__entry:visible")).to_have_count(dots)


def test_the_timeline_is_narrowed_in_a_file_too(reader: Page, built: Built) -> None:
    reader.goto((built.folder / "timeline/index.html").as_uri() + "?partner=brenn")
    expect(reader.get_by_role("button", name="Remove Partner: Brenn")).to_be_visible()
    reader.get_by_role("button", name="Remove Partner: Brenn").click()
    expect(reader.locator(".timeline__entry:visible")).to_have_count(len(moments(built)))


def test_on_a_phone_each_year_of_a_long_timeline_is_where_its_link_leads(
    page_with: PageWith, address: str
) -> None:
    reader = page_with(390)
    reader.goto(f"{address}timeline/")
    reader.locator(".timeline__entry").evaluate_all(
        "all => all.forEach(e => e.after(...Array.from({ length: 30 }, () => e.cloneNode(true))))"
    )
    years = reader.locator(".years a")
    places = []
    for year in years.all()[:-1]:  # nothing is below the last to scroll to
        year.click()
        heading = reader.locator(str(year.get_attribute("href")))
        places.append(round(heading.evaluate("e => e.getBoundingClientRect().top")))
        reader.go_back()
    assert max(places) - min(places) <= 2, places
    assert 0 < min(places) < 200


def test_on_a_phone_no_picture_is_wider_than_the_screen(
    page_with: PageWith, address: str, built: Built
) -> None:
    reader = page_with(390)
    wider = "all => all.filter((e) => e.scrollWidth > e.clientWidth).length"
    scrolls = []
    for path in kinds_of_page(built):
        reader.goto(address + path)
        if reader.locator(".picture__frame").evaluate_all(wider):
            scrolls.append(path)
    assert scrolls == []


def test_on_a_phone_no_picture_is_cut_and_its_words_can_be_read(
    page_with: PageWith, address: str, built: Built
) -> None:
    """As large as 11 pixels on the screen, whatever a drawing is scaled by."""
    reader = page_with(390)
    seen = 0
    for path in kinds_of_page(built):
        reader.goto(address + path)
        words = reader.locator(".drawing:visible text").evaluate_all(
            """all => all.map(text => {
              const { left, right } = text.getBoundingClientRect();
              const { a, b } = text.getScreenCTM();
              return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b), left, right];
            })"""
        )
        assert [said for said, size, _, _ in words if size < 11] == [], path
        assert [said for said, _, left, right in words if left < 0 or right > 390] == [], path
        seen += len(words)
    assert seen > 50


def test_on_a_phone_every_mark_of_the_timeline_has_a_name_and_room_for_a_finger(
    page_with: PageWith, address: str
) -> None:
    reader = page_with(390)
    reader.goto(f"{address}timeline/")
    marks = drawing(reader, "timeline").locator("a")
    sizes = marks.evaluate_all(
        "all => all.map(a => a.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
    )
    assert min(sizes) >= 24
    for mark in marks.all():
        assert mark.locator("text").text_content()


@pytest.mark.parametrize(("kind", "sort"), PRINTED)
def test_a_printed_picture_is_whole(
    page_with: PageWith, address: str, built: Built, kind: str, sort: str
) -> None:
    """Each mark is a link of the PDF, so Chromium tells where it is on paper; what it cuts off has no place there."""
    margin, points = 40, 0.75  # CSS pixels, and points in one of them
    reader = page_with(794 - 2 * margin)
    reader.goto(f"{address}{found(built, kind, sort)}")
    reader.emulate_media(media="print")
    drawn = drawing(reader, sort)
    ends = drawn.evaluate(
        "e => [...e.querySelectorAll('text')].map(text => text.getBoundingClientRect().right)"
    )
    assert max(ends) <= reader.evaluate("document.documentElement.clientWidth")
    drawn.evaluate("e => document.querySelector('.page').replaceChildren(e.closest('.picture'))")
    marks = drawn.evaluate(
        "e => [...e.querySelectorAll('a')].map(a => new URL(a.href.baseVal, a.baseURI).href)"
    )
    side = f"{margin}px"
    paper = reader.pdf(format="A4", margin={"left": side, "right": side, "top": side, "bottom": side})
    links = re.findall(rb"/Rect \[([\d.]+) [\d.]+ ([\d.]+) [\d.]+\]\n/A <<[^>]*/URI \((.*?)\)>>", paper)
    assert set(marks) <= {link.decode() for _, _, link in links}
    for left, right, _ in links:
        assert margin * points <= float(left) < float(right) <= (794 - margin) * points


def test_the_lines_of_a_node_stand_out_while_it_is_in_focus(page_with: PageWith, address: str) -> None:
    reader = page_with()
    reader.goto(f"{address}network/")
    reader.locator("svg.drawing--network a").first.focus()
    expect(reader.locator(".tie.is-lit")).not_to_have_count(0)
    reader.keyboard.press("Tab")
    expect(reader.locator(".tie.is-lit")).to_have_count(0)
