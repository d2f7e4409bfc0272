"""What hardware can do. The order is the priority: short work stands above long."""

from typing import NamedTuple


class Capability(NamedTuple):
    """hardware: what a node must have. timeout: seconds one run may take."""

    hardware: str
    timeout: int


CAPABILITIES = {
    "desk": Capability("a CPU", timeout=60),
    "press": Capability("a CPU and a headless Chromium", timeout=300),
    "text": Capability("a CPU; a language model endpoint where one is configured", timeout=300),
}
