"""A tiny wrapper that becomes a server's program and ties its life to ours.

Run as a script: `leash.py PARENT SIGNAL UID GID PROGRAM ARGUMENT…`. On Linux the kernel sends SIGNAL when
PARENT dies, whatever killed it. Elsewhere the next start finds the leftover by its pid file.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(parent: int, on_parent_death: int, uid: int, gid: int, command: list[str]) -> None:
    """Drop to `uid`, ask to be ended with the parent, and become `command`. Never returns."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl if sys.platform == "linux" else None
    if uid >= 0 and os.getuid() == 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if prctl:  # after setuid, which clears it
        prctl(PR_SET_PDEATHSIG, on_parent_death, 0, 0, 0)
    if os.getppid() != parent:  # it died before we asked
        sys.exit(1)
    os.execv(command[0], command)


if __name__ == "__main__":
    parent, on_parent_death, uid, gid = map(int, sys.argv[1:5])
    main(parent, on_parent_death, uid, gid, sys.argv[5:])
