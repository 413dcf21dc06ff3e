"""A preview shows what a build would, works only what changed out again, and leaves nothing that could be published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dossier.commands.preview import Preview
from dossier.commands.preview_server import PreviewServer, serving
from dossier.leaves.memory import Memory
from dossier.load import load
from dossier.model.checked import Checked
from dossier.model.evidence import Evidence, NotFound
from dossier.model.problem import Problem, Problems
from dossier.pipeline import examine
from dossier.verify.verifying import _Verifying
from tests.sites import PATH, build, small_project

URL = f"https://example.org{PATH}"
CLAIMS = "sources/keepers2019/claims.yml"


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SITE_URL", URL)
    return small_project(root, tmp_path / "project")


@pytest.fixture
def preview(project: Path) -> Preview:
    preview = Preview(project, URL, f"{PATH}-/live")
    preview.refresh()
    return preview


def change(project: Path, path: str, before: str, after: str) -> None:
    file = project / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def shown(preview: Preview, address: str) -> str:
    """A page of a preview without what makes it follow saves."""
    page = (preview.page(address) or b"").decode()
    return re.sub(
        r'<meta name="robots" content="noindex"><script>const preview = .*?</script>',
        "",
        page,
        flags=re.DOTALL,
    )


def test_a_page_of_a_preview_is_that_of_a_build(
    root: Path, project: Path, preview: Preview, tmp_path: Path
) -> None:
    built = build(project, tmp_path / "site", SITE_URL=URL)
    for address in (
        "",
        "claims/keepers2019-founding/",
        "sources/keepers2019/",
        "programs/lighthouse-service/",
        "timeline/",
        "data/",
    ):
        assert shown(preview, address) == (built.folder / address / "index.html").read_text("utf-8"), address
    for path in ("assets/dossier.css", "data/claims.json", "sources/keepers2019/text.txt"):
        assert preview.file(path) == (built.folder / path).read_bytes(), path


def test_a_save_shows_a_mistake_keeps_the_last_good_page_and_its_fix_goes_on(
    project: Path, preview: Preview
) -> None:
    address = "claims/keepers2019-lights/"
    change(project, CLAIMS, "The service runs eleven lights.", "The service runs eleven lights today.")
    preview.refresh()
    assert "eleven lights today" in shown(preview, address)
    first = json.loads(preview.told())
    assert first == {"shown": 2, "problems": []}

    change(project, CLAIMS, "kind: figure", "kind: figures")
    preview.refresh()
    told = json.loads(preview.told())
    assert told["shown"] == 2
    assert told["problems"][0]["where"].startswith(f"{CLAIMS}:")
    assert told["problems"][0]["message"]
    assert "eleven lights today" in shown(preview, address)

    change(project, CLAIMS, "kind: figures", "kind: figure")
    preview.refresh()
    assert json.loads(preview.told()) == {"shown": 3, "problems": []}


def test_a_new_page_is_there_after_a_save_and_one_that_went_is_gone(project: Path, preview: Preview) -> None:
    assert preview.page("notes/second/") is None
    note = "---\ntitle: Second\nsummary: Short.\ndate: 2024-05-01\n---\nIt was founded [@keepers2019-founding].\n"
    (project / "docs/notes/second.md").write_text(note, "utf-8")
    preview.refresh()
    assert "It was founded" in shown(preview, "notes/second/")
    (project / "docs/notes/second.md").unlink()
    preview.refresh()
    assert preview.page("notes/second/") is None


def test_a_preview_writes_nothing_that_could_be_published(project: Path, preview: Preview) -> None:
    page = (preview.page("") or b"").decode()
    assert '<meta name="robots" content="noindex">' in page
    assert not (project / "site").exists()
    assert not list((project / "build").rglob("*.md"))
    assert not [path for path in (project / "build").rglob("*.html") if "theme" not in path.parts]


def outcome(root: Path, memory: Memory | None) -> tuple[Checked, list[Problem]]:
    problems = Problems()
    checked = examine(load(root, problems, memory), problems, memory=memory)
    return checked, list(problems)


EDITS = (
    (CLAIMS, "The service runs eleven lights.", "The service runs twelve lights."),
    (CLAIMS, "and runs eleven lights", "and ran eleven lights"),
    (CLAIMS, "and ran eleven lights", "and runs eleven lights"),
    (CLAIMS, "- id: keepers2019-halcyon", "\n\n- id: keepers2019-halcyon"),
    (CLAIMS, "keepers2019-halcyon", "keepers2019-lights"),
    (CLAIMS, "- id: keepers2019-lights", "- id: keepers2019-halcyon"),
    ("sources/index/programs.yml", "aliases: [the Service", "aliases: [the Body, the Service"),
    ("sources/index/programs.yml", "[@keepers2019-founding]", "[@keepers2019-lost]"),
    ("sources/index/programs.yml", "[@keepers2019-lost]", "[@keepers2019-founding]"),
    ("sources/index/questions.yml", "type: number", "type: date"),
    (
        "sources/index/questions.yml",
        "type: date\n  verdict: different-scope",
        "type: number\n  verdict: different-scope",
    ),
    ("sources/keepers2019/source.yml", "language: en", "language: de"),
    (
        "sources/keepers2019/source.yml",
        "headings: [{lines: 1}, Introduction, Partners]",
        "headings: [{lines: 1}, Introduction]",
    ),
    ("sources/keepers2019/source.yml", "language: de", "language: en"),
    ("docs/notes/first-light.md", "title:", "title: The"),
    ("works/library.bib", "Holm, Jan", "Holm, Jon"),
    ("sources/vocabulary.yml", "about: Crews and families.", "about: Crews."),
    ("sources/keepers2019/text.txt", "Partners", "Partner"),
)


def test_what_is_remembered_never_changes_what_is_found(project: Path) -> None:
    memory = Memory()
    for path, before, after in EDITS:
        change(project, path, before, after)
        memory.turn()
        assert outcome(project, memory) == outcome(project, None), (path, after)


def test_what_did_not_change_is_not_read_or_verified_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    outcome(project, memory)
    memory.turn()
    change(project, CLAIMS, "The service runs eleven lights.", "The service runs its eleven lights.")
    read: list[str] = []

    def evidence(verifying: _Verifying) -> Evidence:
        read.append(verifying.claim.id)
        return Evidence(verifying.claim.id, NotFound.WITHHELD)

    monkeypatch.setattr(_Verifying, "evidence", evidence)
    monkeypatch.setattr("dossier.read.reading.read_text", lambda source, *_: read.append(source.citation))
    outcome(project, memory)
    assert read == ["keepers2019-lights"]


@pytest.fixture
def address(project: Path) -> Iterator[tuple[str, PreviewServer]]:
    with serving(project, PATH, "127.0.0.1", 0, lambda _: None) as server:
        yield f"http://127.0.0.1:{server.server_port}{PATH}", server


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("localhost.evil.example:8000", 421),
        ("127.0.0.1@evil.example", 421),
        ("[", 421),
        ("", 421),
    ],
)
def test_a_site_whose_name_leads_to_this_machine_does_not_read_what_is_previewed(
    address: tuple[str, PreviewServer], host: str, answer: int
) -> None:
    connection = HTTPConnection("127.0.0.1", address[1].server_port, timeout=30)
    connection.request("GET", PATH, headers={"Host": host})
    assert connection.getresponse().status == answer
    connection.close()


@pytest.mark.browser
def test_a_browser_follows_a_save_at_its_place_and_shows_a_mistake_with_its_line_and_fix(
    launch: Browser, project: Path, address: tuple[str, PreviewServer]
) -> None:
    page = launch.new_page(viewport={"width": 900, "height": 500})
    page.goto(address[0] + "programs/lighthouse-service/")
    assert page.url.startswith(address[0])
    page.wait_for_function("document.readyState === 'complete'")
    page.locator("#related").evaluate(
        "element => scrollTo(0, scrollY + element.getBoundingClientRect().top - 40)"
    )
    change(
        project, "sources/index/programs.yml", "in the nineteenth century", "late in the nineteenth century"
    )
    page.get_by_text("late in the nineteenth century").wait_for()
    page.wait_for_function("document.readyState === 'complete'")
    page.wait_for_function(
        "Math.abs(document.getElementById('related').getBoundingClientRect().top - 40) < 30"
    )

    change(project, "sources/index/programs.yml", "[@keepers2019-founding]", "[@keepers2019-lost]")
    overlay = page.locator("#preview-problems")
    overlay.wait_for()
    assert "sources/index/programs.yml:" in overlay.inner_text()
    assert "keepers2019-lost" in overlay.inner_text()
    assert page.get_by_text("late in the nineteenth century").is_visible()
    change(project, "sources/index/programs.yml", "[@keepers2019-lost]", "[@keepers2019-founding]")
    overlay.wait_for(state="detached")
    page.context.close()
