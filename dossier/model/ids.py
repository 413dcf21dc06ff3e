"""The names things have for ever. Claims and works share one namespace; entities, topics and questions another."""

from __future__ import annotations

from typing import Annotated, NewType

from pydantic import StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

ClaimId = NewType("ClaimId", str)
EntityId = NewType("EntityId", str)
QuestionId = NewType("QuestionId", str)
SourceKey = NewType("SourceKey", str)
TopicId = NewType("TopicId", str)
WorkKey = NewType("WorkKey", str)

_IsId = StringConstraints(pattern=ID_PATTERN)
ClaimIdField = Annotated[ClaimId, _IsId]
EntityIdField = Annotated[EntityId, _IsId]
QuestionIdField = Annotated[QuestionId, _IsId]
SourceKeyField = Annotated[SourceKey, _IsId]
TopicIdField = Annotated[TopicId, _IsId]
WorkKeyField = Annotated[WorkKey, _IsId]
