"""The example that comes with the program, and the municipalities of every new file."""
