"""The door for assistants: the Model Context Protocol (revision 2026-07-28)."""
