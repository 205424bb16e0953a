"""Composition on the screen: the rules of a body, trying out who could sit, and coverage."""
