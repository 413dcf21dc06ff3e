"""Jinja templates that print nothing unsafe. What a template says is left to the package that holds it."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.leaves.markup import safe
from dossier.leaves.numbers import counted


def environment(package: str, **options: Any) -> Environment:  # noqa: ANN401 - Jinja's own
    """The templates of a package.

    `autoescape` lets macros hand on what they wrote; `finalize` makes every other printed value safe. Joining texts
    inside a template would slip past it, so templates use neither `~` nor `|join` (a test looks).
    """
    env = Environment(
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.globals["counted"] = counted
    return env


def _finalized(value: Any) -> Any:  # noqa: ANN401 - Jinja passes whatever is printed
    return value if isinstance(value, StrictUndefined) else safe("" if value is None else value)
