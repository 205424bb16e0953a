"""Records of the field and the pure rules about them."""
