"""The store on a SQL database: its themes put together as one `dealwire.ports.Store`."""

from __future__ import annotations

from contextlib import AbstractContextManager

from dealwire.stores.accounts import Accounts
from dealwire.stores.deal_log import DealLog
from dealwire.stores.deals import Deals
from dealwire.stores.headlines import Headlines
from dealwire.stores.intake import Intake
from dealwire.stores.keys import Keys
from dealwire.stores.listing import Listing
from dealwire.stores.names import Names
from dealwire.stores.pictures import Pictures
from dealwire.stores.rereading import Rereading
from dealwire.stores.search import Search
from dealwire.stores.stories import Stories
from dealwire.stores.trends import Trends
from dealwire.stores.upkeep import Upkeep


class SqlStore(
    Rereading,
    Names,
    Deals,
    DealLog,
    Listing,
    Stories,
    Headlines,
    Trends,
    Search,
    Intake,
    Pictures,
    Accounts,
    Keys,
    Upkeep,
):
    """A store on any database that has a `Backend`."""

    def transaction(self) -> AbstractContextManager[None]:
        """See `Store.transaction`."""
        return self._db.transaction()

    def close(self) -> None:
        """See `Store.close`."""
        self._db.close()
