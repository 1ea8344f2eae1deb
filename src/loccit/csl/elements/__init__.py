"""The rendering elements of CSL, one a file.

Each is a record of what the style says, with its `render()`.
"""
