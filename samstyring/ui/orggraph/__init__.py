"""The graph of bodies: the canvas it is painted on and the page around it."""
