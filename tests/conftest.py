"""Settings of all tests."""

from __future__ import annotations

import os

import hypothesis

# In CI the same examples each time: a change is judged by what it changed.  At a desk, new ones with every run.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")
