"""Cases as those of bibliographies: input, a dot, what is expected."""

from tests.bibliography.conftest import pytest_generate_tests as pytest_generate_tests
