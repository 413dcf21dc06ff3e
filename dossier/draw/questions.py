"""The questions at a glance: a square each, with its number of positions, grouped by how the answers stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.leaves import address, terms
from dossier.model.analysis import QuestionResult, QuestionStatus
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "questions/"
LAYOUTS = {"overview": 640, "overview-narrow": 340}
SQUARE, GAP = 20, 4
HEAD = 20


@dataclass(frozen=True, slots=True)
class Square:
    """A question: a link to its page."""

    href: Markup
    title: str
    positions: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Group:
    """Questions whose answers stand alike, below their heading at `y`."""

    words: str
    status: QuestionStatus
    y: int
    squares: tuple[Square, ...]


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The overview; none where no question has an answer."""
    answered = [found for found in dossier.analysis.questions.values() if found.positions]
    for name, width in LAYOUTS.items() if answered else ():
        groups = tuple(_groups(dossier, answered, width))
        height = max(square.y for square in groups[-1].squares) + SQUARE + 2
        words = f"{svg.counted(len(answered), 'question')} by how the answers stand"
        narrow = name.endswith("-narrow")
        yield (
            PAGE,
            svg.picture(
                name,
                "questions.svg",
                name=words,
                narrow=narrow,
                width=width,
                height=height,
                groups=groups,
                size=SQUARE,
            ),
        )


def _groups(dossier: Public, answered: Sequence[QuestionResult], width: int) -> Iterator[Group]:
    y = 0
    for words, status, members in _sorted(dossier, answered):
        squares = tuple(_squares(dossier, words, members, y + HEAD, width))
        yield Group(f"{words[0].upper()}{words[1:]}: {len(members)}", status, y, squares)
        y = squares[-1].y + SQUARE + 10


def _sorted(
    dossier: Public, answered: Sequence[QuestionResult]
) -> Iterator[tuple[str, QuestionStatus, list[QuestionResult]]]:
    """Those that differ first, by verdict; most positions first."""
    asked = dossier.corpus.questions
    ranked = sorted(answered, key=lambda found: (-len(found.positions), found.question))
    differ = [found for found in ranked if found.status is QuestionStatus.DIFFER]
    for verdict in (*Verdict, None):
        members = [found for found in differ if asked[found.question].verdict is verdict]
        words = terms.QUESTION_STATUS[QuestionStatus.DIFFER]
        if members:
            yield f"{words}, {terms.VERDICT[verdict]}" if verdict else words, QuestionStatus.DIFFER, members
    for status in (QuestionStatus.AGREE, QuestionStatus.SINGLE):
        members = [found for found in ranked if found.status is status]
        if members:
            yield terms.QUESTION_STATUS[status], status, members


def _squares(
    dossier: Public, words: str, members: Sequence[QuestionResult], y: int, width: int
) -> Iterator[Square]:
    columns = (width + GAP) // (SQUARE + GAP)
    for number, found in enumerate(members):
        asks = dossier.corpus.questions[found.question].asks
        positions = svg.counted(len(found.positions), "position")
        yield Square(
            svg.link(PAGE, address.page_of(RecordKind.QUESTION, found.question)),
            f"{asks} {words[0].upper()}{words[1:]}, {positions}",
            len(found.positions),
            number % columns * (SQUARE + GAP),
            y + number // columns * (SQUARE + GAP),
        )
