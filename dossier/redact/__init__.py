"""Cuts everything to what may be shown, by the rights of each source; the only maker of a `Public`."""

from __future__ import annotations

from dossier.model.checked import Checked
from dossier.model.public import Public
from dossier.redact.readings import redact_readings
from dossier.redact.records import redact_records

__all__ = ["redact"]


def redact(checked: Checked) -> Public:
    """What pages and exports may be made of."""
    readings, evidence = redact_readings(checked.corpus, checked.readings, checked.evidence)
    return Public(redact_records(checked.corpus), readings, evidence, checked.links, checked.analysis)
