"""TeX in a field and back."""
