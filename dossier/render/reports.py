"""The link by which readers report what is wrong on a page, with the page and its record filled in."""

from __future__ import annotations

from urllib.parse import quote

from dossier.model.configuration import Configuration, ReportWay


def report_link(configuration: Configuration, address: str) -> str:
    """Where the page at an address is reported; empty where the site names no way.

    A page is named by its address, which has the id of its record: `claims/rain2020-first`.
    """
    report = configuration.report
    if report is None:
        return ""
    name = address.strip("/") or "home"
    where = f"{configuration.site.url}{address}" if configuration.site.url else name
    title, body = quote(f"Something wrong: {name}", safe=""), quote(f"{where}\n\n", safe="")
    joint = "&" if "?" in report.to else "?"
    match report.way:
        case ReportWay.ISSUE:
            return f"{report.to}{joint}title={title}&body={body}"
        case ReportWay.MAIL:
            return f"mailto:{report.to}?subject={title}&body={body}"
        case ReportWay.FORM:
            return report.to.replace("{id}", quote(name, safe="")).replace("{page}", quote(where, safe=""))
