"""The names things have for ever. Claims and works share one namespace; entities, topics and questions another."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, NewType

from dossier.model.codes import Code
from dossier.model.from_text import Matching, UnreadableValueError

_DEVICES = r"(con|prn|aux|nul|com[0-9]|lpt[0-9])"
"""What no file or folder of Windows can be called, and an id is the name of a folder."""
ID_PATTERN = rf"^(?!{_DEVICES}$)[a-z0-9]+(-[a-z0-9]+)*$"

_WORK_KEY_PATTERN = r"^[A-Za-z0-9_\u0080-\uffff][A-Za-z0-9_:.#$%&+?<>~/\u0080-\uffff-]*$"
"""Citation keys of pandoc, as every reader of patterns understands it."""
_WORK_KEY = re.compile(r"\w[\w:.#$%&+?<>~/-]*")

ANY_ID = "*"
"""Among the ids of broken records: a file of them could not be read, so any id may be one of them."""

ClaimId = NewType("ClaimId", str)
EntityId = NewType("EntityId", str)
QuestionId = NewType("QuestionId", str)
SourceKey = NewType("SourceKey", str)
TopicId = NewType("TopicId", str)
WorkKey = NewType("WorkKey", str)


def nearest_id(typed: str) -> str:
    """The well-formed id that is most like what was typed; empty where nothing of it can be in an id."""
    letters = "".join(
        char for char in unicodedata.normalize("NFKD", typed.lower()) if not unicodedata.combining(char)
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _no_id(typed: str) -> UnreadableValueError:
    if re.fullmatch(_DEVICES, typed):
        return UnreadableValueError(
            Code.BAD_ID, f"`{typed}` is not an id", "Windows has no folder of that name; choose another"
        )
    better = nearest_id(typed)
    help_ = "ids are small letters and digits, with single hyphens between words"
    if odd := next((char for char in typed if not char.isascii()), ""):
        help_ = (
            f"it contains a {unicodedata.name(odd, 'control character').lower()} (U+{ord(odd):04X}); {help_}"
        )
    return UnreadableValueError(
        Code.BAD_ID, f"`{typed}` is not an id", f"{help_}: `{better}`" if better else help_
    )


def parse_work_key(typed: str) -> WorkKey:
    """A citation key of pandoc, letters and digits of any script; raises `UnreadableValueError`."""
    if not _WORK_KEY.fullmatch(typed):
        raise _no_key(typed)
    return WorkKey(typed)


def _no_key(typed: str) -> UnreadableValueError:
    help_ = "a key begins with a letter, a digit or `_`, and has no signs but `:.#$%&-+?<>~/`, and no blank"
    return UnreadableValueError(Code.BAD_ID, f"`{typed}` is not a citation key", help_)


_IsId = Matching(ID_PATTERN, _no_id)
parse_id = _IsId.parse
"""A well-formed id as it is; raises `UnreadableValueError`."""

WordIdField = Annotated[str, _IsId]
"""What a vocabulary calls something."""
ClaimIdField = Annotated[ClaimId, Matching(ID_PATTERN, _no_id, "claim")]
EntityIdField = Annotated[EntityId, Matching(ID_PATTERN, _no_id, "entity")]
QuestionIdField = Annotated[QuestionId, Matching(ID_PATTERN, _no_id, "question")]
SourceKeyField = Annotated[SourceKey, Matching(ID_PATTERN, _no_id, "source")]
TopicIdField = Annotated[TopicId, Matching(ID_PATTERN, _no_id, "topic")]
WorkKeyField = Annotated[WorkKey, Matching(_WORK_KEY_PATTERN, _no_key, "work")]
