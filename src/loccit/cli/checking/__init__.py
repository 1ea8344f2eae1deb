"""What `loccit check` does with essays and sources: find, check, fix, show."""
