"""Answers browsers with pages of a preview, watches the files of its project, and tells browsers of each save."""

from __future__ import annotations

import gc
import hashlib
import mimetypes
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from dossier.commands.preview import Preview
from dossier.leaves.tree import WRITTEN
from dossier.model.usage_error import UsageError

LIVE = "-/live"
"""Where a page hears of saves, below the path of the site."""
_SETTLED = 0.03
"""How many seconds a save may take: editors write a file in several steps."""
_ALIVE = 15.0
_READING = {"opened", "closed_no_write"}
_THIS_MACHINE = re.compile(r"(?i:localhost|127\.0\.0\.1|\[::1\])(?::\d*)?")


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview below `path`, as the site will be."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], path: str, preview: Preview) -> None:
        super().__init__(address, _Answer)
        self.path = path
        self.preview = preview
        self.saved = threading.Condition()

    def is_asked_as(self, host: str | None) -> bool:
        """Whether this server goes by the name that a browser called (`Host` of RFC 9112, with or without a port).

        A page of another site can have its own name lead to this machine (DNS rebinding), and would read drafts. Where
        the server listens to a network, whoever runs it knows its names, and all are answered.
        """
        is_open = not ip_address(str(self.server_address[0])).is_loopback
        return is_open or _THIS_MACHINE.fullmatch(host or "") is not None

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        if not self.server.is_asked_as(self.headers["Host"]):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This preview answers to localhost only.")
            return
        asked = unquote(urlsplit(self.path).path)
        base, preview = self.server.path, self.server.preview
        if not asked.startswith(base):
            self._redirect(base)
            return
        asked = asked.removeprefix(base)
        if asked == LIVE:
            self._tell()
        elif asked == "" or asked.endswith("/"):
            self._send(preview.page(asked), "text/html; charset=utf-8")
        elif (content := preview.file(asked)) is not None:
            self._send(content, mimetypes.guess_type(asked)[0] or "application/octet-stream")
        else:
            self._redirect(f"{base}{asked}/")

    def _send(self, content: bytes | None, media_type: str) -> None:
        body = b"There is no such page." if content is None else content
        tag = f'"{hashlib.sha256(body).hexdigest()}"'
        same = self.headers["If-None-Match"] == tag
        found = HTTPStatus.NOT_MODIFIED if same else HTTPStatus.OK
        self.send_response(HTTPStatus.NOT_FOUND if content is None else found)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", "0" if same else str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        self.end_headers()
        if not same:
            self.wfile.write(body)

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(to))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _tell(self) -> None:
        """Say what there is to show now, and after each save, until the browser goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                self.wfile.write(f"data: {self.server.preview.told()}\n\n".encode())
                with self.server.saved:
                    self.server.saved.wait(_ALIVE)
        except OSError:
            return

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's own name
        """Say nothing: only problems matter."""


class _Saves(FileSystemEventHandler):
    """Notices that a file of the project was written, and waits for the next time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING:
            self.changed.set()

    def follow(self, refresh: Callable[[], None]) -> None:
        """Call `refresh` after each save that changed a watched file, for ever."""
        seen = _stamps(self.root)
        while True:
            self.changed.wait()
            time.sleep(_SETTLED)
            self.changed.clear()
            now = _stamps(self.root)
            if now != seen:
                seen = now
                refresh()


def _stamps(root: Path) -> dict[str, tuple[int, int]]:
    """When each watched file was written, and how long it is."""
    files = [root / name for name in WRITTEN]
    found = {}
    for path in (*files, *(inner for folder in files if folder.is_dir() for inner in folder.rglob("*"))):
        try:
            stat = path.stat()
        except OSError:
            continue
        if not path.is_dir():
            found[str(path)] = stat.st_mtime_ns, stat.st_size
    return found


@contextmanager
def serving(
    root: Path, path: str, host: str, port: int, show: Callable[[Preview], None]
) -> Iterator[PreviewServer]:
    """Serve the project at `root` below `path` while the block runs; `show` is called after each check.

    Raises `UsageError` where the port is taken.
    """
    preview = Preview(root, f"http://{host}:{port}{path}", f"{path}{LIVE}")
    try:
        server = PreviewServer((host, port), path, preview)
    except OSError as error:
        raise UsageError(
            f"cannot serve on {host}:{port}: {error.strerror}; choose another port with --port"
        ) from error

    def refresh() -> None:
        preview.refresh()
        with server.saved:
            server.saved.notify_all()
        show(preview)

    saves = _Saves(root)
    observer = Observer()
    for name in WRITTEN:
        if (root / name).is_dir():
            observer.schedule(saves, str(root / name), recursive=True)
    observer.schedule(
        saves, str(root), recursive=False
    )  # an editor may put a new file in the place of the old
    observer.start()
    refresh()
    gc.freeze()  # what was read stays: it need not be looked through after each save
    for work in (partial(saves.follow, refresh), server.serve_forever):
        threading.Thread(target=work, daemon=True).start()
    try:
        yield server
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()
