"""The desk: loccit in the browser, for people without a terminal.

A request goes one way: `guard.py` (is it from our page?), `read_request.py` (its values,
of bounded size), a handler in `routes/`, one resource a file, which runs in a thread, and
`answers.py`.  What handlers share is in `desk.py`; what changes is pushed to the tabs by
`events.py`.  The page is built from `desk/` at the top of the repository.

What page and server agree on:

- Every request to `/api/` carries the token of the address, as `Authorization: Bearer`.
- A text has a version, which grows by one with each change.  A page says which version it
  changes or asks about; where another tab was quicker, the answer is a conflict (409), with
  the changes that led from one version to the other.
- Offsets count units of UTF-16, and line ends as one (`page_text.py`).
- What is printed has numbers: an answer has the HTML of those that are new since the
  version that the page knows (`drafting/printed_since.py`).
- HTML in answers is harmless: no styles, no scripts, links to the web only (`markup.py`).
- An error is `{"error": {"kind", "message", "advice", "place"}}`; a missing extra has the
  status 501 and is named in `extra`.
- Files are written by a request that says so, atomically, and not if another program has
  changed them since the desk read them: that is a conflict, with both texts.
"""
