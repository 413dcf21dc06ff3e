"""Turns the lines of a block into runs: what each stretch of the supplied text reads as."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from dossier.leaves.characters import BROKEN_HYPHENS, SOFT_HYPHEN, UNSEEN
from dossier.model.reading import Run, RunKind
from dossier.read.hyphens import Joint, TextWords, judge_inside, judge_line_end
from dossier.read.lines import SuppliedLine, space_end, trim
from dossier.read.marks import ReferenceMark

_FORMS = r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdfb\ufe70-\ufefc]+"
"""Ligatures and presentation forms: shapes of letters that some PDF files hold instead of the letters."""
_SOFT = f"[{SOFT_HYPHEN}{BROKEN_HYPHENS}]"
_ODD = re.compile(
    rf"(?P<soft>{_SOFT}+(?:(?<=\w{_SOFT})\s+(?=\w))?)|(?P<space>[\s{UNSEEN}]+)|(?P<form>{_FORMS})"
)
_HYPHENS_OF_WORDS = "-‐‑"
_WORD_AT_MOST = 100
_NO_BREAK = ("\u00a0", "\u202f")


def is_form(raw: str) -> bool:
    """Whether characters of the supplied text are shapes of letters."""
    return bool(re.fullmatch(_FORMS, raw))


def build_runs(
    text: str, lines: Sequence[SuppliedLine], marks: Sequence[ReferenceMark], known: TextWords
) -> list[Run]:
    """The runs of a block. `marks` are all those of the text, in its order."""
    runs: list[Run] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        for lifted in (line.margin, line.label):
            if lifted:
                start, end = lifted
                runs.append(Run(RunKind.LABEL, start, end, ""))
                if (gap := min(space_end(text, end), line.start)) > end:
                    runs.append(Run(RunKind.SPACE, end, gap, ""))
        runs += _line_runs(text, line, marks, known)
        if following is not None:
            _add_joint(text, runs, line, following, known)
    return _tidy(runs)


def _tidy(runs: Sequence[Run]) -> list[Run]:
    """The runs without space that reads double, or that opens or closes the block."""
    found: list[Run] = []
    last = " "
    for run in runs:
        doubled = run.kind is RunKind.SPACE and run.text == " " and last == " "
        found.append(replace(run, text="") if doubled else run)
        last = run.text[-1:] or last
    for place in range(len(found) - 1, -1, -1):
        if found[place].text and found[place].kind is not RunKind.SPACE:
            break
        found[place] = replace(found[place], text="")
    return found


def _line_runs(
    text: str, line: SuppliedLine, marks: Sequence[ReferenceMark], known: TextWords
) -> Iterator[Run]:
    """The runs of one line's words."""
    at = line.start
    first = bisect_left(marks, line.start, key=lambda mark: mark.start)
    for mark in takewhile(lambda mark: mark.end <= line.end, islice(marks, first, None)):
        start, end = trim(text, at, mark.start)
        yield from _word_runs(text, at, end, known)
        if mark.start > max(start, end):
            yield Run(RunKind.SPACE, max(start, end), mark.start, "")
        yield Run(RunKind.MARK, mark.start, mark.end, "", note=mark.label)
        at = space_end(text, mark.end, line.end)
        if at > mark.end:
            yield Run(RunKind.SPACE, mark.end, at, " ")
    yield from _word_runs(text, at, line.end, known)


def _word_runs(text: str, start: int, end: int, known: TextWords) -> Iterator[Run]:
    """Words with their odd spaces, soft hyphens and presentation forms as runs of their own."""
    at = start
    for match in _ODD.finditer(text, start, end):
        if match["space"] == " " or (
            match["space"] in _NO_BREAK and _holds(text, match.start(), match.end())
        ):
            continue
        if match.start() > at:
            yield Run(RunKind.TEXT, at, match.start(), text[at : match.start()])
        at = match.end()
        if match["space"]:
            shown = "" if all(char in UNSEEN for char in match[0]) else " "
            yield Run(RunKind.SPACE, match.start(), at, shown)
        elif match["soft"]:
            before = text[max(start, match.start() - _WORD_AT_MOST) : match.start()]
            after = text[at : min(end, at + _WORD_AT_MOST)]
            joint = judge_inside(before, match["soft"][0], after, known)
            yield Run(RunKind.HYPHEN, match.start(), at, "-" if joint is Joint.KEPT else "")
        else:
            yield Run(RunKind.RESTORED, match.start(), at, unicodedata.normalize("NFKC", match[0]))
    if end > at:
        yield Run(RunKind.TEXT, at, end, text[at:end])


def _holds(text: str, start: int, end: int) -> bool:
    """Whether a no-break space does its work: inside a number, or between a word and its French punctuation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before == "«" or (after != "" and after in ":;?!»%") or (before.isdigit() and after.isdigit())


def _add_joint(
    text: str, runs: list[Run], line: SuppliedLine, following: SuppliedLine, known: TextWords
) -> None:
    """Add what is between two lines that read on."""
    stop = space_end(text, line.end)
    words = line.words(text)
    if not words:
        if stop > line.end:
            runs.append(Run(RunKind.SPACE, line.end, stop, ""))
        return
    joint = Joint.NOTHING if line.dropped else judge_line_end(words, following.words(text), known)
    if joint in (Joint.SPACE, Joint.NOTHING):
        runs.append(Run(RunKind.SPACE, line.end, stop, joint.value))
        return
    last = runs.pop()
    if last.end - last.start > 1:
        runs.append(Run(last.kind, last.start, last.end - 1, last.text[:-1]))
    typed = text[line.end - 1]
    kept = typed if typed in _HYPHENS_OF_WORDS else "-"
    runs.append(Run(RunKind.HYPHEN, line.end - 1, stop, kept if joint is Joint.KEPT else ""))
