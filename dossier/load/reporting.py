"""Where readers report what is wrong (`extra.report` in mkdocs.yml): one of an issue tracker, a mailbox, a form."""

from __future__ import annotations

import re

from dossier.leaves.nearest import suggest
from dossier.load.nodes import MappingNode, Scalar
from dossier.load.settings import Setting, find_setting
from dossier.model.codes import Code
from dossier.model.configuration import Report, ReportWay
from dossier.model.problem import Problems

_FORMS = {
    ReportWay.ISSUE: (
        r"https?://[^\s<>\"]+",
        "the address of a page that takes issues: `https://…/issues/new`",
    ),
    ReportWay.MAIL: (r"[^\s@<>\"?&]+@[^\s@<>\"?&]+", "an address such as `notes@example.org`"),
    ReportWay.FORM: (r"https?://[^\s<>\"]+", "the address of a form, with `{id}` where the record’s id goes"),
}
_SHAPE = "write one way below `report:`, such as `mail: notes@example.org`"


def read_report(settings: tuple[Setting, ...], problems: Problems) -> Report | None:
    """How readers report what is wrong; nothing where it is not said, or not said rightly."""
    report = find_setting(settings, "extra", "report")
    if report is None:
        return None
    pairs = report.node.pairs if isinstance(report.node, MappingNode) else ()
    if len(pairs) != 1:
        problems.add(report.place, Code.WRONG_SHAPE, "`report` names one way to report what is wrong", _SHAPE)
        return None
    ((key, value),) = pairs
    name = key.text if isinstance(key, Scalar) else ""
    if name not in set(ReportWay):
        help_ = suggest(name, list(ReportWay)) or f"it is one of {', '.join(ReportWay)}"
        place = report.file.place(key.start)
        problems.add(place, Code.UNKNOWN_FIELD, f"unknown field `{name}` of `report`", help_)
        return None
    way, typed = ReportWay(name), Setting(report.file, value)
    pattern, help_ = _FORMS[way]
    text = (typed.text or "").strip()
    if not re.fullmatch(pattern, text):
        problems.add(typed.place, Code.BAD_VALUE, f"`{text}` is no address for `{name}`", f"write {help_}")
        return None
    return Report(way, text)
