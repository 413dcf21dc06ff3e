"""Pages of sources in a browser: what the eye sees, what the keyboard reaches, what stands where."""

import json
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.pipeline import check
from tests.copying import check_copies, check_finds
from tests.layout import check_side_notes, words_cut_off
from tests.shared_pages import PageWith
from tests.sites import PATH, Built

pytestmark = pytest.mark.browser

TEXTS = ("gazette2021", "keepers2019", "letter2020")
SOURCES = (*TEXTS, "memo2022")  # of the last, nothing but the quoted words may be shown
WIDE = (1280, 1600)
NARROW = 390
COLOR_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def page(page_with: PageWith) -> Page:
    return page_with(WIDE[0])


def split_claim(built: Built) -> dict[str, Any]:
    """The claim whose words stand in the most pieces."""
    claims: list[dict[str, Any]] = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    return max(claims, key=lambda claim: len(claim["evidence"]["pieces"]))


def tab_to(page: Page, selector: str, most: int) -> None:
    """Press Tab until what has the focus is what is looked for."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached with {most} steps of the keyboard")


@pytest.mark.parametrize("source", TEXTS)
def test_the_keyboard_alone_leads_from_the_top_of_a_text_to_a_claim_and_back(
    page: Page, address: str, source: str
) -> None:
    page.goto(f"{address}sources/{source}/")
    tab_to(page, "a.skip", 40)
    page.keyboard.press("Enter")
    tab_to(page, "a.marker", 3)
    claim = page.evaluate("document.activeElement.dataset.claim")
    lit = page.locator("mark.lit").evaluate_all("all => all.map(mark => mark.dataset.claims.split(' '))")
    assert lit
    assert all(claim in claims for claims in lit)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/claims/{claim}/")
    tab_to(page, f"article a[href$='#{claim}']", 40)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sources/{source}/#{claim}")
    expect(page.locator(f"[id='{claim}'] mark").first).to_be_in_viewport()
    tab_to(page, f"a.marker[data-claim='{claim}']", 12)


@pytest.mark.parametrize("width", [*WIDE, NARROW])
def test_arriving_from_a_claim_lights_every_piece_below_the_header(
    page_with: PageWith, address: str, built: Built, width: int
) -> None:
    claim = split_claim(built)
    pieces = f"[id='{claim['id']}'] mark, [id^='{claim['id']}--'] mark"
    page = page_with(width)
    page.goto(address + claim["source_url"])
    expect(page.locator("mark.arrived")).to_have_count(page.locator(pieces).count())
    assert page.locator(pieces).count() > 1
    below = page.locator("header.md-header").evaluate("header => header.getBoundingClientRect().bottom")
    first = page.locator(f"[id='{claim['id']}']").evaluate("piece => piece.getClientRects()[0].top")
    assert below <= first < 450


def test_without_scripts_the_first_piece_is_lit_and_everything_is_there(
    page_with: PageWith, address: str, built: Built
) -> None:
    claim = split_claim(built)
    page = page_with(NARROW, java_script_enabled=False)
    page.goto(address + claim["source_url"])
    lines = "mark => getComputedStyle(mark).textDecorationThickness"
    assert page.locator(f"[id='{claim['id']}'] mark").evaluate(lines) == "2px"
    assert page.locator("mark:not(span:target mark)").first.evaluate(lines) == "auto"
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    fold = page.locator(".margin > summary").first
    fold.click()
    expect(page.locator(".margin__claim").first).to_be_visible()


@pytest.mark.parametrize("width", [WIDE[0], NARROW])
def test_without_scripts_colors_follow_the_system_and_the_margin_the_width(
    page_with: PageWith, address: str, width: int
) -> None:
    backgrounds = set()
    for scheme in COLOR_SCHEMES:
        page = page_with(width, java_script_enabled=False, color_scheme=scheme)
        page.goto(f"{address}sources/keepers2019/")
        expect(page.locator("a.marker").first).to_be_visible()
        assert page.locator(".margin__claim").first.is_visible() == (width == WIDE[0])
        backgrounds.add(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
    assert len(backgrounds) == len(COLOR_SCHEMES)


def test_every_claim_has_a_number_in_its_source_and_a_screen_reader_hears_no_more_in_the_text(
    page: Page, address: str, built: Built
) -> None:
    claims = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    seen = set()
    for source in SOURCES:
        page.goto(f"{address}sources/{source}/")
        markers = page.locator("article a.marker").evaluate_all(
            "all => all.map(marker => [marker.dataset.claim, marker.dataset.number, marker.getAttribute('aria-label')])"
        )
        assert [int(number) for _, number, _ in markers] == list(range(1, len(markers) + 1)), source
        assert [name for *_, name in markers] == [f"Claim {number}" for _, number, _ in markers]
        seen |= {claim for claim, *_ in markers}
    assert seen == {claim["id"] for claim in claims}


def test_the_text_is_plain_until_what_is_quoted_is_asked_for(page_with: PageWith, address: str) -> None:
    page = page_with(WIDE[0], color_scheme="dark")  # of its own: it remembers
    page.goto(f"{address}sources/keepers2019/")
    quoted = page.locator("article .text mark").first
    line = "mark => getComputedStyle(mark).textDecorationLine"
    assert quoted.evaluate(line) == "none"
    assert quoted.evaluate("mark => getComputedStyle(mark, '::before').height") != "auto"
    page.mouse.move(
        *quoted.evaluate(
            "mark => [mark.getBoundingClientRect().right - 5, mark.getBoundingClientRect().top + 5]"
        )
    )
    assert quoted.evaluate(line) == "underline"
    page.mouse.move(0, 0)
    page.get_by_role("button", name="Show what is quoted").click()
    page.goto(f"{address}sources/gazette2021/")
    assert page.locator("article .text mark").first.evaluate(line) == "underline"


def test_a_note_shows_on_focus_and_on_hover_stays_under_the_pointer_and_leaves_on_escape(
    page: Page, address: str
) -> None:
    page.goto(f"{address}sources/keepers2019/")
    tip = page.locator("#reading--tip")
    reference = page.locator("#ref-1")
    reference.focus()
    expect(tip).to_contain_text("The wreck is told in full")
    assert reference.get_attribute("aria-describedby") == "reading--tip"
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(reference).to_be_focused()
    reference.hover()
    expect(tip).to_be_visible()
    box = reference.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] + 2)
    page.wait_for_timeout(100)
    tip.hover()
    page.wait_for_timeout(600)
    expect(tip).to_be_visible()
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_on_a_narrow_screen_a_marked_passage_shows_its_statements_when_touched(
    page_with: PageWith, address: str, built: Built
) -> None:
    claims = json.loads((built.folder / "data/claims.json").read_text(encoding="utf-8"))
    statements = {claim["id"]: claim["statement"] for claim in claims}
    page = page_with(NARROW, has_touch=True)
    page.goto(f"{address}sources/keepers2019/")
    shared = page.locator("mark[data-claims*=' ']").first
    shared.tap()
    panel = page.locator("#reading--tip")
    for claim in (shared.get_attribute("data-claims") or "").split():
        expect(panel).to_contain_text(statements[claim])
    numbers = [int(number) for number in panel.locator(".margin__number").all_text_contents()]
    assert len(numbers) > 1
    assert numbers == sorted(numbers)
    expect(panel).to_contain_text(f"{len(numbers)} claims quote these words")
    expect(panel).to_be_in_viewport(ratio=1)
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_be_hidden()
    shared.tap()
    page.locator("h1").tap()
    expect(panel).to_be_hidden()


def test_statements_that_are_more_than_the_panel_holds_scroll_and_it_says_so(
    page_with: PageWith, address: str
) -> None:
    page = page_with(NARROW, has_touch=True)
    page.goto(f"{address}sources/keepers2019/")
    page.locator(".margin__claim > a").evaluate_all(
        "all => all.forEach(link => link.append(' more'.repeat(99)))"
    )
    page.locator("mark[data-claims*=' ']").first.tap()
    panel = page.locator("#reading--tip")
    expect(panel).to_contain_text("scroll for more")
    expect(panel).to_be_in_viewport(ratio=1)
    assert panel.locator(".tip__body").evaluate(
        "body => body.scrollHeight > body.clientHeight && body.tabIndex === 0"
    )


def test_the_switches_work_by_keyboard_and_are_remembered(page_with: PageWith, address: str) -> None:
    page = page_with(WIDE[0], color_scheme="light")  # of its own: it remembers
    page.goto(f"{address}sources/keepers2019/")
    marks = page.get_by_role("button", name="Hide the numbers")
    letters = page.get_by_role("button", name="Letters as supplied")
    first = page.locator("#p--1")
    expect(first).to_contain_text("It employed about forty")
    marks.focus()
    page.keyboard.press("Enter")
    tab_to(page, "button", 1)
    page.keyboard.press("Space")
    for button in (marks, letters):
        expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("a.marker").first).to_be_hidden()
    expect(page.locator(".margin__claim").first).to_be_hidden()
    expect(first).to_contain_text("it employed about forty")
    page.reload()
    expect(page.locator("a.marker").first).to_be_hidden()
    expect(first).to_contain_text("it employed about forty")
    page.get_by_role("button", name="Hide the numbers").click()
    page.get_by_role("button", name="Letters as supplied").click()
    page.goto(f"{address}sources/gazette2021/")
    expect(page.locator("a.marker").first).to_be_visible()


def clipboard(page: Page) -> list[str]:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("navigator.clipboard.readText()")).split("\n")


def test_words_of_a_source_are_copied_with_whose_they_are_and_where(
    page: Page, address: str, built: Built
) -> None:
    claim = split_claim(built)
    page.goto(address + claim["source_url"])
    page.locator(f"[id='{claim['id']}'] mark").first.click()
    page.locator("#reading--tip").get_by_role("button", name="the words").click()
    words, reference = clipboard(page)
    place = f"paragraph {claim['evidence']['locator']['paragraph']}"
    assert words == f"“{claim['evidence']['exact']}” (Gazette 2021, paragraph 1 to {place})"
    assert f", paragraph 1 to {place}, in " in reference
    assert reference.endswith(f" https://example.org{PATH}{claim['source_url']}.")


def test_words_that_are_selected_are_copied_with_the_same(page: Page, address: str) -> None:
    page.goto(f"{address}sources/keepers2019/")
    page.locator("#p--2").evaluate("text => getSelection().selectAllChildren(text)")
    panel = page.locator("#reading--tip")
    expect(panel).to_contain_text("Selected words")
    selected = page.evaluate("getSelection().toString()")
    panel.get_by_role("button", name="the words").click()
    words, reference = clipboard(page)
    assert words == f"“{selected}” (Lind 2019, paragraph 2)"
    assert reference.endswith(f" https://example.org{PATH}sources/keepers2019/#p--2.")


@pytest.mark.parametrize("source", TEXTS)
@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (1600, True), (1280, False)])
def test_side_notes_meet_neither_each_other_nor_the_text(
    page_with: PageWith, address: str, source: str, width: int, scripts: bool
) -> None:
    page = page_with(width, java_script_enabled=scripts)
    page.goto(f"{address}sources/{source}/")
    check_side_notes(page, width)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("width", [1280, NARROW])
def test_nothing_is_cut_off_at_an_edge(page_with: PageWith, address: str, source: str, width: int) -> None:
    page = page_with(width)
    page.goto(f"{address}sources/{source}/")
    assert words_cut_off(page) == []


@pytest.mark.parametrize("width", [WIDE[0], NARROW])
@pytest.mark.parametrize("source", ["gazette2021", "keepers2019"])
def test_what_is_copied_is_the_reading_text_alone(
    page_with: PageWith, address: str, built: Built, source: SourceKey, width: int
) -> None:
    page = page_with(width)
    page.goto(f"{address}sources/{source}/")
    check_copies(page, check(built.project, Problems()).readings[source])


@pytest.mark.parametrize("width", [WIDE[0], NARROW])
def test_words_are_found_across_the_number_of_a_claim(page_with: PageWith, address: str, width: int) -> None:
    page = page_with(width)
    page.goto(f"{address}sources/keepers2019/")
    check_finds(page)


def test_titles_in_other_languages_are_named_and_arabic_ones_run_from_right_to_left(
    page: Page, address: str
) -> None:
    page.goto(f"{address}sources/keepers2019/")
    texts = page.locator("article").evaluate(
        """article => {
          const found = [];
          const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode.data;
            if (/[\\u0600-\\u06ff]/.test(text)) found.push([text, Boolean(texts.currentNode.parentElement.closest("bdi[lang=ar][dir=rtl]"))]);
          }
          return found;
        }"""
    )
    assert texts
    assert [text for text, isolated in texts if not isolated] == []
    page.goto(f"{address}sources/gazette2021/")
    assert page.locator(".notes [lang=fr]").all_text_contents() == ["Deux feux et une corne"]


def test_on_paper_the_text_has_its_numbers_and_none_of_the_tools_of_a_screen(
    page_with: PageWith, address: str
) -> None:
    page = page_with(WIDE[1])
    for source in SOURCES:
        page.goto(f"{address}sources/{source}/")
        page.emulate_media(media="print")
        expect(page.locator("a.marker").first).to_be_visible()
        for unwanted in (".side", "button", ".margin", ".md-header", ".md-tabs"):
            for found in page.locator(unwanted).all()[:3]:
                expect(found).to_be_hidden()
        page.emulate_media(media="null")
