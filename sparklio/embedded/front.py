"""The one door of the embedded studio: `GET /ws/…` upgrades go to Daphne, all else to gunicorn, as it came.

A program of its own, told by FRONT_LISTEN (host:port), FRONT_WEB and FRONT_SOCKETS (paths of unix sockets).
gunicorn learns the client's address from a PROXY line, Daphne from an X-Forwarded-For that is ours alone.
"""

import asyncio
import os
import re
import signal
import sys

HEAD_BYTES = 32 * 1024
HEAD_SECONDS = 15
IDLE_SECONDS = 300  # no byte either way; gunicorn ends idle connections itself, Daphne pings
SWEEP_SECONDS = 5
CONNECT_SECONDS = 5  # a web process that restarts is waited for
GOODBYE_SECONDS = 3
CONNECTIONS = 1000
UNSENT_BYTES = 4 * 2**20  # held for a slow reader, so that the web thread is free again
STARTING = (
    "스튜디오를 시작하고 있습니다. 잠시 뒤 다시 열어 주세요. · The studio is starting. Try again shortly."
)
REQUEST_LINE = re.compile(rb"[A-Z]{3,10} \S+ HTTP/1\.[01]\r\n")
UPGRADE = re.compile(rb"\r\nupgrade:[ \t]*websocket[ \t]*\r\n", re.IGNORECASE)
CLAIMS = re.compile(rb"\r\n(?:x-forwarded-[a-z-]+|forwarded|x-real-ip):[^\r\n]*", re.IGNORECASE)


class Inside(asyncio.Protocol):
    """The connection to gunicorn or Daphne."""

    def __init__(self, outside: "Outside") -> None:
        self.outside = outside
        self.answered = False

    def data_received(self, chunk: bytes) -> None:
        outside = self.outside
        if not self.answered:
            self.answered = True
            if outside.upgrading and chunk.startswith(
                b"HTTP/1.1 101"
            ):  # if not, Daphne hears no more from it
                outside.resume()
        outside.waiting, outside.moved_at = False, outside.loop.time()
        outside.transport.write(chunk)

    def pause_writing(self) -> None:
        self.outside.transport.pause_reading()

    def resume_writing(self) -> None:
        self.outside.resume()

    def eof_received(self) -> None:
        self.outside.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self.outside.transport.close()


class Outside(asyncio.Protocol):
    """A client's connection: its first head is read, then bytes pass."""

    open: set["Outside"] = set()
    transport: asyncio.Transport
    inside: asyncio.Transport | None = None
    opening: asyncio.Task[None] | None = None
    upgrading = waiting = False

    def __init__(self, web: str, sockets: str) -> None:
        self.web, self.sockets = web, sockets
        self.loop = asyncio.get_running_loop()
        self.head = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.moved_at = transport, self.loop.time()
        self.open.add(self)
        transport.set_write_buffer_limits(high=UNSENT_BYTES)
        if len(self.open) > CONNECTIONS:
            self.refuse(503, "Too many connections.")

    def data_received(self, chunk: bytes) -> None:
        self.waiting, self.moved_at = True, self.loop.time()
        if self.inside:
            self.inside.write(chunk)
            return
        self.head += chunk
        if b"\r\n\r\n" in self.head:
            self.transport.pause_reading()
            self.opening = self.loop.create_task(self.let_in())
        elif len(self.head) > HEAD_BYTES:
            self.refuse(431, "The request's head is too long.")

    async def let_in(self) -> None:
        """Choose by the first head, connect, and send on what has come, behind the client's address."""
        head = bytes(self.head)
        end = head.index(b"\r\n\r\n")
        if end > HEAD_BYTES:
            return self.refuse(431, "The request's head is too long.")
        if not REQUEST_LINE.match(head):
            return self.refuse(400, "This is not HTTP/1.1.")
        self.upgrading = head.startswith(b"GET /ws/") and bool(UPGRADE.search(head, 0, end + 2))
        address, port = self.transport.get_extra_info("peername")[:2]
        if self.upgrading:
            clean = CLAIMS.sub(b"", head[:end])
            first = (
                clean + f"\r\nX-Forwarded-For: {address}\r\nX-Forwarded-Port: {port}".encode() + head[end:]
            )
        else:
            family, here = ("TCP6", "::1") if ":" in address else ("TCP4", "127.0.0.1")
            first = f"PROXY {family} {address.partition('%')[0]} {here} {port} 0\r\n".encode() + head
        inside = await self.connect(self.sockets if self.upgrading else self.web)
        if inside is None:
            return self.refuse(503, STARTING)
        if self.transport.is_closing():
            return inside.close()
        self.head.clear()
        self.inside = inside
        inside.write(first)
        if not self.upgrading:
            self.resume()

    async def connect(self, path: str) -> asyncio.Transport | None:
        deadline = self.loop.time() + CONNECT_SECONDS
        while self.loop.time() < deadline and not self.transport.is_closing():
            try:
                transport, _ = await self.loop.create_unix_connection(lambda: Inside(self), path)
                return transport
            except OSError:
                await asyncio.sleep(0.1)
        return None

    def refuse(self, status: int, words: str) -> None:
        self.transport.write(
            f"HTTP/1.1 {status} Refused\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n"
            f"{'Retry-After: 2' if status == 503 else 'Cache-Control: no-store'}\r\n"
            f"Content-Length: {len(words.encode())}\r\n\r\n{words}".encode()
        )
        self.transport.close()

    def resume(self) -> None:
        if not self.transport.is_closing():
            self.transport.resume_reading()

    def pause_writing(self) -> None:
        if self.inside:
            self.inside.pause_reading()

    def resume_writing(self) -> None:
        if self.inside and not self.inside.is_closing():
            self.inside.resume_reading()

    def eof_received(self) -> bool:
        if self.inside and not self.upgrading:
            self.inside.write_eof()
        return self.inside is not None or self.opening is not None

    def connection_lost(self, error: Exception | None) -> None:
        self.open.discard(self)
        if self.inside:
            self.inside.close()


async def sweep(connections: set[Outside]) -> None:
    """End connections that never finish their head, and those that sleep."""
    now = asyncio.get_running_loop().time
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        for outside in list(connections):
            if now() - outside.moved_at > (IDLE_SECONDS if outside.inside else HEAD_SECONDS):
                outside.transport.abort()


async def serve(listen: str, web: str, sockets: str) -> None:
    """Serve until SIGTERM or SIGINT, then let what is being answered be answered."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    host, _, port = listen.rpartition(":")
    server = await loop.create_server(lambda: Outside(web, sockets), host.strip("[]"), int(port), backlog=512)
    sweeper = loop.create_task(sweep(Outside.open))
    await stop.wait()
    sweeper.cancel()
    server.close()
    deadline = loop.time() + GOODBYE_SECONDS
    while (
        any(outside.waiting and not outside.upgrading for outside in Outside.open) and loop.time() < deadline
    ):
        await asyncio.sleep(0.05)
    for outside in list(Outside.open):
        outside.transport.close()
    await asyncio.sleep(0.05)


if __name__ == "__main__":
    try:
        asyncio.run(serve(*(os.environ[name] for name in ("FRONT_LISTEN", "FRONT_WEB", "FRONT_SOCKETS"))))
    except OSError as problem:
        sys.exit(f"The front cannot listen: {problem}")
