"""gunicorn behind our front: the client's address holds for a whole connection, and no header is believed."""

import signal
from pathlib import Path
from typing import Any

from gunicorn.util import write_error
from gunicorn.workers.gthread import ThreadWorker

from sparklio.embedded.leash import tie

STALLED_SECONDS = 60  # a client that stops in the middle of its body, or reading, gives the thread back
BODY_BYTES = 60_000_000  # R-W5: the largest file that anything takes is 50 MB; the same in deploy/Caddyfile


class Worker(ThreadWorker):
    """gunicorn reads the PROXY line for the first request; the next on its connection had no address."""

    def handle_request(self, req: Any, conn: Any) -> bool:
        if req.proxy_protocol_info:
            conn.came_from = req.proxy_protocol_info
        else:
            req.proxy_protocol_info = getattr(conn, "came_from", None)
        conn.sock.settimeout(STALLED_SECONDS)
        if any(name == "CONTENT-LENGTH" and int(value) > BODY_BYTES for name, value in req.headers):
            write_error(conn.sock, 413, "Content Too Large", f"At most {BODY_BYTES // 1_000_000} MB.")
            return False
        return super().handle_request(req, conn)  # type: ignore[no-any-return]


def post_fork(server: Any, worker: Any) -> None:
    """gunicorn's hook: a worker whose master is killed goes at once, not at its next look around."""
    tie(server.pid, signal.SIGKILL)


# What gunicorn reads with `-c python:sparklio.embedded.web`:
worker_class = "sparklio.embedded.web.Worker"
proxy_protocol = "v1"
secure_scheme_headers: dict[
    str, str
] = {}  # a unix socket counts as trusted, and the front passes client headers on
forwarder_headers = ""
preload_app = True  # one import for all workers
graceful_timeout = 5
timeout = 60
keepalive = 15
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True  # it would be one socket in the home directory for every studio on the machine
