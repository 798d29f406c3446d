"""What watching did, as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from dealwire.errors import OutageError, UsageError

if TYPE_CHECKING:
    from dealwire.service.watch import Pulse

_COUNTED = (
    ("visits", "Visits to sources."),
    ("pushes", "Feeds pushed by hubs and kept."),
    ("failures", "Visits to sources that failed."),
    ("pages", "Pages asked for."),
    ("lost", "Pages given up."),
    ("articles", "New articles taken in."),
    ("deals", "Deals told by new articles."),
    ("rejected", "Inputs that could not be used."),
)


class _Pulse(Collector):
    def __init__(self, pulse: Pulse) -> None:
        self._pulse = pulse

    def collect(self) -> Iterable[Metric]:
        """Yield the figures as they are now."""
        pulse = self._pulse
        for name, help_ in _COUNTED:
            yield CounterMetricFamily(f"dealwire_{name}", help_, value=getattr(pulse, name))
        yield GaugeMetricFamily("dealwire_under_way", "Visits under way.", value=pulse.under_way)
        yield GaugeMetricFamily("dealwire_waiting", "Pages that wait to be fetched.", value=pulse.waiting)
        yield GaugeMetricFamily(
            "dealwire_store_away", "1 while the store can't be written to.", value=bool(pulse.outage)
        )
        kept = pulse.kept_at.timestamp() if pulse.kept_at else 0
        yield GaugeMetricFamily("dealwire_kept_timestamp_seconds", "When something was last kept.", value=kept)
        failing = GaugeMetricFamily("dealwire_source_failures", "Failures of a source in a row.", labels=["source"])
        for name, health in sorted(pulse.healths.items()):
            failing.add_metric([name], health.failures)
        yield failing


def serve(address: str, pulse: Pulse) -> None:
    """Serve the figures at "host:port" from a thread of its own.

    Raises:
        UsageError: the address can't be read.
        OutageError: it is taken.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise UsageError(f"--metrics {address}: name a host and a port, as in 127.0.0.1:9478")
    registry = CollectorRegistry()
    registry.register(_Pulse(pulse))
    try:
        start_http_server(int(port), host.strip("[]"), registry)
    except (OSError, OverflowError) as error:
        raise OutageError(f"--metrics {address}: {error}") from error
