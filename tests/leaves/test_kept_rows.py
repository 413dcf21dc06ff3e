"""Rows that are kept: what was kept is found again, and nothing that only looks like it."""

import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

import pytest

from dossier.leaves.kept_rows import KeptRows

CONTENT = "<p>ü\n\n</p>".encode() * 20_000
ROWS = {name: name.encode() + CONTENT for name in ("a", "b", "c")}


@pytest.fixture
def kept(tmp_path: Path) -> KeptRows:
    return KeptRows(tmp_path / "cache/rows.sqlite")


def keep(kept: KeptRows, *names: str, used: Collection[str] = ()) -> None:
    kept.keep([(name, name.encode(), ROWS[name]) for name in names], used)


def found(kept: KeptRows) -> dict[str, bytes]:
    """What is kept whole: of that which is damaged a body may be found, which is not what its head says."""
    heads, bodies = (dict(rows([*ROWS, "d"])) for rows in (kept.find, kept.bodies))
    assert heads == {name: name.encode() for name in heads}
    return {name: bodies[name] for name in heads if bodies.get(name) == ROWS[name]}


def test_what_was_kept_is_found_whole(kept: KeptRows) -> None:
    assert found(kept) == {}
    keep(kept, "a", "b")
    keep(kept, "c", used=["a", "b"])
    assert found(kept) == ROWS


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(at: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        half,
        lambda _: b"",
        lambda _: b"no database",
        *(flipped(at) for at in (0, 18, 99, 16500, 400_000, -400_000, -3)),
    ],
)
def test_a_file_that_is_damaged_holds_only_what_is_whole_and_can_be_written_again(
    kept: KeptRows, damage: Callable[[bytes], bytes]
) -> None:
    keep(kept, *ROWS)
    kept.path.write_bytes(damage(kept.path.read_bytes()))
    assert found(kept).items() <= ROWS.items()
    keep(kept, *ROWS)
    keep(kept, *ROWS)  # where the first found the damage
    assert found(kept) == ROWS


def test_a_row_that_was_kept_under_another_name_is_none(kept: KeptRows) -> None:
    keep(kept, "a")
    with closing(sqlite3.connect(kept.path)) as database, database:
        database.execute("UPDATE heads SET key = 'b'")
    assert found(kept) == {}


@pytest.mark.parametrize(
    "table", ["turns (key)", "heads (key, digest, head, more)", "bodies (key)", "other (key)"]
)
def test_a_database_of_others_holds_nothing_and_can_be_written_again(kept: KeptRows, table: str) -> None:
    kept.path.parent.mkdir()
    with closing(sqlite3.connect(kept.path)) as database, database:
        database.execute(f"CREATE TABLE {table}")
    assert found(kept) == {}
    keep(kept, *ROWS)
    keep(kept, *ROWS)
    assert found(kept) == ROWS


def test_a_link_in_its_place_is_not_followed(kept: KeptRows, tmp_path: Path) -> None:
    kept.path.parent.mkdir()
    kept.path.symlink_to(tmp_path / "precious")
    keep(kept, "a")
    assert not (tmp_path / "precious").exists()
    assert found(kept) == {"a": ROWS["a"]}


def test_nothing_is_kept_where_there_is_no_place_for_it(kept: KeptRows) -> None:
    kept.path.mkdir(parents=True)
    keep(kept, "a")
    assert found(kept) == {}


def test_of_what_is_not_used_as_much_is_kept_again_and_what_was_used_last(kept: KeptRows) -> None:
    keep(kept, "a")
    keep(kept, "b")
    keep(kept, "c")
    assert found(kept) == {name: ROWS[name] for name in ("b", "c")}
    keep(kept, "a", used=["b"])
    assert found(kept) == ROWS
    keep(kept, "c")
    assert found(kept) == {name: ROWS[name] for name in ("a", "c")}
    assert kept.path.stat().st_size < 3 * len(CONTENT)
