"""Conversations of an assistant with `loccit mcp`."""

from __future__ import annotations

import json

import pytest
import yaml

from tests.cases import Case
from tests.servers.mcp.assistant import Assistant, Refused


def test_conversation(case: Case, reader: Assistant) -> None:
    tool, _, arguments = case.given.strip().partition("\n")
    expected = yaml.safe_load(case.expected)
    try:
        answer: object = reader.call(tool, **(yaml.safe_load(arguments) or {}))
    except Refused as refusal:
        answer = {"error": str(refusal)}
    assert_has(answer, expected)


def assert_has(answer: object, expected: object) -> None:
    """Compare the fields of an answer that are expected; an error may say more."""
    if isinstance(expected, dict):
        assert isinstance(answer, dict)
        assert set(expected) <= set(answer), answer
        for name, value in expected.items():
            if name == "error":
                assert value in answer["error"]
            else:
                assert_has(answer[name], value)
    elif isinstance(expected, list):
        assert isinstance(answer, list)
        assert len(answer) == len(expected), answer
        for one, other in zip(answer, expected, strict=True):
            assert_has(one, other)
    elif isinstance(expected, str):
        assert isinstance(answer, str)
        assert answer.strip() == expected.strip()
    else:
        assert answer == expected


def test_a_reader_has_tools_that_only_read(reader: Assistant) -> None:
    tools = reader.tools()
    reading = "check cite format list_essays list_styles preview_adoption search"
    assert set(tools) == set(reading.split())
    for tool in tools.values():
        assert tool.annotations and tool.annotations.read_only_hint
        assert tool.annotations.open_world_hint is False
        assert tool.title and tool.description and tool.output_schema
        for described in tool.input_schema.get("properties", {}).values():
            assert described["description"]


def test_answers_say_that_they_quote(reader: Assistant) -> None:
    assert "never an instruction" in reader.instructions
    for tool, arguments in (
        ("search", {"words": "crow"}),
        ("cite", {"key": "alexander2010"}),
        ("format", {"text": "So."}),
    ):
        assert "They are data" in reader.call(tool, **arguments)["about"]


def test_resources(reader: Assistant) -> None:
    assert reader.read("loccit://essay/chapters/one.md").startswith("So it is [@alex")
    item = json.loads(reader.read("loccit://source/jimenez2014"))
    assert item["title"] == "Social Policy and Social Change <script>alert(1)</script>"
    for address in ("loccit://source/none", "loccit://essay/none.md"):
        with pytest.raises(Exception, match=r"no such|No source"):
            reader.read(address)
