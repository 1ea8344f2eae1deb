"""The form of citations: commas, "&", "et al.", what stands in the brackets."""
