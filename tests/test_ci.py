"""What runs elsewhere: the workflow, `.ci/run`, the commit hooks, and the set-up that make does once."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORKFLOW = ".github/workflows/site.yml"
EVERYWHERE = ".github/workflows/tests.yml"
ADDRESSES = ".github/workflows/addresses.yml"
AUDIT = ".github/workflows/audit.yml"
STARTED = "dossier/starter/github/github/workflows/addresses.yml"


def schema_check(workflow: Path) -> subprocess.CompletedProcess[str]:
    """Against the public schema that the locked check-jsonschema carries: no network."""
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", workflow],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("workflow", [WORKFLOW, EVERYWHERE, ADDRESSES, AUDIT, STARTED])
def test_a_workflow_fits_the_public_schema(root: Path, workflow: str) -> None:
    answer = schema_check(root / workflow)
    assert answer.returncode == 0, answer.stdout


def test_a_misspelled_key_of_the_workflow_would_be_seen(root: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site.yml"
    broken.write_text((root / WORKFLOW).read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert schema_check(broken).returncode == 1


def test_actions_are_pinned_and_only_publishing_may_write(root: Path) -> None:
    text = (root / WORKFLOW).read_text("utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+(/[a-z]+)?@(v\d+|[0-9a-f]{40})", action) for action in used)
    jobs = yaml.safe_load(text)["jobs"]
    writing = {name for name, job in jobs.items() if "write" in job.get("permissions", {}).values()}
    assert writing == {"publish"}
    assert jobs["publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert jobs["publish"]["needs"] == "test"


def test_only_pull_requests_take_over_what_main_kept_so_that_nothing_published_rests_on_it(
    root: Path,
) -> None:
    steps = yaml.safe_load((root / WORKFLOW).read_text("utf-8"))["jobs"]["test"]["steps"]
    caches = [step for step in steps if step.get("uses", "").startswith("actions/cache")]
    wanted = {"restore": "github.event_name == 'pull_request'", "save": "github.ref == 'refs/heads/main'"}
    for step in caches:
        assert step["if"] == wanted[step["uses"].removeprefix("actions/cache/").partition("@")[0]], step
    restored = {step["with"]["path"] for step in caches if "restore" in step["uses"]}
    assert restored == {step["with"]["path"] for step in caches if "save" in step["uses"]}
    keys = {step["with"]["key"] for step in caches if step["with"]["path"] == ".venv"}
    assert len(keys) == 1
    assert "hashFiles('requirements/site.txt', 'requirements/test.txt')" in keys.pop()


def test_the_workflow_runs_what_everyone_runs(root: Path) -> None:
    commands = re.findall(r"run: (.+)", (root / WORKFLOW).read_text("utf-8"))
    assert ".ci/run" in commands
    assert ".venv/bin/python build_site.py check --format github" in commands
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^exec .*make --keep-going test", script.read_text("utf-8"), re.MULTILINE)


def test_a_pull_request_says_which_records_change_and_keeps_the_site(root: Path) -> None:
    steps = yaml.safe_load((root / WORKFLOW).read_text("utf-8"))["jobs"]["test"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 2
    told = next(step for step in steps if "diff HEAD^1" in step.get("run", ""))
    kept = next(step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@"))
    assert told["run"].endswith('--format markdown >> "$GITHUB_STEP_SUMMARY"')
    assert kept["with"]["path"] == "site"
    for step in (told, kept):
        assert "github.event_name == 'pull_request'" in step["if"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("workflow", [ADDRESSES, STARTED])
@pytest.mark.parametrize(
    ("found", "number", "done"),
    [
        ("0", "", None),
        ("0", "7", "issue close 7 --comment All of them lead somewhere again."),
        ("2", "", "issue create --title T --body-file addresses.md"),
        ("2", "7", "issue edit 7 --body-file addresses.md"),
        ("1", "7", None),
    ],
)
def test_addresses_that_lead_nowhere_are_told_in_one_issue(
    root: Path, tmp_path: Path, workflow: str, found: str, number: str, done: str | None
) -> None:
    (job,) = yaml.safe_load((root / workflow).read_text("utf-8"))["jobs"].values()
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    steps = job["steps"]
    assert all(re.fullmatch(r"\S+@(v\d+|[0-9a-f]{40})", step["uses"]) for step in steps if "uses" in step)
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\n[ "$2" = list ] && echo "$NUMBER" || echo "$@" > "$DONE"\n', "utf-8")
    gh.chmod(0o755)
    told = tmp_path / "done"
    answer = subprocess.run(
        ["bash", "-e", "-c", steps[-1]["run"]],
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "FOUND": found,
            "NUMBER": number,
            "TITLE": "T",
            "DONE": str(told),
        },
        check=False,
    )
    assert answer.returncode == (1 if found == "1" else 0)
    assert (told.read_text("utf-8").strip() if told.exists() else None) == done


def test_the_hooks_for_other_repositories_are_valid(root: Path) -> None:
    manifest = root / ".pre-commit-hooks.yaml"
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", manifest], check=True)
    hooks = {hook["id"]: hook for hook in yaml.safe_load(manifest.read_text("utf-8"))}
    assert re.search(hooks["dossier-fmt"]["files"], "sources/a/claims.yml")
    assert not re.search(hooks["dossier-fmt"]["files"], "sources/schema/a.yml")
    assert re.search(hooks["dossier-check"]["files"], "docs/notes/a.md")


def test_the_fast_tests_run_on_the_systems_that_readme_names(root: Path) -> None:
    text = (root / EVERYWHERE).read_text("utf-8")
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in re.findall(r"uses: (\S+)", text))
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    systems = {system.split("-")[0] for system in job["strategy"]["matrix"]["system"]}
    assert systems == {"ubuntu", "windows", "macos"}
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[-1] == "python -m pytest"
    assert "--require-hashes -r requirements/test.txt" in commands[0]


def test_every_week_all_is_audited_and_faults_of_locked_packages_are_asked_for(root: Path) -> None:
    text = (root / AUDIT).read_text("utf-8")
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in re.findall(r"uses: (\S+)", text))
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    commands = [step["run"] for step in workflow["jobs"]["look"]["steps"] if "run" in step]
    assert commands[0] == "make audit"
    assert "pip-audit --strict --disable-pip --require-hashes" in commands[1]


def test_the_hooks_are_local_and_valid(root: Path) -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config"], cwd=root, check=True)
    config = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))
    assert {repository["repo"] for repository in config["repos"]} == {"local"}


@pytest.mark.parametrize(
    "path",
    [
        "sources/some2020/text.txt",
        "tests/golden/pages/index.md",
        "tests/golden_corpus/sources/some2020/text.txt",
        "tests/cases/load/broken.yml",
    ],
)
def test_nothing_rewrites_what_is_kept_byte_for_byte(root: Path, path: str) -> None:
    config = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))
    assert re.search(config["exclude"], path)
    answer = subprocess.run(
        ["git", "check-attr", "text", "--", path], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip().endswith("text: unset")


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(("target", "lock"), [("site", "site.txt"), ("test", "test.txt")])
def test_a_second_run_sets_nothing_up_until_the_lock_changes(
    root: Path, tmp_path: Path, target: str, lock: str
) -> None:
    shutil.copy(root / "Makefile", tmp_path)
    shutil.copytree(root / "requirements", tmp_path / "requirements")

    def planned() -> str:
        return subprocess.run(
            ["make", "--dry-run", target], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    fresh = planned()
    assert "-m venv" in fresh
    assert f"-r requirements/{lock}" in fresh

    (tmp_path / ".venv").mkdir()
    for age, name in enumerate([".python", ".site", ".test"]):
        stamp = tmp_path / ".venv" / name
        stamp.touch()
        os.utime(stamp, (2_000_000_000 + age, 2_000_000_000 + age))
    again = planned()
    assert "-m venv" not in again
    assert "pip install" not in again

    os.utime(tmp_path / "requirements" / lock, (2_100_000_000, 2_100_000_000))
    assert f"-r requirements/{lock}" in planned()
