"""What a person sees while Sparklio is set up and started: one calm line a step, in Korean or English."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


def speaks_korean() -> bool:
    """By LC_ALL, LC_MESSAGES or LANG, the first that is set."""
    spoken = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return spoken.lower().startswith("ko")


def say(korean: str, english: str) -> None:
    print(korean if speaks_korean() else english, flush=True)


def words(korean: str, english: str) -> str:
    return korean if speaks_korean() else english


@contextmanager
def step(korean: str, english: str) -> Iterator[None]:
    """Name a step, and when it is over say how long it took. A step that fails leaves its line open."""
    began = time.monotonic()
    name = words(korean, english)
    print(f"  {name} ", end="", flush=True)
    yield
    seconds = time.monotonic() - began
    print(f"{'.' * max(3, 46 - width(name))} {seconds:.1f} s", flush=True)


def width(text: str) -> int:
    """Columns in a terminal: Hangul takes two."""
    return sum(2 if "\u1100" <= letter <= "\uffdc" else 1 for letter in text)


def stop(korean: str, english: str) -> NoReturn:
    """End with words that say what to do."""
    print(flush=True)
    sys.exit(words(korean, english))
