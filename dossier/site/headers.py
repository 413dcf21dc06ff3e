"""What a web server is to say with each page: what browsers may load, run and pass on. A file `_headers`.

Servers that read the file (Cloudflare Pages, Netlify) need no more; for others the guide has the same lines.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from dossier.model.output import OutputFile

FILE = "_headers"
_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_FILLED_IN = re.compile(rb"\{[{%]")


def headers_file(templates: Iterable[OutputFile]) -> OutputFile:
    """The file; `templates` are those of the theme's that are ours."""
    lines = (f"  {name}: {value}\n" for name, value in headers(templates).items())
    return OutputFile.of_text(FILE, "/*\n" + "".join(lines))


def headers(templates: Iterable[OutputFile]) -> dict[str, str]:
    """Name and value of each header."""
    return {
        "Content-Security-Policy": _policy(templates),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _policy(templates: Iterable[OutputFile]) -> str:
    """Content Security Policy Level 3: everything from the site itself, and no script in a page but the theme's own.

    The theme's style sheet has its icons as `data:`.
    """
    scripts = " ".join(["'self'", *sorted({_hash(script) for script in _inline_scripts(templates)})])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _inline_scripts(templates: Iterable[OutputFile]) -> Iterable[bytes]:
    """The scripts that templates write into pages as they are; one that is filled in has no hash that lasts."""
    for template in templates:
        yield from (text for text in _INLINE.findall(template.content) if not _FILLED_IN.search(text))


def _hash(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
