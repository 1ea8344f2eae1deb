"""The form of citations: commas, "&", "et al.", what is in the brackets."""
