"""Change the sources of a library: add, rename, merge, fix."""
