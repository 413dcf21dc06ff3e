"""Addresses of these notes stay for ever: readers link to them. `addresses.txt` lists those of 25 November 2026.

An address that a renamed record had may lead on; it must not be gone. New ones are added when notes are released.
"""

from __future__ import annotations

from pathlib import Path

from dossier.leaves.address import file_of
from dossier.model.checked import Checked
from dossier.pipeline import make_files

STORED = (Path(__file__).parent / "addresses.txt").read_text("utf-8").split()


def test_every_stored_address_still_answers_or_leads_on(whole: Checked) -> None:
    made = {file.path for file in make_files(whole, None)}
    gone = [
        address
        for address in STORED
        if (file_of(address.lstrip("/")) if address.endswith("/") else address) not in made
    ]
    assert gone == []
