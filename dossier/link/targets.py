"""Decides where a Markdown link of a hand-written page leads.

Links to other pages name the `.md` file, so that they mean the same to every renderer and under any sub-path.
Fragments are left to the check of the built site.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

from dossier.leaves.address import page_of
from dossier.leaves.nearest import suggest
from dossier.link.inline_fields import InlineField
from dossier.link.syntax import Token, TokenKind
from dossier.model.codes import Code
from dossier.model.corpus import Corpus
from dossier.model.kinds import RecordKind
from dossier.model.links import Href
from dossier.model.problem import Problems

_HELP = "link pages as [words](path/to/page.md), records as [[id]]"


def resolve_target(
    corpus: Corpus, addresses: frozenset[str], text: InlineField, token: Token, problems: Problems
) -> Href | None:
    """The address a target leads to; None where it leads elsewhere, stays in the page or is reported."""
    if _is_foreign(token.text) or token.text.startswith("#") or not token.text:
        return None
    path, mark, fragment = token.text.partition("#")
    place = text.place(token.start)
    if token.kind is TokenKind.ATTRIBUTE:
        problems.add(place, Code.LINK_NOT_MD, f"`{token.text}` is an HTML link inside the site", _HELP)
        return None
    wanted = normpath(join(dirname(text.record[1]), unquote(path)))
    if path.startswith("/"):
        problems.add(place, Code.LINK_NOT_MD, f"`{path}` is not a relative path to an .md file", _HELP)
    elif wanted in corpus.assets:
        return Href(f"{quote(wanted)}{mark}{fragment}")
    elif wanted.endswith(".md"):
        if (address := page_of(RecordKind.PAGE, wanted)) in addresses:
            return Href(f"{address}{mark}{fragment}")
        if (RecordKind.PAGE, wanted) in corpus.places:  # a page that was not valid
            return None
        problems.add(place, Code.BROKEN_LINK, f"there is no page `{wanted}`", suggest(wanted, corpus.pages))
    elif wanted.startswith("assets/"):
        problems.add(
            place, Code.BROKEN_LINK, f"there is no file `docs/{wanted}`", suggest(wanted, corpus.assets)
        )
    else:
        problems.add(place, Code.LINK_NOT_MD, f"`{path}` is not a path to an .md file", _HELP)
    return None


def _is_foreign(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)
