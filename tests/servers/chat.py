"""An OpenAI-compatible chat server: answers what the test lines up, counts what it gets.

Source: the public chat completions reference (model, messages, response_format; choices, usage).
"""

import json
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Turn = Callable[["Handler", dict], None]


class Handler(BaseHTTPRequestHandler):
    """One connection. The server's `turns` say how each POST is answered; the last one repeats."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        if self.path.endswith("/models"):
            return self.answer(200, {"object": "list", "data": [{"id": "tiny", "object": "model"}]})
        return self.answer(404, {"error": {"message": "no such path", "type": "invalid_request_error"}})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            self.server.requests.append(body)
            turn = self.server.turns[min(len(self.server.requests), len(self.server.turns)) - 1]
        turn(self, body)

    def answer(self, status: int, body: dict, **headers: str) -> None:
        raw = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(raw)),
            **headers,
        }.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)


def completion(words: str) -> dict:
    """A whole answer with usage."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "tiny",
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": "stop"}
        ],
        "usage": {"prompt_tokens": 120, "completion_tokens": 80, "total_tokens": 200},
    }


def says(words: str | dict) -> Turn:
    """200 with these words (a dict as JSON)."""
    text = words if isinstance(words, str) else json.dumps(words, ensure_ascii=False)
    return lambda handler, body: handler.answer(200, completion(text))


def thinks(answer: Callable[[dict], dict]) -> Turn:
    """200 with what `answer` makes of the request, as a model that reads would."""
    return lambda handler, body: handler.answer(200, completion(json.dumps(answer(body), ensure_ascii=False)))


def status(code: int, message: str = "no", **headers: str) -> Turn:
    return lambda handler, body: handler.answer(
        code, {"error": {"message": message, "type": "error"}}, **headers
    )


def slow(seconds: float, then: Turn) -> Turn:
    def turn(handler, body):
        time.sleep(seconds)
        then(handler, body)

    return turn


def reset(handler, body) -> None:
    """Closes the connection without a word."""
    handler.connection.close()


def cut(handler, body) -> None:
    """Promises a body and stops half-way."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "4000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "chatcmpl-1", "choices": [{"index"')
    handler.wfile.flush()
    handler.connection.close()


@contextmanager
def chat_server(*turns: Turn):
    """A running server: .url (with /v1), .requests (bodies in order)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.turns, server.requests, server.lock = list(turns), [], threading.Lock()
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
