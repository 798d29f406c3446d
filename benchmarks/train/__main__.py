"""Train and measure taggers: `python -m benchmarks.train COMMAND …`; `COMMAND --help` tells the rest.

    english        train an English tagger, light or from MiniLM
    chinese        train the Chinese tagger
    chinese-names  train what tells a Chinese name from other strings
    story-weights  count how common words are in headlines
    compare        measure the rules, a tagger, and both together

Needs ../shared beside the checkout, the project, and PyTorch, which is no dependency of it.
"""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS = ("english", "chinese", "chinese-names", "story-weights", "compare")


def main() -> None:
    """Hand over to the module of a command; each is loaded only then, for PyTorch takes seconds."""
    if sys.argv[1:2] == [] or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    import_module(f"benchmarks.train.{sys.argv[1].replace('-', '_')}").main(sys.argv[2:])


if __name__ == "__main__":
    main()
