"""What a client may ask for, one request of the protocol a module.

A module has

- `METHOD`, the name of the request: `types.TEXT_DOCUMENT_HOVER`;
- `answer(server, params)`, which gets and returns what lsprotocol's types have for it;
  a `LoccitError` that it raises is the answer's error, in words for the writer;
- `OPTIONS`, if the server has more to say of it: `types.CompletionOptions(...)`.

It asks `server.drafts` and turns spans into positions (`server.places(path)`).  What an
answer consists of is found in `drafting/`, for all doors.
"""
