"""`clean` removes what builds keep, and nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.site import lock


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("sources/a.txt", "site/index.html", "build/cache/pages/x", "build/pages/index.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


def run(project: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(project), "clean"])
    return result.exit_code, result.output


def test_what_builds_keep_goes_and_what_people_wrote_and_the_site_stay(project: Path) -> None:
    assert run(project) == (0, "build/ is gone; the next build makes it anew.\n")
    assert sorted(path.name for path in project.iterdir()) == ["mkdocs.yml", "site", "sources"]


def test_where_nothing_was_built_nothing_is_wrong(project: Path) -> None:
    run(project)
    assert run(project) == (0, "There was nothing to remove.\n")


def test_a_link_in_its_place_is_not_followed(project: Path) -> None:
    (project / "build").rename(project / "elsewhere")
    (project / "build").symlink_to(project / "elsewhere", target_is_directory=True)
    code, said = run(project)
    assert (code, "is a symbolic link" in said) == (2, True)
    assert (project / "elsewhere/cache/pages/x").exists()


def test_a_build_that_is_at_work_keeps_what_it_works_with(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.3)
    with lock.hold(project / "build" / lock.NAME, print):
        code, said = run(project)
        assert code == 2
        assert "another build is at work (Dossier process " in said
        assert (project / "build/pages/index.md").is_file()
    assert run(project)[0] == 0
    assert not (project / "build").exists()
