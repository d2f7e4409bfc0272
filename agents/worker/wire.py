"""The line between the foreman and a child: one JSON object a line, both ways."""

import json
import select
import socket
from typing import Any


class Wire:
    """One end. Lines are short, so that sending never waits."""

    def __init__(self, end: socket.socket):
        self.end = end
        self.closed = False
        self._rest = b""

    @classmethod
    def pair(cls) -> "tuple[Wire, Wire]":
        ours, theirs = socket.socketpair()
        return cls(ours), cls(theirs)

    def fileno(self) -> int:
        return self.end.fileno()

    def send(self, **message: Any) -> bool:
        """False if nobody is at the other end any more."""
        try:
            self.end.sendall(json.dumps(message).encode() + b"\n")
        except OSError:
            return False
        return True

    def read(self, patience: float = 0) -> list[dict[str, Any]]:
        """What has come in; waits `patience` seconds for the first of it. Sets `closed` at the end."""
        if self.closed or not select.select([self.end], [], [], max(0.0, patience))[0]:
            return []
        try:
            chunk = self.end.recv(1 << 16)
        except ConnectionError:
            chunk = b""
        self.closed = not chunk
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        return [json.loads(line) for line in lines]

    def drain(self) -> list[dict[str, Any]]:
        """Everything up to the end, from a child that has died."""
        found = []
        while not self.closed and (lines := self.read()):
            found += lines
        return found

    def close(self) -> None:
        self.end.close()
        self.closed = True
