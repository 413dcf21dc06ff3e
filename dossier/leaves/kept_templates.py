"""Keeps templates as the code that Jinja makes of them, which takes longer than to fill most of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept


class KeptTemplates(BytecodeCache):
    """A `BytecodeCache` in a folder: only what was written for the same source by the same programs is loaded."""

    def __init__(self, folder: Path) -> None:
        self.kept = Kept(folder)

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.kept.find(bucket.key, f"{bucket.checksum} {programs_at_work()}")
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a folder that can't be written costs only time
            self.kept.keep(bucket.key, f"{bucket.checksum} {programs_at_work()}", bucket.bytecode_to_string())


class TemplatesInMemory(BytecodeCache):
    """The same while a program runs, for several environments that share templates."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.codes.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
