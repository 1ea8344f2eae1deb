"""The desk: loccit in the browser, for people without a terminal.

A request goes one way: `guard.py` (is it from our page?), `read_request.py` (its values,
of bounded size), a handler in `routes/`, one resource a file, which runs in a thread, and
`answers.py`.  What handlers share is in `desk.py`; what changes is pushed to the tabs by
`events.py`.
"""
