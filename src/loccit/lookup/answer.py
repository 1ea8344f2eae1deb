"""The answer of a service."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from loccit._startup.dataclass import dataclass
from loccit.errors import LookupFailed

#: What to do where a service fails.
BY_HAND = "Try again later, or add the source by hand with `loccit add`."


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a service.

    Attributes:
        data: its bytes.
        content_type: their media type.
        url: the address that they came from, after redirects.
    """

    data: bytes
    content_type: str
    url: str

    def json(self) -> object:
        """Parse the answer as JSON.

        Raises:
            LookupFailed: it is not JSON.
        """
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError) as error:
            raise LookupFailed(
                f"{host_of(self.url)} did not answer with JSON.", advice=BY_HAND
            ) from error


def host_of(url: str) -> str:
    """Return the host that an address names."""
    return urlsplit(url).hostname or url
