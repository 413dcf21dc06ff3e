"""With an error, and under `--strict` with a warning, nothing is made of the records."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier import pipeline
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems


@pytest.mark.parametrize(
    ("code", "strict", "published"),
    [
        (Code.QUOTE_NOT_FOUND, False, False),
        (Code.QUOTE_NOT_FOUND, True, False),
        (Code.SPEAKER_IN_ABOUT, False, True),
        (Code.SPEAKER_IN_ABOUT, True, False),
        (None, True, True),
    ],
)
def test_problems_stop_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: Code | None, *, strict: bool, published: bool
) -> None:
    def check(_: Path, problems: Problems, *__: object) -> None:
        if code:
            problems.add(Place("sources/a/claims.yml"), code, "said")

    made: list[object] = []
    monkeypatch.setattr(pipeline, "check", check)
    monkeypatch.setattr(pipeline, "publish", lambda *_, **__: made.append(None))
    pipeline.build(tmp_path / "notes", tmp_path / "site", Problems(), strict=strict)
    assert bool(made) == published
