"""The one door: who is sent where, what is refused, and that nothing is lost on the way."""

import asyncio

import pytest

from sparklio.embedded import front


@pytest.fixture
async def door(tmp_path, monkeypatch):
    """The front before two servers that write down what they get. Gives its port, and what each heard."""
    monkeypatch.setattr(front, "CONNECT_SECONDS", 0.3)
    heard = {"web": [], "sockets": []}

    def server(name, answer):
        async def serve(reader, writer):
            while chunk := await reader.read(65536):
                heard[name].append(chunk)
                writer.write(answer)
                await writer.drain()
            writer.close()

        return serve

    web = await asyncio.start_unix_server(
        server("web", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), tmp_path / "w"
    )
    sockets = await asyncio.start_unix_server(
        server("sockets", b"HTTP/1.1 101 Switching\r\n\r\n"), tmp_path / "s"
    )
    paths = str(tmp_path / "w"), str(tmp_path / "s")
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: front.Outside(*paths), "127.0.0.1", 0)
    yield listening.sockets[0].getsockname()[1], heard, web
    listening.close()
    for outside in list(front.Outside.open):
        outside.transport.abort()
    web.close()
    sockets.close()


async def ask(port, *chunks):
    """Send the chunks one after another; what comes back first."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for chunk in chunks:
        writer.write(chunk)
        await writer.drain()
        await asyncio.sleep(0.01)
    answer = await asyncio.wait_for(reader.read(4096), 5)
    writer.close()
    return answer


async def test_a_page_goes_to_the_web_server_with_the_clients_address(door):
    port, heard, _ = door

    answer = await ask(port, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")

    assert answer.endswith(b"ok")
    line, _, rest = heard["web"][0].partition(b"\r\n")
    assert line.startswith(b"PROXY TCP4 127.0.0.1 127.0.0.1 ")
    assert rest == b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


async def test_a_socket_goes_to_daphne_and_a_claimed_address_is_dropped(door):
    port, heard, _ = door
    claims = b"X-Forwarded-For: 6.6.6.6\r\nx-forwarded-proto: https\r\nForwarded: for=6.6.6.6\r\n"

    await ask(port, b"GET /ws/briefs/7/ HTTP/1.1\r\nUpgrade: WebSocket\r\n" + claims + b"Host: a\r\n\r\n")

    head = heard["sockets"][0]
    assert b"6.6.6.6" not in head and b"proto" not in head
    assert b"\r\nX-Forwarded-For: 127.0.0.1\r\n" in head
    assert head.startswith(b"GET /ws/briefs/7/ HTTP/1.1\r\n") and b"\r\nHost: a" in head
    assert not heard["web"]


async def test_a_page_below_ws_without_an_upgrade_is_a_page(door):
    port, heard, _ = door

    await ask(port, b"GET /ws/briefs/7/ HTTP/1.1\r\nHost: a\r\n\r\n")

    assert heard["web"] and not heard["sockets"]


async def test_a_head_in_pieces_arrives_whole(door):
    port, heard, _ = door

    await ask(port, b"GET / HT", b"TP/1.1\r\nHost:", b" a\r\n\r", b"\n")

    assert heard["web"][0].endswith(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")


async def test_a_large_body_passes_unchanged(door):
    port, heard, _ = door
    body = bytes(range(256)) * 4096

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()
    writer.write_eof()
    await asyncio.wait_for(reader.read(), 5)

    assert b"".join(heard["web"]).endswith(body)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"400"),
        (b"PROXY TCP4 6.6.6.6 1.1.1.1 1 1\r\nGET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 40_000, b"431"),
    ],
    ids=["TLS", "a PROXY line of the client's own", "an endless head"],
)
async def test_what_is_no_request_is_refused_at_the_door(door, sent, status):
    port, heard, _ = door

    answer = await ask(port, sent)

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert not heard["web"]


async def test_while_the_web_server_is_away_it_says_try_again(door, tmp_path):
    port, _, web = door
    web.close()
    (tmp_path / "w").unlink(missing_ok=True)

    answer = await ask(port, b"GET / HTTP/1.1\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 503") and b"Retry-After" in answer


async def test_a_client_that_is_slow_with_its_head_is_let_go(door, monkeypatch):
    port, _, _ = door
    monkeypatch.setattr(front, "HEAD_SECONDS", 0.05)
    monkeypatch.setattr(front, "SWEEP_SECONDS", 0.05)
    sweeper = asyncio.get_running_loop().create_task(front.sweep(front.Outside.open))

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HT")

    assert await asyncio.wait_for(reader.read(), 5) == b""
    sweeper.cancel()
