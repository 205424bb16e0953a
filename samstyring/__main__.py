"""Start the program with ``python -m samstyring``."""

import sys

from samstyring.refusal import refusal_here

if __name__ == "__main__":
    sentence = refusal_here()
    if sentence:
        sys.exit(sentence)
    from samstyring.app import main

    sys.exit(main(sys.argv[1:]))
