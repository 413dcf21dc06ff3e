"""YAML's text and its offsets; what records make of them is tested in `test_drafts`."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.load import nodes
from dossier.load.nodes import ListNode, MappingNode, NotYaml, Scalar, parse_nodes, split_items


def scalars(node: nodes.Node) -> list[Scalar]:
    match node:
        case ListNode():
            return [found for item in node.items for found in scalars(item)]
        case MappingNode():
            return [found for pair in node.pairs for child in pair for found in scalars(child)]
        case Scalar():
            return [node]


TEXT = """\
- id: lamp  # 💡 is one character
  word: 'no'
  name: "💡 lamp"
  dates: [2015-03, 12:30, 007, ~, yes]
  block: >-
    folded
    text
"""


def test_every_scalar_is_the_text_that_was_typed() -> None:
    found = parse_nodes(TEXT)
    assert not isinstance(found, NotYaml)
    assert [each.text for each in scalars(found[0])][1::2] == [
        "lamp",
        "no",
        "💡 lamp",
        "2015-03",
        "007",
        "yes",
        "folded text",
    ]


def test_offsets_count_code_points() -> None:
    found = parse_nodes(TEXT)
    assert not isinstance(found, NotYaml)
    plain = [each for each in scalars(found[0]) if not each.style]
    assert [TEXT[each.start : each.end] for each in plain] == [each.text for each in plain]


def test_both_of_pyyamls_parsers_give_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{TEXT}- !tag &anchor {{a: *anchor, [b]: ''}}\n---\n- |\n  kept\n\n- >+\n  x\n"
    fast = parse_nodes(text)
    monkeypatch.setattr(nodes, "LOADER", yaml.BaseLoader)
    assert parse_nodes(text) == fast


def test_offsets_are_counted_from_where_the_text_begins_in_its_file() -> None:
    whole, part = parse_nodes(TEXT), parse_nodes(f"- {TEXT[2:]}", 100)
    assert not isinstance(whole, NotYaml)
    assert not isinstance(part, NotYaml)
    assert scalars(part[0])[-1].start == scalars(whole[0])[-1].start + 100


def test_items_are_split_at_the_outermost_dashes() -> None:
    text = "# head\n- a: |\n    - no item\n  b:\n  - none either\n-\n  c: 1\n---\n-- no\n"
    assert [text[start:end] for start, end in split_items(text)] == [
        "# head\n",
        "- a: |\n    - no item\n  b:\n  - none either\n",
        "-\n  c: 1\n---\n-- no\n",
    ]


@given(st.text(alphabet="ab-:#'\"[]{}>|&*!%@`, \n\t\r\0\u0085\u2028\ufeff\ufffe\U0001f4a1\\xU0"))
def test_whatever_is_typed_is_nodes_or_broken_within_the_text(text: str) -> None:
    found = parse_nodes(text)
    if isinstance(found, NotYaml):
        assert 0 <= found.at <= len(text)
    else:
        assert all(0 <= each.start <= each.end <= len(text) for root in found for each in scalars(root))


@given(st.text(alphabet="- ab\n"))
def test_split_items_lose_nothing(text: str) -> None:
    assert "".join(text[start:end] for start, end in split_items(text)) == text


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_ends(opening: str) -> None:
    parse_nodes(opening * 20_000)
