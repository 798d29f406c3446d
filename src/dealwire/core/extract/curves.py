"""How often values of each degree are right, as `benchmarks.quality.calibration --fit` counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Curve = tuple[tuple[float, float], ...]
"""Points (degree, share right), rising; straight between them, level beyond the last, down to 0 before the first."""

CURVES: Final[Mapping[str, Mapping[str, Curve]]] = {
    "en": {
        "deal": ((0.6, 0.712), (0.65, 0.712), (0.7, 0.743), (0.75, 0.743), (0.8, 0.864), (0.85, 0.941), (0.9, 0.955)),
        "company": ((0.6, 0.239), (0.7, 0.929), (0.8, 0.929), (0.9, 0.958)),
        "status": ((0.6, 0.625), (0.65, 0.656), (0.75, 0.656), (0.8, 0.793), (0.85, 0.888), (0.9, 0.945)),
        "amount": ((0.5, 0.583), (1.0, 0.925)),
        "valuation": ((1.0, 0.886),),
        "round": ((0.7, 0.523), (0.75, 0.573), (0.8, 0.808), (0.85, 0.808), (0.9, 0.889), (1.0, 0.924)),
        "investor": ((0.7, 0.912), (0.8, 0.969), (0.9, 0.969)),
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
