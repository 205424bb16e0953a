"""Terms: who sits from when until when, as a timeline and as a list."""

from samstyring.ui.terms.pane import TermsPane

__all__ = ["TermsPane"]
