"""An HTTP gateway before a cloud, which can hold, answer or change requests, and change answers."""
import http.client
import http.server
import select
import socket
import threading


class Request:
    def __init__(self, method, path, headers, body):
        self.method, self.path, self.headers, self.body = method, path, headers, body


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @staticmethod
    def page(status, headers=()):
        """What a gateway says when the service behind it does not."""
        return Answer(status, [("Content-Type", "text/html"), *headers], b"<html><h1>%d</h1></html>" % status)

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Gateway(http.server.ThreadingHTTPServer):
    """Passes on; before() and after() do nothing, and are for subclasses."""
    daemon_threads = True

    def __init__(self, upstream):
        self.upstream = upstream
        super().__init__(("127.0.0.1", 0), Connection)
        self.here = "127.0.0.1:%d" % self.server_port
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        pass  # A client that was killed reads no answer.

    def before(self, request, connection):
        """An answer, or None for the cloud's own; the request may be changed."""

    def after(self, request, answer):
        """The answer may be changed."""

    def route(self, request):
        """Host and path that the request goes on to."""
        return self.upstream, request.path

    def shown(self, text):
        """Text of the cloud with the addresses of gateways in place of its own."""
        return text.replace(self.upstream, self.here)


class Connection(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def body(self):
        if self.headers.get("Transfer-Encoding", "") == "chunked":
            body = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def is_cut(self):
        readable, _, _ = select.select([self.connection], [], [], 0)
        try:
            return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def serve(self):
        request = Request(self.command, self.path, list(self.headers.items()), self.body())
        answer = self.server.before(request, self) or self.passed_on(request)
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                self.send_header(name, value)
        if self.command == "HEAD" and answer.header("Content-Length"):
            self.send_header("Content-Length", answer.header("Content-Length"))
        elif answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def passed_on(self, request):
        host, path = self.server.route(request)
        upstream = http.client.HTTPConnection(host, timeout=600)
        upstream.putrequest(request.method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in request.headers:
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "expect"):
                upstream.putheader(name, value)
        upstream.putheader("Content-Length", str(len(request.body)))
        upstream.endheaders(request.body)
        got = upstream.getresponse()
        answer = Answer(got.status, got.getheaders(), got.read())
        upstream.close()
        self.server.after(request, answer)
        text = self.server.shown
        answer.headers = [(name, text(value)) for name, value in answer.headers]
        # One character a byte, so that bytes of any kind come back as they were.
        answer.body = text(answer.body.decode("latin-1")).encode("latin-1")
        return answer

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_COPY = serve
