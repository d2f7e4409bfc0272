"""What is missing or wrong on this machine, and what to do about it: one short check for each part."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sparklio.doctor.finding import Finding
from sparklio.doctor.machine import chromium, disk, fonts, python, secrets, static_files
from sparklio.doctor.servers import clock, database, extension, queue
from sparklio.doctor.studio import model, pages, sockets, worker

MACHINE = [python, disk, secrets, fonts, static_files, chromium]
SERVERS = [database, extension, clock, queue]
STUDIO = [worker, model, pages, sockets]


def examine() -> Iterator[Finding]:
    """Every check in turn. One that breaks is a finding itself, and the rest go on."""
    for check in [*MACHINE, *SERVERS, *STUDIO]:
        try:
            yield check()
        except Exception as problem:  # a doctor that faints helps nobody: whatever it is, it is told
            words = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            yield Finding(
                check.__name__, "fail", words, _("Mend what stands above first, then run it again.")
            )
