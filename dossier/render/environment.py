"""The template environment: whatever is plain text leaves it safe; what a page says is left to its template."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.leaves.numbers import counted
from dossier.model.kinds import RecordKind
from dossier.render import answers, texts, wording, works
from dossier.render.safe import safe, ticked, words


@cache
def environment() -> Environment:
    """The one environment.

    `autoescape` lets macros hand on what they wrote; `finalize` makes every other printed value safe. Joining texts
    inside a template would slip past it, so templates use neither `~` nor `|join` (a test looks).
    """
    env = Environment(
        loader=PackageLoader("dossier.render"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<!--#",  # `{#` begins the id of a heading
        comment_end_string="#-->",
    )
    env.globals.update(RecordKind.__members__)  # CLAIM, ENTITY …, as templates name the record of a link
    env.globals.update(answers=answers, counted=counted, texts=texts, wording=wording, works=works)
    env.filters["words"] = words
    env.filters["ticked"] = ticked
    return env


def _finalized(value: Any) -> Any:  # noqa: ANN401 - Jinja passes whatever is printed
    return value if isinstance(value, StrictUndefined) else safe("" if value is None else value)
