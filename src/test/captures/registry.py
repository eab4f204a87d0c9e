#!/usr/bin/env python3
"""A registry on loopback that answers as Azure Container Registry does, with one fault at a time.

usage: registry.py STATE-DIR    the fault's name is read from STATE-DIR/fault at every request,
                                certificates from STATE-DIR/NAME.pem, NAME being that of the fault's tls entry
"""

import base64
import json
import pathlib
import re
import socket
import ssl
import struct
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import network
from cloud import Cloud
from faults import DATA, FAULTS, HOSTS, MICROSOFT, PROXY, REGISTRY
from images import MANIFEST, digest, seed

STATE = pathlib.Path(sys.argv[1])
USERS = {"contoso": "s3cret", "00000000-0000-0000-0000-000000000000": "refresh-token"}
MANIFESTS, BLOBS, UPLOADS = *seed(), {}


def fault():
    return FAULTS.get((STATE / "fault").read_text().strip(), {})


def pack(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


class Registry(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "openresty", ""

    def log_message(self, form, *args):
        with open(STATE / "requests.log", "a") as log:
            log.write(f"{(STATE / 'fault').read_text().strip()} {self.headers and self.headers['Host']} {form % args}\n")

    def send(self, status, body=b"", ctype="application/json; charset=utf-8", **headers):
        self.drain()
        self.send_response(status)
        if self.headers["Host"] == REGISTRY:
            self.send_header("Docker-Distribution-Api-Version", "registry/2.0")
            self.send_header("X-Ms-Correlation-Request-Id", str(uuid.uuid4()))
        for name, value in {"Content-Type": ctype, "Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def drain(self):
        """Reads what the client still sends: answering before would look like a broken connection."""
        self.body()

    def body(self):
        if not hasattr(self, "_body"):
            if self.headers.get("Transfer-Encoding") == "chunked":
                parts = []
                while size := int(self.rfile.readline(), 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                self._body = b"".join(parts)
            else:
                self._body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return self._body

    def error(self, status, code, message, detail=None, scope="", ctype="application/json; charset=utf-8", retry=None):
        entry = {"code": code, "message": message}
        if detail == "scope":
            detail = [{"Type": kind, "Name": name, "Action": action} for part in scope.split()
                      for kind, name, actions in [part.split(":")] for action in actions.split(",")]
        if detail:
            entry["detail"] = detail
        headers = {"Retry-After": str(retry)} if retry else {}
        if status == 401 and self.path.startswith("/v2/"):
            headers["Www-Authenticate"] = self.challenge(scope, "invalid_token" if scope else "")
        self.send(status, json.dumps({"errors": [entry]}).encode() + b"\n", ctype, **headers)

    def challenge(self, scope, reason):
        if fault().get("basic"):
            return f'Basic realm="https://{REGISTRY}"'
        text = f'Bearer realm="https://{REGISTRY}/oauth2/token",service="{REGISTRY}"'
        return text + (f',scope="{scope}"' if scope else "") + (f',error="{reason}"' if reason else "")

    def inject(self, stage, scope=""):
        """Gives the fault's answer for this stage; False when the fault has none."""
        answer = fault().get(stage)
        if not answer or "status" not in answer or self.headers["Host"] == MICROSOFT:
            return False
        if "code" in answer:
            self.error(scope=scope, **answer)
        else:
            self.send(answer["status"], answer["body"].encode(), answer["ctype"])
        return True

    # authentication

    def user(self):
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            name, _, password = base64.b64decode(value).decode().partition(":")
            return name if USERS.get(name) == password else None
        return "token" if kind == "Bearer" and value.startswith("eyJ") else None

    def token(self, query):
        form = parse_qs(self.body().decode())
        scope = (query.get("scope") or form.get("scope") or [""])[0]
        if self.inject("token", scope) or scope and self.inject("token-scoped", scope):
            return
        password = form.get("password", form.get("refresh_token", [""]))[0]
        if not self.user() and password not in USERS.values():
            self.error(401, "UNAUTHORIZED", FAULTS["wrong-password"]["token"]["message"], "scope", scope)
            return
        expiry = int(time.time()) + 4500
        token = f"{pack({'alg': 'RS256'})}.{pack({'aud': REGISTRY, 'exp': expiry})}.c2ln"
        self.send(200, json.dumps({"access_token": token, "refresh_token": "refresh-token"}).encode())

    # requests

    def handle_request(self):
        self.__dict__.pop("_body", None)
        url = urlsplit(self.path)
        host = (self.headers.get("Host") or "").split(":")[0]
        if host in Cloud.HOSTS:
            status, body = Cloud(fault()).answer(self.command, url, self.body().decode())
            self.send(status, json.dumps(body).encode())
        elif host == DATA:
            self.data(url)
        elif url.path == "/oauth2/token":
            self.token(parse_qs(url.query))
        elif url.path == "/oauth2/exchange":
            self.inject("exchange") or self.send(200, b'{"refresh_token":"refresh-token"}')
        else:
            self.resource(url)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request

    def resource(self, url):
        match = re.fullmatch(r"/v2/(.+)/(manifests|blobs|tags)/(.+)", url.path) or re.fullmatch(
            r"/acr/v1/(.+)/_(tag)(s)", url.path)
        repository, kind, reference = match.groups() if match else ("", "", "")
        write = self.command in ("PUT", "POST", "PATCH") or reference.startswith("uploads/")
        stage = {"manifests": "put-manifest" if write else "manifest", "blobs": "upload" if write else "blob",
                 "tags": "list", "tag": "list"}.get(kind, "list" if url.path == "/v2/_catalog" else "ping")
        scope = f"repository:{repository}:{'pull,push' if write else 'pull'}" if repository else ""
        # A fault that meets the first request already stands before everything, tokens included.
        if "ping" in fault() and self.inject(stage):
            return
        if not self.user() and self.headers["Host"] != MICROSOFT:
            self.error(401, "UNAUTHORIZED", FAULTS["wrong-password"]["token"]["message"], "scope", scope)
        elif not self.inject(stage, scope):
            {"manifest": self.manifest, "put-manifest": self.put_manifest, "blob": self.blob, "upload": self.upload,
             "list": self.list, "ping": self.ping}[stage](repository, reference, url)

    def ping(self, *_):
        self.send(200, b"{}")

    def list(self, repository, _, url):
        tags = sorted(r for n, r in MANIFESTS if n == repository and not r.startswith("sha256:"))
        if url.path.startswith("/acr/"):
            tags = [{"name": tag, "digest": digest(MANIFESTS[repository, tag][1])} for tag in tags]
        self.send(200, json.dumps({"name": repository, "tags": tags} if repository
                                  else {"repositories": sorted({n for n, _ in MANIFESTS})}).encode())

    def manifest(self, repository, reference, _):
        if (repository, reference) not in MANIFESTS:
            known = any(name == repository for name, _ in MANIFESTS)
            self.error(404, *(("MANIFEST_UNKNOWN", f'manifest tagged by "{reference}" is not found') if known
                              else ("NAME_UNKNOWN", f'repository "{repository}" is not found')))
            return
        ctype, body = MANIFESTS[repository, reference]
        self.send(200, body, ctype, Docker_Content_Digest=digest(body))

    def put_manifest(self, repository, reference, _):
        body = self.body()
        for name in (reference, digest(body)):
            MANIFESTS[repository, name] = self.headers.get("Content-Type", MANIFEST), body
        self.send(201, Location=self.path, Docker_Content_Digest=digest(body))

    def blob(self, repository, reference, _):
        if reference not in BLOBS:
            self.error(404, "BLOB_UNKNOWN", "blob unknown to registry")
        elif self.command == "HEAD":
            self.send(200, ctype="application/octet-stream", Content_Length=str(len(BLOBS[reference])),
                      Docker_Content_Digest=reference)
        else:
            self.send(307, Location=f"https://{DATA}/{repository}/{reference}?se=2026-01-15T10%3A20%3A00Z&sig=c2ln")

    def data(self, url):
        if self.inject("data"):
            return
        body, wrong = BLOBS[url.path.rpartition("/")[2]], fault().get("data", {})
        if wrong.get("corrupt"):
            body = body[:-9] + b"corrupted"
        if wrong.get("truncate") and len(body) > 1000:
            self.send(200, body[: len(body) // 2], "application/octet-stream", Content_Length=str(len(body)))
            self.close_connection = True
            return
        self.send(200, body, "application/octet-stream")

    def upload(self, repository, reference, url):
        key = url.path if self.command != "POST" else f"/v2/{repository}/blobs/uploads/{uuid.uuid4()}"
        data = UPLOADS[key] = UPLOADS.get(key, b"") + self.body()
        wanted = parse_qs(url.query).get("digest", [""])[0]
        if wanted:
            BLOBS[wanted] = data
            self.send(201, Location=f"/v2/{repository}/blobs/{wanted}", Docker_Content_Digest=wanted)
        else:
            self.send(202, Location=key, Range=f"0-{max(len(data) - 1, 0)}", Docker_Upload_UUID=key[-36:])


class Server(ThreadingHTTPServer):
    """Makes the TLS handshake in the connection's own thread, with the certificate the fault asks for."""

    daemon_threads = True
    request_queue_size = 64

    def process_request_thread(self, request, address):
        here = request.getsockname()[0] in (HOSTS[REGISTRY], HOSTS[DATA]) or fault().get("everywhere")
        tls = fault().get("tls", "good") if here else "good"
        try:
            if tls in ("reset", "close", "plain"):
                request.recv(4096)
                if tls == "reset":
                    request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                elif tls == "plain":
                    request.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                request.close()
                return
            if tls == "silent":
                time.sleep(120)
                return
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(STATE / f"{tls}.pem")
            request = context.wrap_socket(request, server_side=True)
        except OSError:
            request.close()
            return
        super().process_request_thread(request, address)

    def handle_error(self, request, address):
        """A client that hangs up is part of most faults; anything else is a mistake here."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, address)


if __name__ == "__main__":
    servers = [Server((address, 443), Registry) for address in sorted(set(HOSTS.values()) - {HOSTS[PROXY]})]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    network.start(fault)
    (STATE / "ready").touch()
    threading.Event().wait()
