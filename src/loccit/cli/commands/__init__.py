"""One command a module; its `command` is the click command."""
