"""The protocol's rules of conversation, where pygls leaves them to the server.

pygls reads and writes messages, finds the handler of each, and says what the server can
do.  It also keeps a copy of each open text, which the workspace has already, and is not
strict about messages that are malformed or come at the wrong time.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

from loccit._startup.dataclass import dataclass

_log = logging.getLogger(__name__)

#: What pygls does by itself, and modules of `notifications/` do here.
_OUR_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS,
    types.INITIALIZED,
    types.EXIT,
)


@dataclass(frozen=True, slots=True)
class _Malformed:
    """A request whose parameters are not of the right kind."""

    id: int | str


class Protocol(LanguageServerProtocol):
    """What is said in which order (LSP 3.17, "Server lifecycle").

    Attributes:
        exit_code: None until the client says that the server shall end.
    """

    exit_code: int | None = None

    def _register_builtin_features(self) -> None:
        super()._register_builtin_features()  # type: ignore[no-untyped-call]
        for method in _OUR_OWN:
            self.fm.builtin_features.pop(method, None)

    @property
    def is_initialized(self) -> bool:
        """Whether the client has asked for the server's capabilities."""
        return self._workspace is not None

    def receive(self, content: bytes) -> None:
        """Take a message from the client, whatever is in it."""
        try:
            message = json.loads(content, object_hook=self.structure_message)
        except (ValueError, RecursionError) as error:
            self._refuse(None, types.ErrorCodes.ParseError, f"Not JSON: {error}")
        except JsonRpcException as error:
            _log.warning("A message that can't be read: %s", error)
        else:
            self._take(message)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return an object of a message as an instance of its type."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" in data and "method" in data:
                return _Malformed(data["id"])
            raise

    def _take(self, message: Any) -> None:
        method = getattr(message, "method", None)
        if isinstance(message, _Malformed):
            why = "The parameters are not what the protocol has for this method."
            self._refuse(message.id, types.ErrorCodes.InvalidParams, why)
        elif getattr(message, "jsonrpc", None) != self.VERSION:
            why = "Not a message of JSON-RPC 2.0."
            self._refuse(None, types.ErrorCodes.InvalidRequest, why)
        elif method == types.EXIT:
            self.exit_code = 0 if self._shutdown else 1
        elif method and not self._is_time_for(method):
            self._refuse_untimely(message)
        else:
            self.handle_message(message)

    def _is_time_for(self, method: str) -> bool:
        """Return whether the client may send it now."""
        return not self._shutdown and self.is_initialized != (
            method == types.INITIALIZE
        )

    def _refuse_untimely(self, message: Any) -> None:
        """Answer a request that comes too early, too late, or twice; drop what is no
        request.
        """
        if not hasattr(message, "id"):
            return
        if self.is_initialized:
            code: int = types.ErrorCodes.InvalidRequest
            why = f"The server has no use for `{message.method}` now."
        else:
            code = types.ErrorCodes.ServerNotInitialized
            why = "The first request has to be `initialize`."
        self._refuse(message.id, code, why)

    def _refuse(self, id_: int | str | None, code: int, why: str) -> None:
        _log.warning("%s", why)
        error = types.ResponseError(code, why)
        self._send_data(types.ResponseErrorMessage(id=id_, error=error))
