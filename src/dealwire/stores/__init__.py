"""Where dealwire keeps facts and views."""

from dealwire.stores.open import open_store

__all__ = ["open_store"]
