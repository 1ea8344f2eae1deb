"""While drafting: what is open, and what it answers; no protocol is known here."""
