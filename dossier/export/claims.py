"""`claims.json`: every claim, by id, with where its words were found."""

from __future__ import annotations

from dossier.export.evidence import EVIDENCE
from dossier.export.fields import (
    ADDRESS,
    DAY,
    EDTF,
    ID,
    TEXT,
    VALUE,
    Field,
    FieldType,
    list_of,
    one_of,
    or_null,
    record,
    word_of,
)
from dossier.export.history import REVISED
from dossier.export.layout import by_id, json_file
from dossier.leaves.address import page_of, quote_url
from dossier.model.claim import Answer, Claim, Figure, Via
from dossier.model.exported import ExportedFile
from dossier.model.kinds import Bound, ClaimStatus, RecordKind
from dossier.model.public import Public
from dossier.model.record import Allowance
from dossier.model.vocabulary import Qualifier

VIA: FieldType[Via] = record(
    Field("work", "The key of the work in `works.json`.", TEXT, lambda via: via.work),
    Field("locator", "Where in it, as the source says.", or_null(TEXT), lambda via: via.locator),
)
FIGURE: FieldType[Figure] = record(
    Field("value", "The number, as typed.", TEXT, lambda figure: figure.value),
    Field("unit", "What is counted.", TEXT, lambda figure: figure.unit),
    Field("bound", "How the source bounds it.", one_of(Bound), lambda figure: figure.bound),
    Field("period", "The period counted over.", or_null(EDTF), lambda figure: figure.period),
)
ANSWER: FieldType[Answer] = record(
    Field("question", "The question’s id.", ID, lambda answer: answer.question),
    Field(
        "value",
        "A date, number or word as typed, or the figure’s; a list for a question whose `type` is `set`.",
        or_null(VALUE),
        lambda answer: answer.value,
    ),
    Field(
        "bound",
        "How the source bounds it, or the figure.",
        or_null(one_of(Bound)),
        lambda answer: answer.bound,
    ),
    Field("period", "The period counted over.", or_null(EDTF), lambda answer: answer.period),
)
ALLOWANCE: FieldType[Allowance] = record(
    Field("code", "The code of the warning.", TEXT, lambda allowance: allowance.code),
    Field("why", "Why it is accepted.", TEXT, lambda allowance: allowance.why),
)


def claims(public: Public) -> ExportedFile:
    """One record a claim."""
    evidence = public.evidence
    vocabulary = public.corpus.vocabulary
    fields: FieldType[Claim] = record(
        Field("id", "Its id.", ID, lambda claim: claim.id),
        Field("source", "The key of its source.", ID, lambda claim: claim.source),
        Field("statement", "What the source says, in our words.", TEXT, lambda claim: claim.statement),
        Field(
            "quote",
            "The source’s words, as the editors typed them; `[…]` stands for words left out.",
            TEXT,
            lambda claim: claim.quote,
        ),
        Field("kind", "What it is.", word_of(vocabulary.claims), lambda claim: claim.kind),
        Field("date", "When what it tells of happened.", or_null(EDTF), lambda claim: claim.date),
        Field("as_of", "When a figure, judgment or office held.", or_null(EDTF), lambda claim: claim.as_of),
        Field(
            "about",
            "The entities it is about; first what it is chiefly about.",
            list_of(ID),
            lambda claim: claim.about,
        ),
        Field("topics", "Its topics.", list_of(ID), lambda claim: claim.topics),
        Field(
            "speaker",
            "The entities whose words the source reports.",
            list_of(ID),
            lambda claim: claim.speaker,
        ),
        Field("via", "Works that the source cites for it.", list_of(VIA), lambda claim: claim.via),
        Field("figure", "The number that is its point.", or_null(FIGURE), lambda claim: claim.figure),
        Field(
            "answers",
            "The questions it answers.",
            list_of(ANSWER),
            lambda claim: [claim.answer_to(answer.question) for answer in claim.answers],
        ),
        *(_told(qualifier) for qualifier in vocabulary.qualifiers),
        Field(
            "context",
            "Further passages of the source that supply the subject or date.",
            list_of(TEXT),
            lambda claim: claim.context,
        ),
        Field("remark", "An editor’s remark.", or_null(TEXT), lambda claim: claim.remark),
        Field(
            "status",
            "Why it is left off timeline and scales.",
            or_null(one_of(ClaimStatus)),
            lambda claim: claim.status,
        ),
        Field(
            "allow",
            "Warnings of the checks that an editor answered.",
            list_of(ALLOWANCE),
            lambda claim: claim.allow,
        ),
        Field(
            "evidence",
            "Where the quotation was found.",
            EVIDENCE,
            lambda claim: evidence[claim.id],
        ),
        Field(
            "added",
            "The day on which it was added, or its source.",
            DAY,
            lambda claim: claim.added or public.corpus.sources[claim.source].supplied,
        ),
        REVISED,
        Field("formerly", "Ids that it had before.", list_of(ID), lambda claim: claim.formerly),
        Field("url", "Its page.", ADDRESS, lambda claim: page_of(RecordKind.CLAIM, claim.id)),
        Field(
            "source_url",
            "Its words in the text of the source.",
            or_null(ADDRESS),
            lambda claim: quote_url(claim.source, claim.id) if evidence[claim.id].anchor else None,
        ),
    )
    return json_file(public, "claims", "one claim", fields, by_id(public.corpus.claims))


def _told(qualifier: Qualifier) -> Field[Claim]:
    return Field(
        qualifier.id,
        f"What it tells of ({qualifier.name}); null where it tells of none.",
        or_null(word_of(qualifier.states)),
        lambda claim: claim.told(qualifier),
    )
