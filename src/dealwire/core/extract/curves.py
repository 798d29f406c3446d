"""How often values of each degree are right, as `benchmarks.quality.calibration --fit` counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Curve = tuple[tuple[float, float], ...]
"""Points (degree, share right), rising; straight between them, level beyond the last, down to 0 before the first."""

CURVES: Final[Mapping[str, Mapping[str, Curve]]] = {
    "en": {
        "deal": ((0.6, 0.81), (0.65, 0.81), (0.7, 0.835), (0.8, 0.835), (0.85, 0.916), (0.9, 0.97)),
        "company": ((0.6, 0.714), (0.7, 0.877), (0.8, 0.877), (0.9, 0.97)),
        "status": ((0.6, 0.77), (0.7, 0.77), (0.75, 0.871), (0.85, 0.871), (0.9, 0.97)),
        "amount": ((0.5, 0.583), (1.0, 0.96)),
        "valuation": ((1.0, 0.97),),
        "round": ((0.6, 0.697), (0.65, 0.697), (0.7, 0.853), (0.85, 0.853), (0.9, 0.943), (1.0, 0.97)),
        "investor": ((0.7, 0.643), (0.8, 0.75), (0.9, 0.967)),
    },
    "zh": {
        "deal": ((0.5, 0.815), (0.75, 0.815), (0.8, 0.889), (0.85, 0.935), (0.9, 0.935)),
        "company": ((0.5, 0.811), (0.75, 0.811), (0.9, 0.913), (0.92, 0.939), (0.95, 0.94), (1.0, 0.944)),
        "status": ((0.5, 0.643), (0.8, 0.846), (0.88, 0.898), (0.9, 0.898), (0.93, 0.902)),
        "amount": ((0.5, 0.75), (0.93, 0.91), (1.0, 0.91)),
        "valuation": ((0.8, 0.818), (0.85, 0.818)),
        "round": ((0.75, 0.792), (0.8, 0.829), (0.9, 0.829), (0.95, 0.944)),
        "investor": ((0.5, 0.912), (0.75, 0.918), (0.9, 0.918), (0.92, 0.943), (0.95, 0.943)),
    },
}
"""Language → field → curve."""
