"""What a document is made from, whatever its format."""

from typing import Any

# Plain dicts, lists, texts and numbers only: what a template may be given, and JSON can carry.
Content = dict[str, Any]

# As Word, PDF readers and screen readers want it (BCP 47).
LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
