"""Numbers are read as they are typed, compare as values, and are written for readers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.from_text import UnreadableValueError
from dossier.model.kinds import Bound
from dossier.model.quantity import Quantity


@pytest.mark.parametrize(
    ("typed", "value", "canonical", "label"),
    [
        ("1122", "1122", "1122", "1,122"),
        ("1,122", "1122", "1122", "1,122"),
        ("9’999", "9999", "9999", "9,999"),
        ("9'999", "9999", "9999", "9,999"),
        ("9 999", "9999", "9999", "9,999"),
        ("9\u00a0999", "9999", "9999", "9,999"),
        ("9\u202f999", "9999", "9999", "9,999"),
        ("1 122 000", "1122000", "1122000", "1,122,000"),
        ("1,000,000.5", "1000000.5", "1000000.5", "1,000,000.5"),
        ("3.50", "3.5", "3.5", "3.50"),
        ("0", "0", "0", "0"),
        ("0.0", "0", "0", "0.0"),
        ("100", "100", "100", "100"),
        ("-5", "-5", "-5", "-5"),
    ],
)
def test_a_number_has_one_value_however_it_is_typed(
    typed: str, value: str, canonical: str, label: str
) -> None:
    quantity = Quantity.parse(typed)
    assert (quantity.typed, quantity.value) == (typed, Decimal(value))
    assert (quantity.canonical, quantity.label) == (canonical, label)


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("1,12,000", "write `112000`"),
        ("1,122 000", "write `1122000`"),
        ("many", "write digits alone, such as `1122` or `0.5`"),
        ("007", "write digits alone, such as `1122` or `0.5`"),
        ("1e5", "write digits alone, such as `1122` or `0.5`"),
        ("NaN", "write digits alone, such as `1122` or `0.5`"),
        ("٣", "write digits alone, such as `1122` or `0.5`"),
    ],
)
def test_what_is_no_number_in_digits_is_refused_with_the_fix(typed: str, help_: str) -> None:
    with pytest.raises(UnreadableValueError, match=rf"^`{typed}` is not a number$") as refused:
        Quantity.parse(typed)
    assert refused.value.help == help_


def test_quantities_are_equal_by_value_and_bound() -> None:
    assert Quantity.parse("1,122") == Quantity.parse("1122.0")
    assert len({Quantity.parse("1,122"), Quantity.parse("1122")}) == 1
    assert Quantity("5", Decimal(5), Bound.ABOUT) != Quantity.parse("5")


def test_a_label_tells_the_bound() -> None:
    labels = [Quantity("1122", Decimal(1122), bound).label for bound in Bound]
    assert labels == ["1,122", "about 1,122", "at least 1,122", "at most 1,122"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(",'’ \u00a0\u202f"))
def test_a_number_is_the_same_with_and_without_separators(value: Decimal, separator: str) -> None:
    plain = f"{abs(value):f}"
    grouped = f"{abs(value):,f}".replace(",", separator)
    assert Quantity.parse(grouped) == Quantity.parse(plain)
