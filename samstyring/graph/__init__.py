"""The structure as a graph: snapshot, layout and questions."""
