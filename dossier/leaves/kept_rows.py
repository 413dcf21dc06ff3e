"""Keeps many results in one file, an SQLite database: making a thousand small files costs far more than that.

As in `kept`, what is damaged, half written or made for something else is as good as absent. It is not for two processes
at once: whoever uses it holds the lock on the folder.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.leaves.kept import digest_of

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, turn INTEGER, digest TEXT, content BLOB)"
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
        """Those of the keys under which something was kept, each with it."""
        if not self.path.is_file():
            return
        with self._losing_what_is_damaged(), self._opened() as database:
            for key in keys:
                row = database.execute("SELECT digest, content FROM kept WHERE key = ?", [key]).fetchone()
                if row and isinstance(row[1], bytes) and row[0] == digest_of(key.encode(), row[1]):
                    yield key, row[1]

    def keep(self, made: Iterable[tuple[str, bytes]], used: Iterable[str]) -> None:
        """Keep what was `made` now, by key, and what was `used`; of the rest as much again, what was used last.

        Nothing is kept where the file can't be written.
        """
        with self._losing_what_is_damaged(), self._opened() as database, database:
            database.execute(_TABLE)
            (turn,) = database.execute("SELECT coalesce(max(turn), 0) + 1 FROM kept").fetchone()
            database.executemany("UPDATE kept SET turn = ? WHERE key = ?", [(turn, key) for key in used])
            rows = ((key, turn, digest_of(key.encode(), content), content) for key, content in made)
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            sizes = database.execute("SELECT key, turn, length(content) FROM kept ORDER BY turn DESC, key")
            room = 0
            for key, last, size in sizes.fetchall():
                room += size if last == turn else -size
                if room < 0:
                    database.execute("DELETE FROM kept WHERE key = ?", [key])

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
