"""What Markdown was read as comes back from a folder as it was."""

from pathlib import Path

import pytest

from dossier.link.kept_syntax import KeptSyntax
from dossier.link.rendered import Renderer
from dossier.link.syntax import Syntax, read_syntax

RENDERER = Renderer()


@pytest.mark.parametrize(
    "markdown",
    [
        "Plain words.",
        "One [see @a, p. 4; -@b], another @c [p. 2].",
        "[[boat]] and [[boat|the boat]]",
        "{{claims}} of {{sources}",
        "[words](../a.md#b) ![picture](c.png){ width=3 }",
        r"a\@b.example",
        "[boat] and [boat|words]",
        "[[open and [@ one]",
        "words[^1] [words][name]",
        "",
    ],
)
def test_each_sort_of_token_is_kept(tmp_path: Path, markdown: str) -> None:
    def read() -> tuple[Syntax, bool]:
        kept = KeptSyntax.of(tmp_path, ["footnotes"], RENDERER)
        assert kept is not None
        was_kept = bool(kept.before)
        found = kept.read(markdown)
        kept.keep()
        return found, was_kept

    expected = read_syntax(markdown, RENDERER)
    assert read() == (expected, False)
    assert read() == (expected, True)


def test_nothing_is_kept_where_an_extension_may_look_at_more_than_the_text(tmp_path: Path) -> None:
    assert KeptSyntax.of(tmp_path, ["pymdownx.snippets"], RENDERER) is None
