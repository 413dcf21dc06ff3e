"""The site of these notes in a browser: what only long texts and many claims can show."""

import pytest
from playwright.sync_api import Browser

from corpus_tests.texts import SOURCES
from dossier.model.checked import Checked
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish
from tests.copying import check_copies, check_finds
from tests.layout import check_side_notes, words_cut_off
from tests.site.test_reading import (  # noqa: F401 - asked of this site, too
    test_no_page_is_wider_than_the_window_or_asks_for_anything_elsewhere,
)

pytestmark = pytest.mark.browser

WIDE, NARROW = 1280, 390


@pytest.mark.parametrize("key", sorted(path.parent.name for path in SOURCES.glob("*/source.yml")))
def test_a_text_is_whole_at_both_widths_and_what_stands_beside_it_apart(
    launch: Browser, address: str, whole: Checked, key: SourceKey
) -> None:
    with launch.new_context(viewport={"width": WIDE, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}sources/{key}/")
        if whole.corpus.sources[key].rights.publish is not Publish.WITHHELD:
            check_side_notes(page, WIDE)
        assert words_cut_off(page) == []
        page.set_viewport_size({"width": NARROW, "height": 900})
        assert words_cut_off(page) == []


def test_what_is_copied_is_the_reading_text_alone_and_words_are_found_across_numbers(
    launch: Browser, address: str, whole: Checked
) -> None:
    with launch.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}sources/epc2020/")
        check_copies(page, whole.readings[SourceKey("epc2020")])
        check_finds(page, "organizations, having managed to dismantle")
