"""The folder of templates that MkDocs gets: those of the look, with a site's own in their place, file by file."""

from __future__ import annotations

from pathlib import Path

from dossier.leaves import look
from dossier.leaves.tree import files_below
from dossier.model.output import OutputFile
from dossier.site.filled_folder import FilledFolder

_THEME = Path("build/theme")


def theme(overrides: Path) -> tuple[OutputFile, ...]:
    """The templates, by their path in the theme's folder; `overrides` is the folder of a site's own."""
    own = {path: file.read_bytes() for path, file in files_below(overrides).items()}
    return tuple(OutputFile(path, content) for path, content in sorted({**look.theme(), **own}.items()))


def write_theme(root: Path) -> tuple[OutputFile, ...]:
    """Make the theme's folder of a project hold the templates, and nothing else; what they are.

    Raises `UsageError` where the folder is a link.
    """
    folder, templates = FilledFolder.look(root / _THEME), theme(root / "overrides")
    for template in templates:
        folder.write(template.path, template.content)
    folder.remove_others([template.path for template in templates])
    return templates
