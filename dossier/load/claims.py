"""`sources/<key>/claims.yml`: the claims of a source, by the rules that one claim can be held to alone."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.load.drafts import Draft
from dossier.load.lists import Drafts
from dossier.load.records import IdRegistry, Records, records_of
from dossier.load.rules import check_history, check_needed, check_repeats
from dossier.load.validate import fields_of
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.ids import ANY_ID, ID_PATTERN, SourceKey
from dossier.model.kinds import RecordKind
from dossier.model.problem import Problems, Related


def read_claims(
    found: Drafts, source: SourceKey, model: type[Claim], names: IdRegistry, problems: Problems
) -> Records[Claim]:
    """The claims of the file of one source; `model` is that of the project's vocabulary."""

    def rule(draft: Draft, problems: Problems) -> None:
        _check_id(draft, source, problems)
        _check_claim(draft, problems)
        check_history(draft, fields_of(model), problems)

    claims = records_of(found, RecordKind.CLAIM, model, rule, names, problems, {"source": source})
    broken = frozenset("" if id_ == ANY_ID else id_ for id_ in claims.broken)
    meant = frozenset(f"{source}-{id_}" for id_ in broken)  # where the key of the source was left out
    return replace(claims, broken=broken | meant)


def _check_id(draft: Draft, source: SourceKey, problems: Problems) -> None:
    id_ = draft.text("id")
    if id_ is None or not re.fullmatch(ID_PATTERN, id_) or id_.startswith(f"{source}-"):
        return
    message = f"the id of a claim begins with its source's key: `{source}-…`"
    problems.add(draft.places.of("id"), Code.BAD_ID, message, f"write `{source}-{id_}`")


def _check_claim(draft: Draft, problems: Problems) -> None:
    for field in ("about", "topics", "speaker", "via"):
        check_repeats(draft, (field,), problems)
    if "status" in draft.values:
        check_needed(draft, "remark", "a claim with a `status` says why", problems)
    _check_via(draft, problems)
    _check_answers(draft, problems)


def _check_via(draft: Draft, problems: Problems) -> None:
    via = draft.value("via")
    for at, item in enumerate(via if isinstance(via, list) else ()):
        if isinstance(item, dict):
            place = draft.places.of("via", at)
            problems.add(
                place, Code.WRONG_SHAPE, "a work in `via` must be text", 'write `"key"` or `"key, p. 7"`'
            )


def _check_answers(draft: Draft, problems: Problems) -> None:
    answers = draft.value("answers")
    answered: dict[str, int] = {}
    for at in range(len(answers) if isinstance(answers, list) else 0):
        question = draft.text("answers", at, "question")
        if question and (first := answered.setdefault(question, at)) != at:
            related = [Related(draft.places.of("answers", first, "question"), "the first answer to it")]
            message = f"`{question}` is answered twice"
            place = draft.places.of("answers", at, "question")
            problems.add(place, Code.REPEATED_ITEM, message, "delete one answer", related)
