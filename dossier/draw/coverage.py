"""Which source speaks of what: topics and programs by source, a square each with the number of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.draw import svg
from dossier.draw.names import source_label
from dossier.leaves import address
from dossier.model.claim import Claim
from dossier.model.ids import ClaimId, SourceKey
from dossier.model.kinds import EntityKind, RecordKind
from dossier.model.picture import Picture
from dossier.model.public import Public

PAGE = "coverage/"
LAYOUTS = {"": (250, 66), "-narrow": (150, 36)}
"""What is added to the names of the drawings, and the widths of a row's name and of a column."""
ROW = 22
LEVELS = (1, 3, 10)
"""From how many claims on a square is shaded, and shaded more."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The claims of one source in a row."""

    x: int
    claims: int
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A topic or program: a link to its page, a cell for each source that speaks of it, boxes for the others."""

    href: Markup
    title: str
    label: str
    y: int
    cells: tuple[Cell, ...]
    silence: Markup


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about, and its claims."""

    name: str
    page: str
    claims: tuple[ClaimId, ...]


def pictures(dossier: Public) -> Iterator[tuple[str, Picture]]:
    """The matrix of topics and that of programs, each where there are any."""
    topics = [
        Subject(
            topic.name, address.page_of(RecordKind.TOPIC, topic.id), dossier.links.by_topic.get(topic.id, ())
        )
        for topic in dossier.corpus.topics.values()
    ]
    programs = [
        Subject(entity.name, address.page_of(entity.kind, entity.id), dossier.links.about.get(entity.id, ()))
        for entity in dossier.corpus.entities.values()
        if EntityKind.PROGRAM in entity.kinds
    ]
    for name, subjects in (("topics", topics), ("programs", programs)):
        ranked = sorted(subjects, key=lambda subject: (subject.name.casefold(), subject.page))
        for suffix, (label, column) in LAYOUTS.items() if ranked else ():
            yield PAGE, _matrix(dossier, f"{name}{suffix}", ranked, label, column)


def _matrix(dossier: Public, name: str, subjects: Sequence[Subject], label: int, column: int) -> Picture:
    labels = {key: source_label(dossier, key) for key in dossier.corpus.sources}
    head = max((len(words) for words in labels.values()), default=0) * svg.CHARACTER * 3 // 4 + 14
    turned = any(len(words) * svg.CHARACTER > column for words in labels.values())
    top = head if turned else 20
    return svg.picture(
        name,
        "matrix.svg",
        name=f"Claims on {svg.counted(len(subjects), name.removesuffix('-narrow')[:-1])} "
        f"by {svg.counted(len(labels), 'source')}",
        narrow=name.endswith("-narrow"),
        width=label + column * len(labels) + (head if turned else 0),
        height=top + ROW * len(subjects) + 2,
        turned=turned,
        heads=[(label + column * number, words) for number, words in enumerate(labels.values())],
        top=top,
        column=column,
        rows=[
            _row(dossier, labels, subject, top + ROW * number, label, column)
            for number, subject in enumerate(subjects)
        ],
    )


def _row(
    dossier: Public, labels: Mapping[SourceKey, str], subject: Subject, y: int, label: int, column: int
) -> Row:
    claims = [dossier.corpus.claims[claim] for claim in subject.claims]
    counts = [_count(claims, key) for key in labels]
    told = ", ".join(
        f"{words} {count or 'none'}" for words, count in zip(labels.values(), counts, strict=True)
    )
    return Row(
        svg.link(PAGE, subject.page),
        f"{subject.name}: {told}",
        svg.fitted(subject.name, label - 8),
        y,
        tuple(
            Cell(label + column * number, count, sum(count >= least for least in LEVELS))
            for number, count in enumerate(counts)
            if count
        ),
        Markup(
            "".join(
                f"M{label + column * number + 1} {y + 1}h{column - 2}v19h{2 - column}z"
                for number, count in enumerate(counts)
                if not count
            )
        ),
    )


def _count(claims: Sequence[Claim], source: SourceKey) -> int:
    return sum(claim.source == source for claim in claims)
