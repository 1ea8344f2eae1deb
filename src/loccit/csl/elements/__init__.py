"""The rendering elements of CSL, one a file: a dataclass with what the style says, and
its `render()`.
"""
