"""What programs read of a list on a web page: COinS and schema.org."""
