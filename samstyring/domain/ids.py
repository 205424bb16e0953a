"""Ids that are made in Python, grow with time and are never used again."""

import os
import time
import uuid


def new_id() -> str:
    """Return a UUID of version 7 (RFC 9562) as text: sorted by the time it was made."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    high = (milliseconds << 16) | 0x7000 | (random >> 68)
    low = (0b10 << 62) | (random & ((1 << 62) - 1))
    return str(uuid.UUID(int=(high << 64) | low))
