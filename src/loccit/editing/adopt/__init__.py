"""Adopt typed essays: typed citations become citations by key, and the entries of a
typed list become sources of the library.

Plain functions: `plan_adoption` says what would change and why, `write_adoption` changes
essays and library together, and `undo_adoption` takes it back.
"""
