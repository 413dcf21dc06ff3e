"""Addresses and DOIs as people and exports type them: LaTeX and labels taken off, nothing else read into them."""

from __future__ import annotations

import re

_WRAPPER = re.compile(
    r"\\(?:url|nolinkurl|path)\s*\{(.*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}|<(?:URL:\s*)?(.*)>",
    re.DOTALL | re.IGNORECASE,
)
_GROUP = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
_NAMED = {"textunderscore": "_", "textasciitilde": "~", "sim": "~", "textasciicircum": "^", "slash": "/"}
_SIGN = re.compile(
    r"\\(?:(?P<named>textunderscore|textasciitilde|textasciicircum|slash|sim)(?:\{\}|\s+|(?![A-Za-z]))|(?P<none>[-/])"
    r"|(?P<sign>[_%&#$~^{} ])(?:\{\})?)"
)
_TILDE = re.compile(r"\$\s*\\sim\s*\$|\\string\s*~|\\char\s*126\s?")
_RESOLVER = re.compile(
    r"https?://[^/\s]+/(?=10\.)|(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d+(?:\.\d+)*/\S+")


def clean_address(typed: str) -> str:
    """An address without the LaTeX that it was typed with: `\\url{}`, braces, `\\_`, `\\&`, `{\\textasciitilde}`."""
    text = typed.strip()
    while wrapped := _WRAPPER.fullmatch(text) or _GROUP.fullmatch(text):
        text = next((inner for inner in wrapped.groups() if inner), "").strip()
    if "\\" in text or "{" in text:
        text = _SIGN.sub(_as_typed_without_latex, _TILDE.sub("~", text))
        text = text.translate({ord("{"): None, ord("}"): None}).translate({0xE000: "{", 0xE001: "}"})
    return text.replace("&amp;", "&")


def _as_typed_without_latex(match: re.Match[str]) -> str:
    if match["named"]:
        return _NAMED[match["named"]]
    return (match["sign"] or "").translate({ord("{"): "\ue000", ord("}"): "\ue001"})


def clean_doi(typed: str) -> str:
    """The DOI alone: neither the address of a resolver nor `doi:` before it (`10.1016/j.tej.2020.106883`)."""
    text = clean_address(typed)
    while prefix := _RESOLVER.match(text):
        text = text[prefix.end() :]
    return text


def is_address(text: str) -> bool:
    """Whether a link can lead there: nothing is left of LaTeX, and there is no blank in it."""
    return not re.search(r"[\s\\]", text)


def is_doi(text: str) -> bool:
    """Whether this can be a DOI: `10.`, the registrant's number, a slash and a suffix."""
    return _DOI.fullmatch(text) is not None and is_address(text)
