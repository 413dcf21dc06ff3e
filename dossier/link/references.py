"""Checks that the ids in fields of records exist. Ids in inline Markdown are left to `inline`."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.leaves.nearest import suggest
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.entity import Entity
from dossier.model.kinds import QuestionType, RecordKind
from dossier.model.place import Place
from dossier.model.problem import Problems, Related
from dossier.model.question import OPEN_LIST, Question

_UNKNOWN = {  # no field names a source or a page
    RecordKind.CLAIM: (Code.UNKNOWN_CLAIM, "the `claims.yml` of its source"),
    RecordKind.ENTITY: (Code.UNKNOWN_ENTITY, "the file of its kind in `sources/index/`"),
    RecordKind.QUESTION: (Code.UNKNOWN_QUESTION, "`sources/index/questions.yml`"),
    RecordKind.TOPIC: (Code.UNKNOWN_TOPIC, "`sources/index/topics.yml`"),
    RecordKind.WORK: (Code.UNKNOWN_WORK, "`citations.bib`"),
}
"""What to report, and where such a record is added."""


def check_references(corpus: Corpus, problems: Problems) -> None:
    """Report every id that leads nowhere; a reference to a broken record is silent."""
    check = _Check(corpus, problems)
    for claim in corpus.claims.values():
        check.claim(claim)
    for entity in corpus.entities.values():
        check.entity(entity)
    for question in corpus.questions.values():
        check.question(question)
    for source in corpus.sources.values():
        check.id(
            RecordKind.WORK, source.citation, corpus.place(RecordKind.SOURCE, source.citation, "citation")
        )
    for path, page in corpus.pages.items():
        for number, topic in enumerate(page.topics):
            check.id(RecordKind.TOPIC, topic, corpus.place(RecordKind.PAGE, path, "topics", number))


@dataclass(frozen=True, slots=True)
class _Check:
    corpus: Corpus
    problems: Problems

    def id(self, kind: RecordKind, id: str, place: Place) -> None:  # noqa: A002 - the records' own word
        """Report an id that no record of its kind has."""
        if id in self.corpus.ids(kind) or id in self.corpus.broken:
            return
        code, where = _UNKNOWN[kind]
        owner = next((other for other in _UNKNOWN if id in self.corpus.ids(other)), None)
        help_ = "" if owner else suggest(id, self.corpus.ids(kind)) or f"add it to {where}"
        related = [Related(self.corpus.place(owner, id), f"`{id}` is {owner.with_article}")] if owner else []
        message = f"`{id}` is not the id of {kind.with_article}"
        self.problems.add(place, code, message, help_, related)

    def claim(self, claim: Claim) -> None:
        """Check the references of one claim."""
        for field, kind, ids in (
            ("about", RecordKind.ENTITY, claim.about),
            ("speaker", RecordKind.ENTITY, claim.speaker),
            ("topics", RecordKind.TOPIC, claim.topics),
            ("via", RecordKind.WORK, [via.work for via in claim.via]),
        ):
            for number, key in enumerate(ids):
                self.id(kind, key, self.corpus.place(RecordKind.CLAIM, claim.id, field, number))
        for number, answer in enumerate(claim.answers):
            self.id(
                RecordKind.QUESTION,
                answer.question,
                self.corpus.place(RecordKind.CLAIM, claim.id, "answers", number, "question"),
            )
            self.choices(claim, number)
        self.speakers(claim)

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

    def entity(self, entity: Entity) -> None:
        """Check the relations of one entity."""
        counted: dict[str, int] = {}
        for relation, supported in entity.relations:
            number = counted.get(relation.id, 0)
            counted[relation.id] = number + 1
            self.id(
                RecordKind.ENTITY,
                supported.id,
                self.corpus.place(RecordKind.ENTITY, entity.id, relation.id, number, "id"),
            )
            for position, claim in enumerate(supported.claims):
                path = (relation.id, number, "claims", position)
                self.id(RecordKind.CLAIM, claim, self.corpus.place(RecordKind.ENTITY, entity.id, *path))
        for number, other in enumerate(entity.see):
            self.id(RecordKind.ENTITY, other, self.corpus.place(RecordKind.ENTITY, entity.id, "see", number))

    def question(self, question: Question) -> None:
        """Check what a question is about, and that a choice has choices."""
        for number, key in enumerate(question.about):
            self.id(
                RecordKind.ENTITY, key, self.corpus.place(RecordKind.QUESTION, question.id, "about", number)
            )
        if question.type is QuestionType.CHOICE and not question.choices:
            self.problems.add(
                self.corpus.place(RecordKind.QUESTION, question.id, "type"),
                Code.CHOICES_MISSING,
                "a question of type choice needs its choices",
                "add `choices: [one, another]`",
            )
