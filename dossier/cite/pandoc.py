"""Runs pandoc, the one that its package brings: another one on the machine would print other bytes."""

from __future__ import annotations

import calendar
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

_UNWANTED = re.compile(r' (disambiguate-[a-z-]+|subsequent-author-substitute(-rule)?)="[^"]*"')
_PRINTS = re.compile(r"<text\b(?=[^>]*\s(variable|macro)=)[^>]*>")
_CASE = re.compile(r' text-case="(title|sentence)"')  # of what it prints; words of its own may be in capitals
_SORT = re.compile(r"(<bibliography\b[^>]*>\s*)<sort>.*?</sort>", re.DOTALL)


def to_items(bibtex: str) -> list[dict[str, Any]]:
    """The CSL-JSON items of BibTeX entries, in their order."""
    items: list[dict[str, Any]] = json.loads(_run("--from=biblatex", "--to=csljson", given=bibtex))
    return items


def to_document(items: Iterable[dict[str, Any]], style: str) -> dict[str, Any]:
    """The bibliography of CSL-JSON items in a style (the text of its file), as pandoc's document tree.

    The style is made to keep our order, letters of years and capitals. Left alone it would call the work that a source
    knows as 2017d by another letter, after the order of its own list; and no entry depends on those beside it.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "style.csl")
        file.write_text(_prepared(style), encoding="utf-8")
        given = json.dumps(list(items), ensure_ascii=False)
        printed = _run("--from=csljson", "--to=json", "--citeproc", f"--csl={file}", given=given)
    document: dict[str, Any] = json.loads(printed)
    return document


def _prepared(style: str) -> str:
    kept = _PRINTS.sub(lambda text: _CASE.sub("", text[0]), style)
    return _SORT.sub(r"\1", _UNWANTED.sub("", kept))


def to_docx(markdown: str, title: str, day: str) -> bytes:
    """A document for word processors (DOCX) with the times of the ISO day `day`. No file is read: of pictures
    whose address does not hold them (`data:`) the words stay.
    """
    seconds = str(calendar.timegm(date.fromisoformat(day).timetuple()))
    arguments = ("--from=markdown-smart-yaml_metadata_block-tex_math_dollars-raw_tex-citations", "--to=docx")
    options = ("--sandbox", "--output=-", f"--metadata=title:{title}")
    return _output(*arguments, *options, given=markdown, environment={"SOURCE_DATE_EPOCH": seconds})


def default_style() -> str:
    """The style that pandoc brings: Chicago, author and date."""
    return _run("--print-default-data-file=default.csl")


def complaint(style: str) -> str:
    """What pandoc says of a style that it cannot use; empty where it can."""
    try:
        to_document([{"id": "trial", "type": "webpage", "title": "Trial"}], style)
    except _PandocError as error:
        return str(error)
    return ""


class _PandocError(RuntimeError):
    """What pandoc said when it failed."""


def _run(*arguments: str, given: str = "") -> str:
    return _output(*arguments, given=given).decode()


def _output(*arguments: str, given: str, environment: Mapping[str, str] | None = None) -> bytes:
    done = subprocess.run(
        [program(), *arguments],
        input=given.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode:
        raise _PandocError(f"pandoc failed: {' '.join(done.stderr.decode(errors='replace').split())}")
    return done.stdout


def program() -> str:
    import pypandoc  # noqa: PLC0415 - it takes its time, and most citations were printed before

    folder = Path(pypandoc.__file__).parent / "files"
    brought = [path for name in ("pandoc", "pandoc.exe") if (path := folder / name).is_file()]
    return str(brought[0]) if brought else str(pypandoc.get_pandoc_path())
