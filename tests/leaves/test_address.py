"""Addresses are those of the contract, and relative links lead where a browser would go."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.leaves import address
from dossier.model.kinds import RecordKind


@pytest.mark.parametrize(
    ("kind", "id", "page"),
    [
        (RecordKind.SOURCE, "alaoui2017", "sources/alaoui2017/"),
        (RecordKind.CLAIM, "a-b", "claims/a-b/"),
        (RecordKind.TOPIC, "law", "topics/law/"),
        (RecordKind.QUESTION, "when", "questions/when/"),
        (RecordKind.WORK, "w1", "bibliography/#w1"),
        (RecordKind.WORK, "DBLP:conf/x_Y", "bibliography/#dblp-conf-x-y"),
        (RecordKind.WORK, "Müller2019", "bibliography/#m%C3%BCller2019"),
        (RecordKind.PAGE, "index.md", ""),
        (RecordKind.PAGE, "about.md", "about/"),
        (RecordKind.PAGE, "notes/index.md", "notes/"),
        (RecordKind.PAGE, "notes/an-index.md", "notes/an-index/"),
    ],
)
def test_a_thing_has_the_address_of_the_contract(kind: address.PageKind, id: str, page: str) -> None:
    assert address.page_of(kind, id) == page


PAGES = st.lists(st.from_regex(r"[a-z0-9-]{1,6}", fullmatch=True), max_size=3).map(
    lambda parts: "".join(f"{p}/" for p in parts)
)


@given(PAGES, PAGES, st.sampled_from(["", "#x", "#x--2"]))
def test_a_relative_link_leads_a_browser_to_its_target_under_any_path(
    page: str, target: str, fragment: str
) -> None:
    for base in ("https://example.org/", "https://example.org/deep/down/"):
        assert urljoin(base + page, address.relative(page, target + fragment)) == base + target + fragment


def test_later_pieces_and_references_are_numbered() -> None:
    assert [address.piece_id("c", 1), address.piece_id("c", 2)] == ["c", "c--2"]
    assert [address.reference_id(5), address.reference_id(5, 2)] == ["ref-5", "ref-5--2"]
