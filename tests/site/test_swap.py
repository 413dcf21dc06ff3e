"""A site is exchanged whole, and what is not ours is never replaced."""

from pathlib import Path

import pytest

from dossier.model.usage_error import UsageError
from dossier.site import swap


def make(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words)
    return folder


def published(site: Path) -> str:
    return (site / "index.html").read_text()


@pytest.fixture(params=["in one step", "by two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by two renames":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("way")
def test_the_new_site_stands_where_the_old_one_stood_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for words in ("first", "second", "third"):
        swap.check_replaceable(site)
        swap.swap_in(make(swap.staging_for(site), words), site)
        assert published(site) == words
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_without_our_mark_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    site = make(tmp_path / "precious", "mine")
    with pytest.raises(UsageError, match="--site"):
        swap.check_replaceable(site)
    assert published(site) == "mine"


def test_a_file_or_a_link_is_no_folder_to_replace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(UsageError, match="not a folder"):
            swap.check_replaceable(tmp_path / name)


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    swap.check_replaceable(site)
    swap.swap_in(make(swap.staging_for(site), "new"), site)
    assert published(site) == "new"


def test_a_run_that_was_cut_between_two_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    swap.swap_in(make(swap.staging_for(site), "old"), site)
    site.rename(tmp_path / ".site.old")
    swap.check_replaceable(site)
    assert published(site) == "old"


def test_what_a_broken_run_left_in_staging_is_gone(tmp_path: Path) -> None:
    make(tmp_path / ".site.new", "half")
    assert not swap.staging_for(tmp_path / "site").exists()
