"""The sources of an open library: looked through, added, changed."""
