"""A tiny wrapper that becomes a server's program and ties its life to ours.

Run as a script: `leash.py PARENT SIGNAL UID GID PROGRAM ARGUMENT…`. On Linux the kernel sends SIGNAL when
PARENT dies, whatever killed it. Elsewhere the next start finds the leftover by its pid file.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
prctl = ctypes.CDLL(None, use_errno=True).prctl if sys.platform == "linux" else None


def tie(parent: int, on_parent_death: int) -> None:
    """Ask the kernel to signal this process when `parent` dies; end at once if it already has."""
    if prctl:
        prctl(PR_SET_PDEATHSIG, on_parent_death, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def main(parent: int, on_parent_death: int, uid: int, gid: int, command: list[str]) -> None:
    """Drop to `uid`, tie this life to the parent's, and become `command`. Never returns."""
    if uid >= 0 and os.getuid() == 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    tie(parent, on_parent_death)  # after setuid, which unties
    os.execv(command[0], command)


if __name__ == "__main__":
    parent, on_parent_death, uid, gid = map(int, sys.argv[1:5])
    main(parent, on_parent_death, uid, gid, sys.argv[5:])
