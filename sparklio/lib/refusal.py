"""The one way to say no."""


class Refusal(Exception):
    """We will not do this as asked. The message is for the person who asked and says what to change."""
