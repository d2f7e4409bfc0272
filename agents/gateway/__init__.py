"""The one door to any model."""
