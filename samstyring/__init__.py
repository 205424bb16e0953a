"""samstyring keeps the bodies, mandates and people of shared municipal digitalisation in order."""

__version__ = "0.1.0"
