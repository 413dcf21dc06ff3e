"""Previews of links: under the mouse, in focus, by a tap on a cue; they say what is there and lead to the very place."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.shared_pages import PageWith
from tests.sites import Built

pytestmark = pytest.mark.browser

SMALLEST_TARGET = 24


@pytest.fixture
def reader(page_with: PageWith, address: str) -> Page:
    page = page_with()
    page.goto(f"{address}notes/first-light/")
    return page


def preview(page: Page) -> Locator:
    return page.get_by_role("group", name="Preview")


def cited(page: Page) -> Locator:
    """The first citation of a claim."""
    return page.locator(".cite a[href*='claims/']").first


def test_a_claim_shows_its_statement_and_the_words_in_their_sentence(reader: Page) -> None:
    link = cited(reader)
    target = link.evaluate("e => e.href")
    link.hover()
    expect(preview(reader)).to_be_visible()
    first, second = preview(reader).get_by_role("link").all()
    assert first.evaluate("e => e.href") == target
    words = second.evaluate("e => e.href")
    claim = urlsplit(target).path.rstrip("/").rpartition("/")[2]
    assert words.endswith(f"#{claim}")
    quoted = preview(reader).locator("blockquote mark").all_inner_texts()
    expect(preview(reader)).to_contain_text("found in the pinned copy")
    second.click()
    reader.wait_for_url(words)
    on_page = "".join(reader.locator(f"mark[data-claims~='{claim}']").all_inner_texts())
    assert "".join(quoted).split() == on_page.split()


def test_the_mouse_may_go_into_a_preview_and_out_of_it_closes_it(reader: Page) -> None:
    cited(reader).hover()
    expect(preview(reader)).to_be_visible()
    preview(reader).hover()
    reader.wait_for_timeout(400)
    expect(preview(reader)).to_be_visible()
    reader.mouse.move(2, 890)
    expect(preview(reader)).to_be_hidden()


def test_by_keyboard_a_preview_opens_is_gone_through_and_closes(reader: Page) -> None:
    link = cited(reader)
    link.evaluate(
        "e => { const before = document.createElement('button'); before.id = 'before'; e.before(before); before.focus(); }"
    )
    reader.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(preview(reader)).to_be_visible()
    reader.keyboard.press("Tab")
    assert preview(reader).evaluate("e => e.contains(document.activeElement)")
    reader.keyboard.press("Escape")
    expect(preview(reader)).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.parametrize(
    ("page", "link", "words"),
    [
        ("explore/", ".columns a[href*='events/loss-of-the-halcyon/']", "Event"),
        ("explore/", ".columns a[href*='questions/founding/']", "1873"),
        ("questions/founding/", "article a[href*='bibliography/#ferro1988']", "Ferro"),
        ("notes/", "article a[href*='first-light/']", "Note"),
    ],
)
def test_names_questions_works_and_notes_show_what_they_are(
    page_with: PageWith, address: str, page: str, link: str, words: str
) -> None:
    reader = page_with()
    reader.goto(address + page)
    reader.locator(link).first.hover()
    expect(preview(reader)).to_contain_text(words)


def test_a_tap_on_the_cue_opens_a_preview_and_a_tap_beside_it_closes_it(
    page_with: PageWith, address: str
) -> None:
    reader = page_with(390, has_touch=True, is_mobile=True)
    reader.goto(f"{address}notes/first-light/")
    cue = reader.get_by_role("button", name="Preview: ").first
    box = cue.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= SMALLEST_TARGET
    cue.tap()
    expect(preview(reader)).to_be_visible()
    expect(cue).to_have_attribute("aria-expanded", "true")
    reader.locator("h1").tap()
    expect(preview(reader)).to_be_hidden()
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_cue_covers_no_more_than_a_tenth_of_its_link_and_nothing_of_the_one_behind(
    page_with: PageWith, address: str
) -> None:
    reader = page_with(390, has_touch=True, is_mobile=True)
    covered = """() => [...document.querySelectorAll(".cue")].map(cue => {
      const { left, right, top, bottom } = cue.getBoundingClientRect();
      const shared = box => Math.max(0, Math.min(right, box.right) - Math.max(left, box.left))
        * Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top));
      const [link, behind] = [cue.previousElementSibling, cue.nextElementSibling];
      const boxes = [...link.getClientRects()];
      const whole = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
      const under = boxes.reduce((sum, box) => sum + shared(box), 0);
      const next = behind?.matches("a") ? shared(behind.getBoundingClientRect()) : 0;
      return under * 10 > whole || next > 1 ? [link.outerHTML, under / whole, next] : null;
    }).filter(Boolean)"""
    for path in ("programs/lighthouse-service/", "partners/brenn/", "notes/first-light/"):
        reader.goto(address + path)
        expect(reader.locator(".cue").first).to_be_attached()
        assert reader.evaluate(covered) == [], path


def test_nothing_is_loaded_before_a_link_is_pointed_at_and_little_then(
    page_with: PageWith, address: str
) -> None:
    reader = page_with()
    loaded: list[str] = []
    reader.on("request", lambda request: loaded.append(urlsplit(request.url).path.rpartition("/")[2]))
    reader.goto(f"{address}notes/first-light/")
    reader.wait_for_load_state("networkidle")
    before = len(loaded)
    cited(reader).hover()
    expect(preview(reader)).to_be_visible()
    assert [name.partition("-")[0] for name in loaded[before:]] == ["index.js", "rows"]


def test_a_page_opened_from_a_disk_shows_previews(page_with: PageWith, built: Built) -> None:
    reader = page_with()
    reader.goto((built.folder / "notes/first-light/index.html").as_uri())
    cited(reader).hover()
    expect(preview(reader)).to_be_visible()


def test_without_scripts_a_link_is_a_link(page_with: PageWith, address: str) -> None:
    reader = page_with(java_script_enabled=False)
    reader.goto(f"{address}notes/first-light/")
    target = cited(reader).evaluate("e => e.href")
    cited(reader).click()
    reader.wait_for_url(target)
