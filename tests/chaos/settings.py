"""The studio's own settings, a second app with makers that can be counted, and one short time limit."""

import os

from sparklio.capabilities import CAPABILITIES
from sparklio.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.chaos"]  # noqa: F405
RUN_LEASE = int(os.environ.get("CHAOS_LEASE", RUN_LEASE))  # noqa: F405
RUN_HEARTBEAT = float(os.environ.get("CHAOS_HEARTBEAT", RUN_HEARTBEAT))  # noqa: F405
SWEEP_EVERY = float(os.environ.get("CHAOS_SWEEP", SWEEP_EVERY))  # noqa: F405
CAPABILITIES["text"] = CAPABILITIES["text"]._replace(timeout=4)
