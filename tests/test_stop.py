"""With an error, and under `--strict` with a warning, nothing is made of the records."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError


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

    def lay_out(*_: object, **__: object) -> None:
        raise UsageError("pages are made")

    monkeypatch.setattr(pipeline, "check", check)
    monkeypatch.setattr(pipeline, "lay_out", lay_out)
    with pytest.raises(UsageError, match="pages are made") if published else nullcontext():
        pipeline.build(tmp_path / "notes", tmp_path / "site", Problems(), strict=strict)
