"""`loccit csl`, as programs call it."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Call

REQUEST = {
    "style": "apa",
    "references": [
        {
            "id": "doe",
            "type": "book",
            "title": "É",
            "issued": "2001",
            "author": [{"family": "Doe"}],
        }
    ],
    "citations": [{"citationItems": [{"id": "doe"}]}],
}


def test_a_request_is_answered(call: Call) -> None:
    result = call("csl", stdin=json.dumps(REQUEST).encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["citations"] == ["(Doe, 2001)"]


@pytest.mark.parametrize(
    ("format_", "expected"),
    [("text", "Doe. (2001). É."), ("markdown", "Doe. (2001). *É*.")],
)
def test_the_option_goes_before_the_request(
    call: Call, format_: str, expected: str
) -> None:
    result = call(
        "csl",
        "--format",
        format_,
        stdin=json.dumps({**REQUEST, "format": "html"}).encode(),
    )
    assert json.loads(result.stdout)["bibliography"] == [["doe", expected]]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"", "-:1:1: This is not JSON"),
        (b'{"style":\n x}', "-:2:2: This is not JSON"),
        (b'{"style":\n "\xff"}', "-:2: The request is not in UTF-8."),
        (b"[" * 100_000, "-:1: This JSON can't be read."),
        (b'{"style": ' + b"1" * 5000 + b"}", "-:1: This JSON can't be read."),
        (b"[]", "The request must be an object."),
        (b'{"style": "apaa"}', "Did you mean apa?"),
        (b'{"style": "<style/>"}', "style:1: This is `style`, not a CSL style."),
    ],
)
@pytest.mark.parametrize("options", [(), ("--format", "text")])
def test_what_is_wrong_is_said(
    call: Call, sent: bytes, said: str, options: tuple[str, ...]
) -> None:
    result = call("csl", *options, stdin=sent)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_lines_are_answered_one_by_one(call: Call) -> None:
    good = json.dumps(REQUEST).encode()
    result = call("csl", "--lines", stdin=good + b"\n\n{\n" + good)
    first, fault, last = map(json.loads, result.stdout.splitlines())
    assert first == last
    assert fault["error"].startswith("-:3:2: This is not JSON")
    assert result.exit_code == 2
