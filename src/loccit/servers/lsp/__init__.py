"""The editor server: the Language Server Protocol 3.17 over an open workspace.

    stdin ── connection ──▶ Protocol ──▶ notifications/<name>.heed(server, params)
                               │    ├──▶ features/<name>.answer(server, params)
                               │    └──▶ commands/<name>.run(server, params)
    stdout ◀───────────────────┘            │
                                   server.drafts: drafting.Workspace

The main thread reads and writes messages.  Whatever looks at the workspace runs in one
other thread, in the order in which it came: a request sees the text as it was when the
client asked, and nothing needs a lock.

What a client may ask for is one module in `features/`; what it may report is one module
in `notifications/`, and what it may have executed one in `commands/`.  The folders are
the lists.
"""
