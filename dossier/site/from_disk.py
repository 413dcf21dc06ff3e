"""Changes a page of a site so that it can be opened from a disk, where no server answers a folder with its index."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote

_TAG = re.compile(r"""<(a|area|form|link|meta)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r"""(\s(?:href|action)=|\burl=)("?)([^"<>\s]*)""")
_CANONICAL = re.compile(r"""\srel="?canonical\b""")
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_ONLINE = re.compile(r'<(p|li) class="online">.*?</\1>\s*', re.DOTALL)
"""What holds on a server alone."""
_INDEX = "index.html"


def from_disk(html: str, page: str, files: Collection[str], base: str) -> str:
    """The HTML of a page with each link to a folder leading to the folder's `index.html`.

    `page` is its path in the site, `files` the paths of all files of the site, `base` the path that the site is
    published below, with a slash at both ends: links that begin with `/` become relative.
    """
    folder = posixpath.dirname(page)

    def changed(address: re.Match[str]) -> str:
        return f"{address[1]}{address[2]}{_to_file(address[3], folder, files, base)}"

    def in_tag(tag: re.Match[str]) -> str:
        return tag[0] if _CANONICAL.search(tag[0]) else _ADDRESS.sub(changed, tag[0])

    return _TAG.sub(in_tag, _ONLINE.sub("", html))


def _to_file(written: str, folder: str, files: Collection[str], base: str) -> str:
    match = _PARTS.match(written)
    path, rest = (match[1], match[2]) if match else (written, "")
    if not path or _SCHEME.match(path):
        return written
    if path.startswith(base):
        path = posixpath.relpath("/" + path.removeprefix(base), f"/{folder}") + "/" * path.endswith("/")
    target = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if target in files or posixpath.normpath(f"{target}/{_INDEX}") not in files:
        return f"{path}{rest}"
    way = "" if path in {".", "./"} else f"{path.rstrip('/')}/"
    return f"{way}{_INDEX}{rest}"
