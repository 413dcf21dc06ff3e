"""Citations that no pandoc made, for tests of other things."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.cite import Citations, FormattedWork, PageEntries
from dossier.leaves.citation_styles import StyleNote
from dossier.model.configuration import Configuration
from dossier.model.ids import WorkKey


def made_up(works: Mapping[WorkKey, FormattedWork] | None = None) -> Citations:
    """These works, and no page printed in any style."""
    style = StyleNote("Style", (), "https://example.org/style", "")
    return Citations(works or {}, PageEntries(Configuration(), {}), style)
