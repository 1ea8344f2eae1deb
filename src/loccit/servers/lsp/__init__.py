"""The editor server: the Language Server Protocol 3.17 over an open workspace.

    stdin ── connection ──▶ Protocol ──▶ notifications/<name>.heed(server, params)
                               │    ├──▶ features/<name>.answer(server, params)
                               │    └──▶ commands/<name>.run(server, params)
    stdout ◀───────────────────┘            │
                                   server.drafts: drafting.Workspace

The main thread reads and writes messages.  Requests and notifications are looked after
in one other thread, in the order in which they came: a request sees the text as it was
when the client asked.  Whole checks run in a process of their own
(`drafting/checking/`), and what the next request may need is prepared in a third thread.

What a client may ask for is one module in `features/`; what it may report is one module
in `notifications/`, and what it may have executed one in `commands/`.  The folders are
the lists.
"""
