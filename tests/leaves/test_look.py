"""The look: one style sheet and one script in order, templates that more than one renderer reads, pages on any subject."""

import re
from pathlib import Path

import pytest

from dossier.leaves import look

ONLY_IN_MKDOCS = ("is_homepage", "startswith", "endswith", "nav.pages", "config.extra_css")
"""What Zensical has not, or has otherwise."""


def test_one_style_sheet_and_one_script_hold_every_part(root: Path) -> None:
    parts = {
        "assets/dossier.css": sorted((root / "dossier/look/assets/css").iterdir()),
        "assets/dossier.js": sorted((root / "dossier/look/assets/js").iterdir()),
        "assets/explore.js": sorted((root / "dossier/look/assets/explore").iterdir()),
        "assets/search.js": [
            root / "dossier/look/assets/search" / name for name in ("words.js", "names.js", "box.js")
        ],
    }
    for path, files in parts.items():
        whole = look.assets()[path]
        for file in files:
            assert whole.count(look.uncommented(file.read_bytes())) == 1
        assert not re.search(rb"^ *(?:/[*/]|[*]/)", whole, re.MULTILINE)


def test_colors_are_named_before_they_are_used() -> None:
    styles = look.assets()["assets/dossier.css"].decode()
    assert styles.index("--paper: ") < styles.index("var(--paper)")


@pytest.mark.parametrize("word", ONLY_IN_MKDOCS)
def test_templates_use_nothing_that_only_one_renderer_has(word: str) -> None:
    assert [path for path, template in look.theme().items() if word in template.decode()] == []


def test_the_pages_that_come_along_speak_of_the_method_alone() -> None:
    words = re.compile(r"program|partner|cooperat|morocc|five texts", re.IGNORECASE)
    assert {"guide.md", "glossary.md", "guide/tutorial.md", "guide/commands.md"} <= {*look.pages()}
    for text in look.pages().values():
        assert words.findall(text) == []
