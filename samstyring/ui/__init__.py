"""The window and everything in it; the only package, apart from pictures, that knows Qt."""
