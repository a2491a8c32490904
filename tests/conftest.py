"""Settings shared by all tests of the core."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A shared machine is slow at odd moments, so no example is timed. In CI the examples are the same on every run; a wider
# search is one variable away.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("search", settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))
