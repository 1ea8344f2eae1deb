"""The doors to an open workspace: for editors, the browser, and assistants."""
