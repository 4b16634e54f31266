"""Two people who have met, as the tests of pages have them."""

from tests.pages.conftest import around, met, two

__all__ = ["around", "met", "two"]
