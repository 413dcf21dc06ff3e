"""The navigation of these notes leaves out none of the pages that every site has."""

from pathlib import Path

from dossier.leaves.address import SitePage, file_of


def test_the_navigation_names_every_page_that_every_site_has(root: Path) -> None:
    navigation = (root / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    assert [page for page in SitePage if f" {file_of(page)}\n" not in navigation] == []
