"""Errors that a caller can act on: one tree.

    DealwireError
    ├── UsageError          the call is wrong: an unknown deal, a filter that can't be read        (exit 2)
    ├── OutageError         the store or the network is away, full or locked                       (exit 3)
    │   └── StoreError      the store can't be opened, or is of a newer version than this dealwire
    └── InputError          one input can't be read; carried on as a `Rejected`, it costs no other  (exit 1)

Bad input is data, not an exception, once it leaves the function that met it: see `dealwire.model.Rejected`.
"""


class DealwireError(Exception):
    """The root of all errors that dealwire raises on purpose."""


class UsageError(DealwireError):
    """The call is wrong; the message says what would be right."""


class OutageError(DealwireError):
    """Something that dealwire relies on is away; trying later may help."""


class StoreError(OutageError):
    """The store can't be opened, read or written."""


class InputError(DealwireError):
    """One input can't be read; the message is the reason that a person is shown."""
