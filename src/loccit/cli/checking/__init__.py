"""The steps of `loccit check`: find essays and sources, check, fix, show."""
