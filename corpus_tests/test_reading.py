"""The site of these notes in a browser: what only long texts and many claims can show."""

import pytest

from corpus_tests.texts import SOURCES
from dossier.model.checked import Checked
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish
from tests.copying import check_copies, check_finds
from tests.layout import check_fits, check_side_notes, words_cut_off
from tests.shared_pages import PageWith
from tests.sites import Built, kinds_of_page

pytestmark = pytest.mark.browser

WIDE, NARROW = 1280, 390


def test_no_page_is_wider_than_the_window(page_with: PageWith, address: str, built: Built) -> None:
    page = page_with()
    for path in kinds_of_page(built):
        check_fits(page, address + path, (NARROW, WIDE))


@pytest.mark.parametrize("key", sorted(path.parent.name for path in SOURCES.glob("*/source.yml")))
def test_a_text_is_whole_at_both_widths_and_what_stands_beside_it_apart(
    page_with: PageWith, address: str, whole: Checked, key: SourceKey
) -> None:
    page = page_with(WIDE)
    page.set_viewport_size({"width": WIDE, "height": 900})
    page.goto(f"{address}sources/{key}/")
    if whole.corpus.sources[key].rights.publish is not Publish.WITHHELD:
        check_side_notes(page, WIDE)
    assert words_cut_off(page) == []
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert words_cut_off(page) == []


def test_what_is_copied_is_the_reading_text_alone_and_words_are_found_across_numbers(
    page_with: PageWith, address: str, whole: Checked
) -> None:
    page = page_with(WIDE)
    page.goto(f"{address}sources/epc2020/")
    check_copies(page, whole.readings[SourceKey("epc2020")])
    check_finds(page, "organizations, having managed to dismantle")
