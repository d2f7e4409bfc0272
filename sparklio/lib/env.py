"""Outside values, each read once and checked; nonsense stops the start and names the variable.

A value may also stand in a file: NAME_FILE=/run/secrets/name.
"""

from pathlib import Path

from environs import Env, EnvError

_env = Env()


class BadEnvironment(SystemExit):
    """The environment holds a value that cannot be right; the message names it and says what it should be."""


def text(name: str, default: str | None = None) -> str:
    """The value of `name`, or of the file that NAME_FILE names. Stops if there is neither and no default."""
    path = _env.str(f"{name}_FILE", "")
    if path:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadEnvironment(f"{name}_FILE={path}: cannot be read ({error.strerror}).") from None
    value = _env.str(name, default)
    if value is None:
        raise BadEnvironment(
            f"{name} is not set. bin/up writes it into .env; .env.example says what it means."
        )
    return value


def flag(name: str, default: bool) -> bool:
    """yes/no, true/false, on/off, 1/0."""
    try:
        return _env.bool(name, default)
    except EnvError:
        raise BadEnvironment(f"{name}={_env.str(name)!r}: say yes or no.") from None


def number(name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
    """A whole number from `least` to `most`."""
    try:
        value = _env.int(name, default)
    except EnvError:
        raise BadEnvironment(f"{name}={_env.str(name)!r}: a whole number is needed.") from None
    if not least <= value <= most:
        raise BadEnvironment(f"{name}={value}: from {least} to {most}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Words between commas, blanks dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def one_of(name: str, choices: set[str], default: str) -> str:
    """One of `choices`."""
    value = text(name, default)
    if value not in choices:
        raise BadEnvironment(f"{name}={value!r}: one of {', '.join(sorted(choices))}.")
    return value
