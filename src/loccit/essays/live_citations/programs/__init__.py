"""The programs that keep live citations: one module each; the folder is the list."""
