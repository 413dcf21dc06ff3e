"""What a screen reader is told: one title a page, headings in order, names without furniture, news that are said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser


def headings(page: Page) -> list[tuple[int, str]]:
    """The level and the name of each heading, as the browser tells them."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        (
            next(part["value"]["value"] for part in node["properties"] if part["name"] == "level"),
            node["name"]["value"],
        )
        for node in nodes
        if node.get("role", {}).get("value") == "heading"
    ]


def test_headings_go_down_in_single_steps_and_are_called_by_their_words(
    page_with: PageWith, address: str, built: Built
) -> None:
    page = page_with()
    for path in kinds_of_page(built):
        page.goto(address + path)
        found = headings(page)
        levels = [level for level, _ in found]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (
            path,
            found,
        )
        assert [name for _, name in found if not name or "Link to this section" in name] == [], path


def test_a_source_is_read_with_its_numbers_as_names(page_with: PageWith, address: str) -> None:
    page = page_with()
    page.goto(f"{address}sources/keepers2019/")
    expect(page.locator(".passage > .text").nth(1)).to_match_aria_snapshot("""
      - paragraph:
        - mark: The service shares its fog signals with the port of Brenn
        - text: .
        - link "Claim 7"
        - mark: It has
        - mark: no agreement with the neighboring island of Tarn
    """)


def test_the_choice_of_colors_is_a_group_with_a_name(page_with: PageWith, address: str) -> None:
    page = page_with()
    page.goto(address)
    expect(page.get_by_role("radiogroup", name="Colors")).to_match_aria_snapshot("""
      - radiogroup "Colors":
        - radio "Colors follow the system; switch to light" [checked]
        - radio "Light colors; switch to dark"
        - radio "Dark colors; switch to those of the system"
    """)


def test_how_many_claims_fit_is_said_and_each_choice_is_a_named_checkbox(
    page_with: PageWith, address: str
) -> None:
    page = page_with()
    page.goto(f"{address}explore/?source=gazette2021")
    expect(page.get_by_role("form", name="Choose claims")).to_match_aria_snapshot("""
      - form "Choose claims":
        - group:
          - paragraph:
            - searchbox "Words"
          - group:
            - group "Source":
              - list:
                - listitem:
                  - checkbox "Gazette 2021 4" [checked]
        - heading "Claims that fit" [level=2]
        - paragraph:
          - status: 4 of 17 claims
          - 'button "Remove Source: Gazette 2021"'
        - paragraph:
          - combobox "Order"
          - button "CSV"
          - button "JSON"
    """)


def test_the_search_says_how_many_it_found_in_groups_with_names(page_with: PageWith, address: str) -> None:
    page = page_with()
    page.goto(address)
    page.locator("header form.search input").press_sequentially("barque")
    expect(page.locator("header").get_by_role("status")).to_have_text("3 found")
    page.keyboard.press("ArrowDown")
    expect(page.locator("header").get_by_role("search")).to_match_aria_snapshot("""
      - search:
        - combobox "Search" [expanded]
        - listbox "What is found":
          - group "Claims":
            - option /The service was founded after/ [selected]
            - option
          - group "Passages of the sources":
            - option
        - status: 3 found
    """)
