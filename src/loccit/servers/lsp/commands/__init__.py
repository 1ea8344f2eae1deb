"""What a client may have executed, one command a module.

A module has

- `NAME`, such as `loccit.search`, by which clients know it;
- `run(server, params)`, which returns what the client gets.  `params` is the only
  argument that the client gives, a dataclass whose fields are those of the client's
  JSON; a `LoccitError` is the answer's error, in words for the writer.
"""
