"""The text against the list: what is cited and not listed, listed and not cited."""
