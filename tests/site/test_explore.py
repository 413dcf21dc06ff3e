"""Explore as readers meet it: claims are chosen and found again by their address, and taken along as tables."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dossier.leaves.cells import text_of
from tests.shared_pages import PageWith
from tests.sites import Built

pytestmark = pytest.mark.browser

CLAIMS = 17
SMALLEST_TARGET = 24


@pytest.fixture(params=[1280, 390])
def reader(request: pytest.FixtureRequest, page_with: PageWith, address: str) -> Page:
    page = page_with(request.param)
    page.goto(f"{address}explore/")
    expect(status(page)).to_have_text(f"All {CLAIMS} claims")
    narrowing = page.locator("[data-part=narrowing]")
    if not narrowing.get_attribute("open") and request.param < 500:
        narrowing.locator(":scope > summary").click()
    return page


def status(page: Page) -> Locator:
    return page.locator("[data-part=status]")


def rows(page: Page) -> Locator:
    return page.locator("[data-part=claims] > .claim")


def choice(page: Page, facet: str, value: str) -> Locator:
    name = re.compile(rf"^{re.escape(value)}\s*[0-9]+$")
    return page.get_by_role("group", name=facet, exact=True).get_by_role("checkbox", name=name)


def count(page: Page, facet: str, value: str) -> str:
    line = page.get_by_role("group", name=facet, exact=True).get_by_role("listitem")
    return line.filter(has_text=value).locator(".count").inner_text()


def query(page: Page) -> str:
    return urlsplit(page.url).query


def test_choices_narrow_by_facet_and_widen_within_one(reader: Page) -> None:
    choice(reader, "Source", "Gazette 2021").check()
    expect(status(reader)).to_have_text(f"4 of {CLAIMS} claims")
    expect(rows(reader)).to_have_count(4)
    assert count(reader, "Source", "Lind 2019") == "11", "a facet's own choice is left out of its counts"
    choice(reader, "Source", "Lind 2019").check()
    expect(status(reader)).to_have_text(f"15 of {CLAIMS} claims")
    choice(reader, "Topic", "Neighbors").check()
    expect(status(reader)).not_to_have_text(f"15 of {CLAIMS} claims")
    number = int(status(reader).inner_text().split()[0])
    assert number == int(count(reader, "Topic", "Neighbors"))
    expect(rows(reader)).to_have_count(number)
    assert query(reader) == "source=gazette2021&source=keepers2019&topic=neighbors"


def test_choices_are_taken_back_one_by_one_and_all_at_once(reader: Page) -> None:
    for value in ("Gazette 2021", "Lind 2019"):
        choice(reader, "Source", value).check()
    choice(reader, "Kind of claim", "Event").check()
    reader.get_by_role("button", name="Remove Source: Lind 2019").click()
    expect(choice(reader, "Source", "Lind 2019")).not_to_be_checked()
    expect(reader.get_by_role("button", name="Remove Source: Gazette 2021")).to_be_focused()
    assert query(reader) == "source=gazette2021&kind=event"
    reader.get_by_role("button", name="Show all claims").click()
    expect(status(reader)).to_have_text(f"All {CLAIMS} claims")
    expect(reader.get_by_role("button", name="Remove")).to_have_count(0)
    assert query(reader) == ""


def test_back_and_forward_undo_and_redo(reader: Page) -> None:
    choice(reader, "Source", "Gazette 2021").check()
    choice(reader, "Kind of claim", "Figure").check()
    expect(status(reader)).to_have_text(f"1 of {CLAIMS} claims")
    reader.go_back()
    expect(status(reader)).to_have_text(f"4 of {CLAIMS} claims")
    expect(choice(reader, "Kind of claim", "Figure")).not_to_be_checked()
    reader.go_back()
    expect(status(reader)).to_have_text(f"All {CLAIMS} claims")
    reader.go_forward()
    expect(choice(reader, "Source", "Gazette 2021")).to_be_checked()


def test_an_address_shows_what_was_chosen_in_its_order(page_with: PageWith, address: str) -> None:
    page = page_with()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}explore/?decade=undated&decade=1870s&sort=date&hedged=no-such")
    expect(status(page)).to_have_text(f"No claim fits; there are {CLAIMS}")
    page.get_by_role("button", name="Remove Hedged: no-such").click()
    found = rows(page).locator(".claim__line").all_inner_texts()
    assert "1871" in found[0]
    assert "1873" in found[1]
    assert not any("187" in line for line in found[2:]), "those without a date come last"
    expect(choice(page, "Decade", "Undated")).to_be_checked()
    assert faults == []


def test_words_are_looked_for_as_the_search_does(reader: Page) -> None:
    words = reader.get_by_label("Words", exact=True)
    words.press_sequentially("barque Halcyon")
    expect(reader.get_by_role("button", name="Remove Words: barque Halcyon")).to_be_visible()
    expect(status(reader)).to_contain_text(f"of {CLAIMS} claims")
    for row in rows(reader).all():
        assert "Halcyon" in row.inner_text()
    found = rows(reader).count()
    words.fill('"barque the Halcyon"')
    expect(status(reader)).to_have_text(f"No claim fits; there are {CLAIMS}")
    words.fill('"the barque Halcyon"')
    expect(status(reader)).to_contain_text(f"of {CLAIMS} claims")
    expect(rows(reader).first).to_contain_text("the barque Halcyon")
    assert 0 < rows(reader).count() <= found
    reader.go_back()
    expect(status(reader)).to_have_text(f"All {CLAIMS} claims")


def test_a_claim_is_shown_with_its_words_and_leads_to_both(reader: Page, address: str) -> None:
    row = rows(reader).first
    expect(row.locator("blockquote mark").first).to_be_visible()
    source, statement = row.get_by_role("link").all()
    assert (source.get_attribute("href") or "").startswith(f"{address}sources/gazette2021/#gazette2021-")
    statement.click()
    reader.wait_for_url(f"{address}claims/gazette2021-*/")
    reader.go_back()
    expect(rows(reader).first).to_be_visible()


def test_it_is_worked_by_keyboard_alone(page_with: PageWith, address: str) -> None:
    page = page_with()
    page.goto(f"{address}explore/")
    page.get_by_label("Words", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(choice(page, "Source", "Gazette 2021")).to_be_checked()
    expect(choice(page, "Source", "Gazette 2021")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"15 of {CLAIMS} claims")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_fits_is_saved(page_with: PageWith, address: str, kind: str) -> None:
    page = page_with(accept_downloads=True)
    page.goto(f"{address}explore/?source=gazette2021&sort=date")
    expect(rows(page)).to_have_count(4)
    with page.expect_download() as saving:
        page.get_by_role("button", name=kind.upper()).click()
    assert saving.value.suggested_filename == f"claims.{kind}"
    text = Path(saving.value.path()).read_text(encoding="utf-8-sig")
    records = json.loads(text) if kind == "json" else list(csv.DictReader(text.splitlines()))
    shown = rows(page).locator(".claim__statement").all_inner_texts()
    assert [record["statement"] for record in records] == shown
    whens = [text_of(record["when"]) for record in records]
    assert whens == ["1873", "2021-03", "", ""]
    one = records[2]
    assert one["url"] == f"claims/{one['id']}/"
    assert one["source"] == ("gazette2021" if kind == "csv" else ["gazette2021"])


def test_nothing_of_it_is_loaded_elsewhere_and_little_here(page_with: PageWith, address: str) -> None:
    page = page_with()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path.rpartition("/")[2]))
    page.goto(f"{address}topics/")
    page.wait_for_load_state("networkidle")
    assert not {"explore.js", "claims.js", "index.js"} & {*loaded}
    loaded.clear()
    page.goto(f"{address}explore/")
    expect(rows(page).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [
        name for name in loaded if name in {"explore.js", "index.js", "claims.js", "search.js", "names.js"}
    ] == [
        "explore.js",
        "index.js",
        "claims.js",
    ]


def test_a_page_opened_from_a_disk_is_explored_too(page_with: PageWith, built: Built) -> None:
    page = page_with()
    page.goto(f"{(built.folder / 'explore/index.html').as_uri()}?source=gazette2021")
    expect(status(page)).to_have_text(f"4 of {CLAIMS} claims")
    choice(page, "Kind of claim", "Figure").check()
    expect(status(page)).to_have_text(f"1 of {CLAIMS} claims")


def test_a_policy_that_allows_scripts_of_the_site_alone_allows_it(page_with: PageWith, address: str) -> None:
    def under_policy(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | {"Content-Security-Policy": "script-src 'self'"}
        route.fulfill(response=answer, headers=headers)

    page = page_with(locale="en-IE")
    page.route("**/explore/", under_policy)
    page.goto(f"{address}explore/")
    expect(status(page)).to_have_text(f"All {CLAIMS} claims")


def test_without_scripts_the_page_lists_all_names(page_with: PageWith, address: str) -> None:
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}explore/")
    expect(page.locator("[data-explore]")).to_be_hidden()
    expect(page.locator(".columns a[href*='events/loss-of-the-halcyon/']").first).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "programs/",
        "topics/",
        "topics/service/",
        "partners/tarn/",
        "coverage/",
        "map/",
        "network/",
        "sources/",
        "sources/keepers2019/",
    ],
)
def test_every_number_of_claims_leads_to_as_many(page_with: PageWith, address: str, path: str) -> None:
    page = page_with()
    page.goto(address + path)
    counts = page.locator("article a.to-claims").evaluate_all(
        "all => all.map((link) => [link.href, Number.parseInt(link.textContent, 10)])"
    )
    assert counts
    for target, number in counts:
        page.goto(target)
        of_all = rf"^(?:All )?{number} (?:of {CLAIMS} )?claims"
        expect(status(page)).to_have_text(re.compile(of_all))


def test_by_touch_claims_are_chosen_and_more_are_shown(page_with: PageWith, address: str) -> None:
    page = page_with(390, has_touch=True, is_mobile=True)
    page.goto(f"{address}explore/")
    expect(status(page)).to_have_text(f"All {CLAIMS} claims")
    page.get_by_text("Narrow", exact=True).tap()
    line = choice(page, "Source", "Lind 2019").locator("xpath=ancestor::label")
    box = line.bounding_box()
    assert box
    assert box["height"] >= SMALLEST_TARGET
    line.tap()
    expect(status(page)).to_have_text(f"11 of {CLAIMS} claims")
    page.get_by_role("button", name="Remove Source: Lind 2019").tap()
    expect(status(page)).to_have_text(f"All {CLAIMS} claims")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_long_results_are_shown_in_steps(page_with: PageWith, address: str) -> None:
    page = page_with(locale="fr-MA")
    page.add_init_script(
        "Object.defineProperty(window, 'Dossier', { configurable: true, set(value) {"
        " const load = value.load; value.load = async (path) => { const given = await load(path);"
        " if (path.endsWith('/claims.js')) { for (const list of [given.rows, given.date, ...given.facets.map((facet) => facet[4])])"
        " if (list.length < 50) list.push(...list, ...list); } return given; };"
        " Object.defineProperty(window, 'Dossier', { value, writable: true }); } });"
    )
    page.goto(f"{address}explore/")
    expect(rows(page)).to_have_count(20)
    more = page.get_by_role("button", name="Show 20 more of 31")
    more.press("Enter")
    expect(rows(page)).to_have_count(40)
    expect(rows(page).nth(20).locator(".claim__statement")).to_be_focused()
    page.get_by_role("button", name="Show 11 more of 11").click()
    expect(rows(page)).to_have_count(3 * CLAIMS)
    expect(page.locator("[data-part=more]")).to_be_hidden()
