"""The conventions of biblatex-apa: roles, legal entries, and what goes in brackets."""
