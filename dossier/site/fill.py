"""Fills the site's folder in place, file by file, where it cannot be renamed: a file system is mounted there.

The files are laid ready in that file system first, so that a full disk is met before anything changes. Then each is
renamed to its place, entry pages last; a run that is cut in between leaves some old pages, which the next one replaces.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from dossier.site.contents import files_in, let_everybody_read, make_folder, remove_links, remove_others
from dossier.site.destination import MARK
from dossier.site.staging import NEW, staging_folder

_ENTRY_PAGE = "index.html"


def fill(site: Path, new: Path) -> None:
    """Make `site` hold the files of `new`, and nothing else."""
    paths = sorted(map(Path, files_in(new)), key=_turn)
    remove_links(site)
    # The mark first: in a folder without it the next run would not clear what this one leaves.
    shutil.copyfile(new / MARK, site / MARK)
    with staging_folder(site, site) as staging:
        ready = staging / NEW
        for path in paths:
            make_folder((ready / path).parent)
            shutil.copyfile(new / path, ready / path)
            let_everybody_read(ready / path)
        for path in paths:
            make_folder((site / path).parent)
            if (site / path).is_dir():
                shutil.rmtree(site / path)
            (ready / path).replace(site / path)
    remove_others(site, [path.as_posix() for path in paths])


def _turn(path: Path) -> tuple[bool, int, str]:
    """Entry pages come last, that of the whole site after all others."""
    return path.name == _ENTRY_PAGE, -len(path.parts), path.as_posix()
