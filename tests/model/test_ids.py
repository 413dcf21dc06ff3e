"""What was typed for an id leads to a well-formed one that reads alike."""

from __future__ import annotations

import pytest

from dossier.model.ids import nearest_id


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Peut-être", "peut-etre"),
        ("Salé 2003", "sale-2003"),
        ("Sale\u0301", "sale"),
        ("__My_Id!", "my-id"),
        ("ﬁrst", "first"),
        ("مراكش", ""),
    ],
)
def test_the_nearest_id_keeps_letters_without_their_accents(typed: str, nearest: str) -> None:
    assert nearest_id(typed) == nearest
