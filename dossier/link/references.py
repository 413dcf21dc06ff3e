"""Finds the ids in fields of records, and checks that they exist. Ids in inline Markdown are left to `inline`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.leaves.nearest import MOST_SUGGESTED, suggest
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.place import Path, Place, Places
from dossier.model.problem import Fix, Problems, Related
from dossier.model.question import OPEN_LIST, Question

_UNKNOWN = {  # no field names a source or a page
    RecordKind.CLAIM: (
        Code.UNKNOWN_CLAIM,
        "the `claims.yml` of its source: `- id: {}`, with a statement and a quote",
    ),
    RecordKind.ENTITY: (Code.UNKNOWN_ENTITY, "the file of its kind ({files}): `- id: {}` and its `name`"),
    RecordKind.QUESTION: (
        Code.UNKNOWN_QUESTION,
        "`sources/index/questions.yml`: `- id: {}`, what it `asks` and its `type`",
    ),
    RecordKind.TOPIC: (Code.UNKNOWN_TOPIC, "`sources/index/topics.yml`: `- id: {}` and its `name`"),
    RecordKind.WORK: (Code.UNKNOWN_WORK, "`citations.bib`: `@misc{{{}, title = {{…}}, …}}`"),
}
"""What to report, and where and how such a record is added."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a field of a record, the kind of what it names, and the way to it in the record."""

    kind: RecordKind
    id: str
    places: Places
    path: Path

    @property
    def place(self) -> Place:
        """Where it was typed."""
        return self.places.of(*self.path)


def references(corpus: Corpus) -> Iterator[Reference]:
    """Every id by which a field of a sound record names another record, whether or not there is one."""
    for claim in corpus.claims.values():
        yield from _of_claim(corpus, claim)
    for entity in corpus.entities.values():
        yield from _of_entity(corpus, entity)
    for question in corpus.questions.values():
        places = corpus.places[RecordKind.QUESTION, question.id]
        for number, key in enumerate(question.about):
            yield Reference(RecordKind.ENTITY, key, places, ("about", number))
    for placed in corpus.no_questions:
        for number, claim_id in enumerate(placed.record.no_question):
            yield Reference(RecordKind.CLAIM, claim_id, placed.places, ("no_question", number))
    for source in corpus.sources.values():
        places = corpus.places[RecordKind.SOURCE, source.citation]
        yield Reference(RecordKind.WORK, source.citation, places, ("citation",))
    for path, page in corpus.pages.items():
        for number, topic in enumerate(page.topics):
            places = corpus.places[RecordKind.PAGE, path]
            yield Reference(RecordKind.TOPIC, topic, places, ("topics", number))


def _of_claim(corpus: Corpus, claim: Claim) -> Iterator[Reference]:
    places = corpus.places[RecordKind.CLAIM, claim.id]
    for field, kind, ids in (
        ("about", RecordKind.ENTITY, claim.about),
        ("speaker", RecordKind.ENTITY, claim.speaker),
        ("topics", RecordKind.TOPIC, claim.topics),
        ("via", RecordKind.WORK, [via.work for via in claim.via]),
    ):
        for number, key in enumerate(ids):
            yield Reference(kind, key, places, (field, number))
    for number, answer in enumerate(claim.answers):
        yield Reference(RecordKind.QUESTION, answer.question, places, ("answers", number, "question"))


def _of_entity(corpus: Corpus, entity: Entity) -> Iterator[Reference]:
    places = corpus.places[RecordKind.ENTITY, entity.id]
    counted: dict[str, int] = {}
    for relation, supported in entity.relations:
        number = counted.get(relation.id, 0)
        counted[relation.id] = number + 1
        yield Reference(RecordKind.ENTITY, supported.id, places, (relation.id, number, "id"))
        for position, claim in enumerate(supported.claims):
            yield Reference(RecordKind.CLAIM, claim, places, (relation.id, number, "claims", position))
    for number, other in enumerate(entity.see):
        yield Reference(RecordKind.ENTITY, other, places, ("see", number))


def check_references(corpus: Corpus, problems: Problems) -> None:
    """Report every id that leads nowhere; a reference to a broken record is silent."""
    check = _Check(corpus, problems)
    renamed = corpus.renamed
    for reference in references(corpus):
        if reference.id not in corpus.ids(reference.kind) and not corpus.may_be_broken(reference.id):
            check.unknown(reference, renamed.get((reference.kind, reference.id)))
    for claim in corpus.claims.values():
        for number in range(len(claim.answers)):
            check.choices(claim, number)
        check.speakers(claim)
    for question in corpus.questions.values():
        check.question(question)


@dataclass(frozen=True, slots=True)
class _Check:
    corpus: Corpus
    problems: Problems

    def unknown(self, reference: Reference, now: str | None) -> None:
        """Report an id that no record of its kind has; `now` is what a record that had it is called today."""
        kind, typed, place = reference.kind, reference.id, reference.place
        code, where = _UNKNOWN[kind]
        if now:
            fix = Fix(typed, now)
            self.problems.add(place, code, f"`{typed}` is now called `{now}`", f"write `{now}`", fix=fix)
            return
        owner = next((other for other in _UNKNOWN if typed in self.corpus.ids(other)), None)
        related = (
            [Related(self.corpus.place(owner, typed), f"`{typed}` is {owner.with_article}")] if owner else []
        )
        files = ", ".join(f"`{word.file}`" for word in self.corpus.vocabulary.kinds)
        add = f"add it to {where.format(typed, files=files)}"
        nearest = suggest(typed, self.corpus.ids(kind)) if len(self.problems) < MOST_SUGGESTED else ""
        help_ = "" if owner else "\n".join(filter(None, (nearest, add)))
        message = f"`{typed}` is not the id of {kind.with_article}"
        self.problems.add(place, code, message, help_, related)

    def choices(self, claim: Claim, number: int) -> None:
        """Check that an answer is among the choices of its question."""
        answer = claim.answers[number]
        question = self.corpus.questions.get(answer.question)
        if question is None or not question.choices or not isinstance(answer.value, str | tuple):
            return
        typed = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        for item, value in enumerate(typed):
            if value not in question.choices and not (value == OPEN_LIST and item > 0):
                path = ("value", item) if isinstance(answer.value, tuple) else ("value",)
                self.problems.add(
                    self.corpus.place(RecordKind.CLAIM, claim.id, "answers", number, *path),
                    Code.UNKNOWN_CHOICE,
                    f"`{value}` is not a choice of the question `{question.id}`",
                    suggest(value, question.choices) or f"the choices are {', '.join(question.choices)}",
                    [Related(self.corpus.place(RecordKind.QUESTION, question.id, "choices"), "the choices")],
                )

    def speakers(self, claim: Claim) -> None:
        """Check that no speaker is repeated in `about`."""
        for number, key in enumerate(claim.about):
            if key in claim.speaker:
                places = self.corpus.places[RecordKind.CLAIM, claim.id]
                self.problems.add(
                    places.of("about", number),
                    Code.SPEAKER_IN_ABOUT,
                    f"`{key}` is named as speaker and again in `about`",
                    "keep it under `speaker` alone",
                    [Related(places.of("speaker", claim.speaker.index(key)), "the speaker")],
                )

    def question(self, question: Question) -> None:
        """Check that a choice has choices."""
        if question.type is QuestionType.CHOICE and not question.choices:
            self.problems.add(
                self.corpus.place(RecordKind.QUESTION, question.id, "type"),
                Code.CHOICES_MISSING,
                "a question of type choice needs its choices",
                "add `choices: [one, another]`",
            )
