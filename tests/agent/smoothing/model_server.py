"""A small language model server that answers as it is told: `python model_server.py MANNER [WORDS]`.

Prints its port. "opening" gives back what it was given, with WORDS before it. Speaks as OpenAI-compatible
servers under /v1, as Ollama elsewhere.
"""

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MANNER = sys.argv[1]
WORDS = sys.argv[2] if len(sys.argv) > 2 else ""


class Model(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if MANNER == "silent":
            time.sleep(600)
        if MANNER == "redirect":
            self.send_response(307)
            self.send_header("Location", WORDS)
            self.end_headers()
            return
        if MANNER == "failing":
            self.send_error(500)
            return
        body = b"no JSON here" if MANNER == "garbled" else json.dumps(self._answer(asked)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if MANNER == "dripping":
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.3)
        else:
            self.wfile.write(body)

    def _answer(self, asked: dict[str, Any]) -> dict[str, object]:
        given = str(asked["messages"][-1]["content"])
        opened = f"{WORDS} {given[0].lower()}{given[1:]}"
        message = {"role": "assistant", "content": opened if MANNER == "opening" else WORDS}
        if self.path == "/v1/chat/completions":
            return {"choices": [{"message": message}]}
        assert self.path == "/api/chat", self.path
        return {"message": message, "done": True}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
server.daemon_threads = True
sys.stdout.write(f"{server.server_port}\n")
sys.stdout.flush()
server.serve_forever()
