"""A package index and a proxy on loopback with scripted failures."""

import base64
import contextlib
import hashlib
import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"


def make_wheel(name, version="1.0", program=b"", **files):
    """The bytes of a wheel of pure Python.

    Args:
        program: Content of a program of the same name in it.
        files: Text of modules by name.
    """
    info = f"{name}-{version}.dist-info"
    content = {f"{name}/{path}.py": text for path, text in ({"__init__": ""} | files).items()}
    content[f"{info}/METADATA"] = METADATA.format(name=name, version=version)
    content[f"{info}/WHEEL"] = (
        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    content[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*content, f"{info}/RECORD"])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in content.items():
            archive.writestr(path, text)
        if program:
            archive.writestr(f"{name}-{version}.data/scripts/{name}", program, zipfile.ZIP_STORED)
    return stream.getvalue()


class Server:
    """Both at once: what is asked of it directly it answers as an index, a CONNECT as a proxy.

    Attributes:
        mode: ``well``, or what goes wrong: ``refuse`` (503), ``cut`` (hangs up), ``hash`` (files do not fit
            their hashes), ``half`` (hangs up in the middle of a file), ``garbled`` (a file is damaged),
            ``407``, ``401``.
        wheels: Bytes of wheels by file name.
        asked: Paths that were asked for.
    """

    def __init__(self):
        self.mode = "well"
        self.wheels = {}
        self.asked = []
        self.credentials = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"state": self}))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self.index = f"{self.address}/simple"

    def add(self, name, version="1.0", **files):
        self.wheels[f"{name}-{version}-py3-none-any.whl"] = make_wheel(name, version, **files)

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_CONNECT(self):
        self.state.asked.append(self.path)
        words = self.headers.get("Proxy-Authorization", "").partition(" ")[2]
        self.state.credentials.append(base64.b64decode(words).decode())
        if self.state.mode == "407":
            self._respond(407, **{"Proxy-Authenticate": "Basic realm=proxy"})
        else:
            self.close_connection = True

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.state.asked.append(self.path)
        codes = {"refuse": 503, "401": 401}
        if self.state.mode in codes:
            self._respond(codes[self.state.mode])
        elif self.state.mode == "cut":
            self.close_connection = True
        elif self.path.startswith("/simple/"):
            self._give_list(self.path.split("/")[2])
        elif self.path.startswith("/files/"):
            self._give_file(self.path.rpartition("/")[2])
        else:
            self._respond(404)

    def _give_list(self, name):
        found = {file: wheel for file, wheel in self.state.wheels.items() if file.split("-")[0] == name}
        lines = [self._line(file, wheel) for file, wheel in found.items()]
        self._respond(200 if found else 404, "".join(lines).encode(), **{"Content-Type": "text/html"})

    def _line(self, file, wheel):
        name, version = file.split("-")[:2]
        about = hashlib.sha256(METADATA.format(name=name, version=version).encode()).hexdigest()
        digest = "0" * 64 if self.state.mode == "hash" else hashlib.sha256(wheel).hexdigest()
        return f'<a href="/files/{file}#sha256={digest}" data-core-metadata="sha256={about}">{file}</a>'

    def _give_file(self, file):
        if file.endswith(".metadata"):
            name, version = file.split("-")[:2]
            self._respond(200, METADATA.format(name=name, version=version).encode())
            return
        wheel = self.state.wheels[file]
        if self.state.mode == "garbled":
            wheel = wheel[: len(wheel) // 3] + bytes(len(wheel) - len(wheel) // 3)
        self._respond(200, wheel, sent=len(wheel) // 2 if self.state.mode == "half" else len(wheel))

    def _respond(self, code, body=b"", sent=None, **headers):
        self.send_response(code)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            with contextlib.suppress(ConnectionError):
                self.wfile.write(body[:sent])
        self.close_connection = True
