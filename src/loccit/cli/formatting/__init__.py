"""The steps of `loccit format`: format each essay, write it, say what was noticed."""
