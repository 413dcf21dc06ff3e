"""Jinja templates that print nothing unsafe. What a template says is left to the package that holds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup

from dossier.leaves.markup import safe
from dossier.leaves.numbers import counted


class _CallingContext(Context):
    """Calls what a template calls as it is: nothing of ours wants to be handed the context, for which Jinja looks."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401 - a template's
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        return function(*args, **named)


class _DirectGenerator(CodeGenerator):
    """Prints what `finalize` gives: that is safe already, and is not to be escaped once more. An attribute is read as
    Python reads it; keys of mappings are asked for as such.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        self.write(")")


class _Environment(Environment):
    context_class = _CallingContext
    code_generator_class = _DirectGenerator

    def make_globals(self, d: Mapping[str, Any] | None) -> dict[str, Any]:
        """Names of all templates, and those of one, in a plain mapping: it is copied for each page."""
        return {**self.globals, **(d or {})}


def finalized(value: Any) -> Markup:  # noqa: ANN401 - Jinja passes whatever is printed
    """A value as templates print it: nothing for none, what is `Markup` as it is, all else safe."""
    if isinstance(value, Markup):
        return value
    return safe("" if value is None else value)


def environment(
    package: str,
    finalize: Callable[[Any], Markup] = finalized,
    **options: Any,  # noqa: ANN401 - Jinja's own
) -> Environment:
    """The templates of a package.

    `autoescape` lets macros hand on what they wrote; `finalize` makes every other printed value safe. Joining texts
    inside a template would slip past it, so templates use neither `~` nor `|join` (a test looks).
    """
    env = _Environment(
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.globals["counted"] = counted
    return env
