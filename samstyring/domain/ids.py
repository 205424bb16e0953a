"""Ids that are made in Python, grow with time and are never used again."""

import os
import threading
import time
import uuid

_lock = threading.Lock()
_newest = 0


def new_id() -> str:
    """Return a UUID of version 7 (RFC 9562) as text; each sorts after the one made before."""
    global _newest
    with _lock:
        # 48 bits of time and 12 that count on within one millisecond.
        _newest = max((time.time_ns() // 1_000_000) << 12, _newest + 1)
        grown = _newest
    high = (grown >> 12 << 16) | 0x7000 | (grown & 0xFFF)
    low = (0b10 << 62) | (int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1))
    return str(uuid.UUID(int=(high << 64) | low))
