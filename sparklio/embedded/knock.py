"""Knocking at the studio's door from outside: does a page answer, does a socket?"""

import http.client
import sys

UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "c3BhcmtsaW8gaXMgdXAgIQ==",
}
EVERYWHERE = ("0.0.0.0", "::")


def local(host: str) -> str:
    """The address at which this machine reaches a server that listens on `host`."""
    return "127.0.0.1" if host in EVERYWHERE else host


def answers(host: str, port: int, path: str, timeout: float = 10) -> bool:
    """Does the studio itself answer (not the front's «starting»)? /ws/… is asked as a browser would."""
    headers = {"Host": f"127.0.0.1:{port}"}
    if path.startswith("/ws/"):
        headers |= {**UPGRADE, "Origin": f"http://127.0.0.1:{port}"}
    line = http.client.HTTPConnection(local(host), port, timeout=timeout)
    try:
        line.request("GET", path, headers=headers)
        return line.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


if __name__ == "__main__":  # a container's health check: PORT PATH
    sys.exit(not answers("127.0.0.1", int(sys.argv[1]), sys.argv[2]))
