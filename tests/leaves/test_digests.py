"""What is kept by a digest is found again only for what says the same."""

from __future__ import annotations

import pytest

from dossier.leaves.digests import digest
from dossier.model.ids import ClaimId


def test_a_digest_tells_values_apart_and_refuses_what_may_hide_something() -> None:
    values = ("1", 1, 1.5, None, ("1",), ("1", ()), {"1": 1}, frozenset({"1"}), True, ClaimId("a"))
    assert len({digest(value) for value in values}) == len(values)
    assert digest(frozenset("abc")) == digest(frozenset("cba"))
    assert digest({"a": 1}) != digest({"a": 2})
    with pytest.raises(TypeError, match="has no digest"):
        digest(object())
