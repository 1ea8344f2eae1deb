"""What is wrong with what is open, where it is, and its fixes."""
