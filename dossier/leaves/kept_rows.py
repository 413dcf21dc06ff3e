"""Keeps many results in one file, an SQLite database: making a thousand small files costs far more than that.

Each has a short head, which is read whenever it is looked for, and a body, which is read only where it is asked for. As
in `kept`, what is damaged, half written or made for something else is as good as absent. It is not for two processes
at once: whoever uses it holds the lock on the folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.leaves.kept import digest_of

_TABLES = (  # that of turns is small, since it changes in every build
    "CREATE TABLE IF NOT EXISTS turns (key TEXT PRIMARY KEY, turn INTEGER, size INTEGER) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS heads (key TEXT PRIMARY KEY, digest TEXT, head BLOB)",
    "CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, body BLOB)",
)
_HEADS = "SELECT key, head, digest FROM heads WHERE key IN (SELECT value FROM json_each(?))"
_BODIES = "SELECT key, body FROM bodies WHERE key IN (SELECT value FROM json_each(?))"
_USE = "UPDATE turns SET turn = ? WHERE key IN (SELECT value FROM json_each(?))"
_LET_GO = (
    "DELETE FROM turns WHERE key = ?",
    "DELETE FROM heads WHERE key = ?",
    "DELETE FROM bodies WHERE key = ?",
)
_SETTINGS = (
    "PRAGMA page_size = 16384",
    "PRAGMA auto_vacuum = FULL",
    "PRAGMA synchronous = OFF",  # what a crash leaves is told by the digests
    "PRAGMA trusted_schema = OFF",
)


@dataclass(frozen=True, slots=True)
class KeptRows:
    """What is kept in the database at `path`."""

    path: Path

    def find(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Those of the keys under which something was kept, each with its head."""
        rows = self._rows(_HEADS, keys)
        return ((key, head) for key, head, digest in rows if digest == _digest(key, head))

    def bodies(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The same, each with its body: that may be damaged, so that its head should tell what it is to be."""
        return self._rows(_BODIES, keys)

    def keep(self, made: Iterable[tuple[str, bytes, bytes]], used: Iterable[str]) -> None:
        """Keep what was `made` now (key, head, body), and what was `used`; of the rest as much again, what was used
        last. Nothing is kept where the file can't be written.
        """
        with self._losing_what_is_damaged(), self._opened() as database, database:
            for table in _TABLES:
                database.execute(table)
            (turn,) = database.execute("SELECT coalesce(max(turn), 0) + 1 FROM turns").fetchone()
            database.execute(_USE, [turn, json.dumps(list(used))])
            for key, head, body in made:
                size = len(head) + len(body)
                database.execute("INSERT OR REPLACE INTO turns VALUES (?, ?, ?)", [key, turn, size])
                database.execute(
                    "INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", [key, _digest(key, head), head]
                )
                database.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?)", [key, body])
            sizes = database.execute("SELECT key, turn, size FROM turns ORDER BY turn DESC, key")
            room = 0
            for key, last, size in sizes.fetchall():
                room += size if last == turn else -size
                if room < 0:
                    for let_go in _LET_GO:
                        database.execute(let_go, [key])

    def _rows(self, query: str, keys: Iterable[str]) -> Iterator[Any]:
        """What the database has, value by value, where each is of the right type."""
        if self.path.is_file():
            with self._losing_what_is_damaged(), self._opened() as database:
                for key, content, *others in database.execute(query, [json.dumps(list(keys))]):
                    if isinstance(key, str) and isinstance(content, bytes):
                        yield key, content, *others

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.is_symlink():
            self.path.unlink()
        with closing(sqlite3.connect(self.path)) as database:
            for setting in _SETTINGS:
                database.execute(setting)
            yield database

    @contextmanager
    def _losing_what_is_damaged(self) -> Iterator[None]:
        """End the block where the file is no database of ours, and remove it; or where it can't be written."""
        try:
            yield
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


def _digest(key: str, head: bytes) -> str:
    return digest_of(key.encode(), head)
