"""Pages of questions, positions side by side, and their index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from dossier.draw import squares
from dossier.draw.scale import Value, draw_scale
from dossier.draw.squares import Square, draw_squares
from dossier.draw.time_axis import fits
from dossier.leaves import address
from dossier.leaves.address import SitePage
from dossier.leaves.numbers import counted
from dossier.model.analysis import Position, QuestionResult, QuestionStatus
from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.ids import QuestionId
from dossier.model.kinds import RecordKind, Verdict
from dossier.model.output import MadeFile, OutputFile
from dossier.model.quantity import Quantity
from dossier.model.question import Question
from dossier.render import wording
from dossier.render.answers import as_of, value
from dossier.render.catalog import Catalog
from dossier.render.citing import cite_page
from dossier.render.further_pages import further_pages
from dossier.render.origins import count_origins
from dossier.render.paging import EntryKind, PageList, paged
from dossier.render.view import View
from dossier.render.writing import Front, write_page

_RELATED = 3
"""How many other questions a question names."""
_BEYOND = "outside of the years 1 to 9999"
Asked = tuple[Question, QuestionResult]
Group = tuple[str, str, str, list[Asked]]


def pages(catalog: Catalog) -> Iterator[MadeFile]:
    """The index, and one page a question."""
    asked = answered(catalog)
    front = Front(
        "Questions", "index", "Where several claims answer one question, side by side.", outline=True
    )
    groups = list(_groups(asked))
    view = View(catalog, SitePage.QUESTIONS)
    listed = [PageList(anchor, words, EntryKind.QUESTION, tuple(asked)) for words, _, anchor, asked in groups]
    lists = paged(view.address, listed, catalog.room)
    yield write_page(
        view,
        front,
        "questions.md",
        lists=lists.of(""),
        means={anchor: means for _, means, anchor, _ in groups},
        asked=asked,
        picture=_overview(view, groups) if lists.whole else "",
    )
    yield from further_pages(catalog, lists.further, front, [])
    keys = [question.id for question, _ in asked]
    for (question, _), before, after in zip(asked, (None, *keys), (*keys[1:], None), strict=False):
        if catalog.wants(address.page_of(RecordKind.QUESTION, question.id)):
            yield from catalog.pages(_page, question.id, (before, after))


def answered(catalog: Catalog) -> list[Asked]:
    """The questions with their positions, those with most positions first."""
    questions = catalog.dossier.corpus.questions
    asked = [
        (questions[key], found)
        for key, found in catalog.dossier.analysis.questions.items()
        if key in questions
    ]
    return sorted(asked, key=lambda pair: (-len(pair[1].positions), pair[0].asks.casefold(), pair[0].id))


def _groups(asked: list[Asked]) -> Iterator[Group]:
    """Heading, what it means, anchor and questions: those that differ first, by verdict."""
    for verdict in (*Verdict, None):
        members = [
            pair for pair in asked if pair[1].status is QuestionStatus.DIFFER and pair[0].verdict is verdict
        ]
        words = wording.VERDICT[verdict].capitalize() if verdict else "Answers differ"
        means = wording.VERDICT_MEANS[verdict] if verdict else ""
        if members:
            yield words, means, f"differ--{verdict.value if verdict else 'other'}", members
    for status, words, means in (
        (QuestionStatus.AGREE, "Sources agree", "That sources agree does not make them independent."),
        (QuestionStatus.SINGLE, "One source answers", ""),
    ):
        members = [pair for pair in asked if pair[1].status is status and pair[1].positions]
        if members:
            yield words, means, status.value, members
    members = [pair for pair in asked if not pair[1].positions]
    if members:
        yield "No claim answers yet", "", "open", members


def _overview(view: View, groups: list[Group]) -> Markup:
    """The questions with an answer, a square each, grouped and in order as the lists are."""
    drawn = [_squares(view, asked) for _, _, _, asked in groups if asked[0][1].positions]
    total = counted(sum(len(group.squares) for group in drawn), "question")
    if not drawn:
        return Markup("")
    return view.drawn("squares", draw_squares, f"{total} by how the answers stand", drawn)


def _squares(view: View, asked: list[Asked]) -> squares.SquareGroup:
    question, found = asked[0]
    heading = wording.outcome(question, found).capitalize()
    return squares.SquareGroup(
        heading,
        wording.outcome_sort(question, found),
        [
            Square(
                view.url(RecordKind.QUESTION, question.id),
                f"{question.asks} {heading}; {counted(len(found.positions), 'answer')}",
                len(found.positions),
            )
            for question, found in asked
        ],
    )


def _page(
    catalog: Catalog, about: QuestionId, beside: tuple[QuestionId | None, QuestionId | None]
) -> Iterator[OutputFile]:
    question = catalog.dossier.corpus.questions[about]
    found = catalog.dossier.analysis.questions[about]
    view = View(catalog, address.page_of(RecordKind.QUESTION, question.id))
    claims = catalog.claims(claim for position in found.positions for claim in position.claims)
    differs = found.status is QuestionStatus.DIFFER
    front = Front(
        question.asks,
        "question",
        view.plain(RecordKind.QUESTION, question.id, "note") or _told(view, question, found),
        record="sources/index/questions.yml",
        cite=cite_page(view, RecordKind.QUESTION, question.id),
        linked=catalog.linked.on_page(catalog.linked.question(question)),
    )
    yield write_page(
        view,
        front,
        "question.md",
        question=question,
        answered=found,
        mentions=view.cited_on(RecordKind.QUESTION, question.id),
        sources=catalog.sources_of(claims),
        origins=count_origins(claims),
        cited=list(dict.fromkeys(via.work for claim in claims for via in claim.via)),
        meant=wording.VERDICT_MEANS[question.verdict] if differs and question.verdict else "",
        related=_related(catalog, question),
        picture=_scale(view, question, found),
        off_scale=_off_scale(claims, found),
        beside=beside,
    )


def _related(catalog: Catalog, question: Question) -> list[QuestionId]:
    """Those that are about the same things, or answered by what is: rare things count for more."""
    shared: dict[QuestionId, float] = defaultdict(float)
    for entity in question.about:
        others = [key for key in catalog.dossier.links.touching.get(entity, ()) if key != question.id]
        for key in others:
            shared[key] += 1 / len(others)
    return sorted(shared, key=lambda key: (-shared[key], key))[:_RELATED]


def _told(view: View, question: Question, found: QuestionResult) -> str:
    """The answers in a line, for those who have only the title and this."""
    told = "; ".join(
        f"{value(view, position)} ({', '.join(map(view.label, position.sources))})"
        for position in found.positions
    )
    return f"{wording.outcome(question, found).capitalize()}: {told}." if told else "No claim answers yet."


def _scale(view: View, question: Question, found: QuestionResult) -> Markup:
    """The dates or numbers, where two or more can be compared; one that rests on misprints alone is left off."""
    values = [
        _value(view, position, position.value)
        for position in found.positions
        if isinstance(position.value, Quantity | Date)
        and (isinstance(position.value, Quantity) or fits(position.value))
        and any(view.claim(claim).counts for claim in position.claims)
    ]
    name = f"{counted(len(values), 'answer')} to: {question.asks}"
    return view.drawn("scales", draw_scale, name, values) if len(values) > 1 else Markup("")


def _value(view: View, position: Position, value: Date | Quantity) -> Value:
    period = f", {position.period.label}" if position.period else ""
    told = as_of(view, position)
    held = f", {told}" if told else ""
    words = f"{value.label}{period}{held}: {', '.join(map(view.label, position.sources))}"
    claims = f" ({counted(len(position.claims), 'claim')})" if len(position.claims) > 1 else ""
    href = view.url(RecordKind.CLAIM, position.claims[0])
    return Value(href, words, words + claims, value, position.period)


def _off_scale(claims: tuple[Claim, ...], found: QuestionResult) -> str:
    """What a scale leaves out, in words."""
    dates = [position.value for position in found.positions if isinstance(position.value, Date)]
    left = (
        (sum(not claim.counts for claim in claims), "misprint", "misprints"),
        (sum(not fits(date) for date in dates), f"date {_BEYOND}", f"dates {_BEYOND}"),
    )
    words = " and ".join(counted(*kind) for kind in left if kind[0])
    return f"{words} {'is' if sum(number for number, _, _ in left) == 1 else 'are'} left" if words else ""
