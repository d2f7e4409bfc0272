"""What is missing or wrong on this machine, and what to do about it: one short check for each part."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from sparklio.doctor.finding import Finding
from sparklio.doctor.machine import chromium, disk, fonts, python, secrets, static_files
from sparklio.doctor.servers import clock, database, extension, queue
from sparklio.doctor.studio import model, pages, sockets, worker

CHECKS = [
    *(python, disk, secrets, fonts, static_files, chromium),
    *(database, extension, clock, queue),
    *(worker, model, pages, sockets),
]


def examine(parts: Collection[str] = ()) -> Iterator[Finding]:
    """Every check in turn, or those named. One that breaks is a finding itself, and the rest go on."""
    for check in CHECKS:
        if parts and check.__name__ not in parts:
            continue
        try:
            yield check()
        except Exception as problem:  # a doctor that faints helps nobody: whatever it is, it is told
            words = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            yield Finding(
                check.__name__, "fail", words, _("Mend what stands above first, then run it again.")
            )
