"""Cuts everything to what may be shown, by the rights of each source; the only maker of a `Public`."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.checked import Checked
from dossier.model.citation import Citation
from dossier.model.ids import WorkKey
from dossier.model.public import Public
from dossier.redact.readings import redact_readings
from dossier.redact.records import redact_records

__all__ = ["redact"]


def redact(checked: Checked, citations: Mapping[WorkKey, Citation]) -> Public:
    """What pages and exports may be made of, with the works as a bibliography prints them."""
    readings, evidence = redact_readings(checked.corpus, checked.readings, checked.evidence)
    return Public(
        redact_records(checked.corpus), readings, evidence, checked.links, checked.analysis, citations
    )
