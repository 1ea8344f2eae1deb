"""Adopt typed essays: typed citations become citations by key, and the entries of a
typed list become sources of the library.

`Adoptions` (`adopt.py`) plans what becomes of each essay; nothing is guessed, and what is
doubtful is a question (`questions.py`) that a person, a file or nobody answers.  An
`Adoption` is written, essays and library together, and the journal says how `undo.py`
takes it back.
"""
