"""Stand-ins for parts of the standard library that cost start-up time, each with its
figure.
"""
