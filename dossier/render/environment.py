"""The templates of pages, with what they call. What a page says is left to its template."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from dossier.leaves import templates
from dossier.leaves.address import ARCHIVE, FEED, SitePage
from dossier.leaves.arabic import title, words
from dossier.leaves.markup import safe
from dossier.leaves.phrases import headed
from dossier.model.kinds import RecordKind
from dossier.render import answers, texts, wording, works

_CODE = Markup("<code>{}</code>")


@cache
def environment() -> Environment:
    """The one environment of pages."""
    env = templates.environment(
        "dossier.render",
        keep_trailing_newline=True,
        comment_start_string="<!--#",  # `{#` begins the id of a heading
        comment_end_string="#-->",
    )
    env.globals.update(RecordKind.__members__)  # CLAIM, ENTITY …, as templates name the record of a link
    env.globals.update(SitePage.__members__)  # TIMELINE, MAP …
    env.globals["ARCHIVE"] = ARCHIVE
    env.globals["FEED"] = FEED
    env.globals.update(answers=answers, texts=texts, wording=wording, works=works)
    env.filters["headed"] = headed
    env.filters["words"] = words
    env.filters["title_words"] = title
    env.filters["ticked"] = ticked
    return env


def load_parts() -> None:
    """Make ready what many templates import, for processes that part."""
    for name in environment().list_templates():
        if name.startswith("parts/"):
            environment().get_template(name)


def ticked(text: str) -> Markup:
    """Text in which back-ticks set off what is typed in records."""
    parts = text.split("`")
    return Markup("").join(_CODE.format(safe(part)) if n % 2 else safe(part) for n, part in enumerate(parts))
