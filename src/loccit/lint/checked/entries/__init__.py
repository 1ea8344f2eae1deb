"""The entries of the typed list, their order, and which of them are cited."""
