"""How often values of each degree are right, as `benchmarks.quality.calibration --fit` counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Curve = tuple[tuple[float, float], ...]
"""Points (degree, share right), rising; straight between them, level beyond the last, down to 0 before the first."""

CURVES: Final[Mapping[str, Mapping[str, Curve]]] = {
    "en": {
        "deal": ((0.7, 0.869), (0.75, 0.869), (0.8, 0.875), (0.85, 0.935), (0.9, 0.97)),
        "company": ((0.7, 0.812), (0.8, 0.9), (0.9, 0.97)),
        "status": ((0.6, 0.667), (0.7, 0.847), (0.75, 0.847), (0.8, 0.889), (0.85, 0.933), (0.9, 0.97)),
        "amount": ((0.5, 0.583), (1.0, 0.97)),
        "valuation": ((1.0, 0.97),),
        "round": ((0.7, 0.838), (0.75, 0.838), (0.85, 0.917), (0.9, 0.968), (1.0, 0.97)),
        "investor": ((0.9, 0.969),),
    },
    "zh": {
        "deal": ((0.5, 0.688), (0.75, 0.898), (0.85, 0.898), (0.9, 0.901)),
        "company": ((0.5, 0.688), (0.75, 0.869), (0.92, 0.869), (0.95, 0.965)),
        "status": ((0.5, 0.357), (0.8, 0.866), (0.88, 0.866), (0.9, 0.888), (0.93, 0.888)),
        "amount": ((0.5, 0.688), (0.93, 0.912), (1.0, 0.948)),
        "valuation": ((0.8, 0.8), (0.85, 0.8)),
        "round": ((0.8, 0.765), (0.9, 0.765), (0.95, 0.945)),
        "investor": ((0.5, 0.759), (0.75, 0.906), (0.9, 0.946), (0.92, 0.97), (0.95, 0.97)),
    },
}
"""Language → field → curve."""
