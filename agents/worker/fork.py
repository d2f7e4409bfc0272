"""Children of the foreman: forked, tied to its life, and ended with the code that their work gives."""

import atexit
import ctypes
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterable

from agents.worker.wire import Wire

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
HEARD = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}


def fork(name: str, main: Callable[[Wire], int], *, forget: Iterable[Wire]) -> tuple[int, Wire]:
    """A child that does `main`; its pid, and our end of the wire to it.

    name    what the process table calls it (Linux)
    forget  our ends of the wires to its siblings, which it must not hold open
    """
    ours, theirs = Wire.pair()
    foreman = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)  # a child must not hear them with the foreman's ears
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
        theirs.close()
        return pid, ours
    code = 1
    try:
        tie_to(foreman, name)
        for wire in (ours, *forget):
            wire.close()
        code = main(theirs)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        log.exception("a child of the worker ended in a way that nobody foresaw")
    finally:
        leave(code)
    raise AssertionError("unreachable")


def tie_to(foreman: int, name: str) -> None:
    """Die when the foreman dies, however it dies (R-J6). Ctrl-C is for the foreman alone."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        prctl(PR_SET_NAME, name.encode(), 0, 0, 0)
    if os.getppid() != foreman:  # it died before we asked
        os._exit(1)


def leave(code: int) -> None:
    """End without unwinding the foreman's own frames, but with the last words of libraries (a browser)."""
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
