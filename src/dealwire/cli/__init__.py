"""The command line: arguments in, tables or JSON out; everything it does is a verb of `dealwire.service`."""

from __future__ import annotations

import sys

from dealwire.cli.commands import app
from dealwire.cli.console import EXIT_OUTAGE, EXIT_USAGE, complain, mute
from dealwire.errors import DealwireError, OutageError

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit: 0 done, 1 some inputs rejected, 2 the call is wrong, 3 an outage."""
    try:
        app(standalone_mode=True)
    except OutageError as e:
        complain(e)
        sys.exit(EXIT_OUTAGE)
    except DealwireError as e:
        complain(e)
        sys.exit(EXIT_USAGE)
    except OSError as e:  # a full disk, a directory that may not be written to
        mute()
        complain(f"{e.filename or 'the output'}: {(e.strerror or str(e)).lower()}")
        sys.exit(EXIT_OUTAGE)
