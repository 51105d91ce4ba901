"""Makes the parts of the documentation that are shown by running the program."""
