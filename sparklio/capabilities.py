"""What hardware can do. The order is the priority: short work stands above long."""

from typing import NamedTuple


class Capability(NamedTuple):
    """hardware: what a node must have. timeout: seconds one run may take.

    own_slot  it keeps something big warm, so that a worker gives it a process of its own
    """

    hardware: str
    timeout: int
    own_slot: bool = False


CAPABILITIES = {
    "desk": Capability("a CPU", timeout=60),
    "press": Capability("a CPU and a headless Chromium", timeout=300, own_slot=True),
    "text": Capability("a CPU; a language model endpoint where one is configured", timeout=300),
}
