"""`sources/<key>/drafts.yml`: claims in the making. Every field may be absent or empty; they are counted, not read."""

from __future__ import annotations

from dossier.leaves.nearest import suggest
from dossier.load.files import File
from dossier.load.lists import parse_list
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.problem import Problems


def count_drafts(file: File, model: type[Claim], problems: Problems) -> int:
    """How many drafts a file holds. Reported is what is no YAML and what no claim has."""
    own = Problems()
    drafts = parse_list(file, own).drafts
    problems.update(Problems({problem for problem in own if problem.code is not Code.EMPTY_VALUE}))
    known = sorted({field.alias or name for name, field in model.model_fields.items()} - {"source"})
    for draft in drafts:
        for name in draft.values:
            if name not in known:
                help_ = suggest(name, known) or "delete it"
                problems.add(draft.keys[name,], Code.UNKNOWN_FIELD, f"no claim has a field `{name}`", help_)
    return len(drafts)
