"""Work over all of a large store, in a process of its own, since in this one it would hold up every page."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from dealwire.errors import OutageError

T = TypeVar("T")

POLITE = 10
"""How much the process yields to others."""


def elsewhere(work: Callable[[str, str], T], url: str, aliases: str) -> T:
    """Return what `work`, a function of a module, gives for the URL of a store and a table of aliases.

    The process begins anew rather than as a copy of this one, whose threads and connections it must not have; it ends
    with this one.

    Raises:
        OutageError: the process came to no result.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, work, url, aliases), daemon=True)
    process.start()
    sender.close()
    try:
        found: T = receiver.recv()
    except EOFError as error:
        raise OutageError("the process that reckons over all deals ended without a result") from error
    finally:
        receiver.close()
        process.join()
    return found


def _work(sender: Connection, work: Callable[[str, str], object], url: str, aliases: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that began this, and ends it too
    with suppress(OSError, AttributeError):  # there is no such thing on Windows
        os.nice(POLITE)
    sender.send(work(url, aliases))
    sender.close()
