"""The error of a code that can't be read."""


class BrokenCode(Exception):
    """A code is damaged, or lacks what a citation needs.

    Its text is one plain sentence that says what is broken, for the essay's writer.
    """
