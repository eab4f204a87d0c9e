"""A Debian root directory to run clients in: a home for each command, a docker daemon, what was printed."""

import base64
import itertools
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time

from clients import DOCKERFILE, PUSHED, VERSION
from cloud import CLIENT, TENANT
from faults import PROXY, REGISTRY
from images import layer

HOMES = itertools.count()
PASSWORDS = {"ok": "s3cret", "stale": "of-last-year"}


class Machine:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.versions = {name: found for name, command in VERSION.items() if (found := self.version(command))}
        self.daemon = None
        # CAPTURE_STORE=containerd: docker alone, with the image store that version 29 makes the usual one.
        self.store = os.environ.get("CAPTURE_STORE", "")
        if self.store:
            self.versions = {"docker": f"{self.versions['docker']}-{self.store}"}

    def version(self, command):
        status, text = self.run(command, self.home("none"))
        match = re.search(r"\d+\.\d+\.\d+", text)
        return match.group() if match and status != 127 else None

    def home(self, credentials):
        """Makes a fresh home: what one command leaves behind must not help the next one."""
        home = self.root / f"home/user-{next(HOMES)}"
        (home / "run").mkdir(parents=True)
        (home / ".docker").mkdir()
        (home / "Dockerfile").write_text(DOCKERFILE)
        (home / "notes.txt").write_text("notes\n")
        (home / ".dockerignore").write_text("*.tar\nrun\n.docker\n")
        (home / "layer.tar").write_bytes(layer())
        if (self.root / "home/web.tar").exists():
            os.link(self.root / "home/web.tar", home / "web.tar")
        if credentials == "azure" and (self.root / "home/.azure").exists():
            shutil.copytree(self.root / "home/.azure", home / ".azure")
        if credentials in ("ok", "stale"):
            auth = base64.b64encode(f"contoso:{PASSWORDS[credentials]}".encode()).decode()
            (home / ".docker/config.json").write_text(json.dumps({"auths": {REGISTRY: {"auth": auth}}}))
        return home

    def run(self, command, home, environment=None, timeout=420, user="root"):
        inside = "/" + str(home.relative_to(self.root))
        variables = {"HOME": inside, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin", "LANG": "C.UTF-8",
                     "XDG_RUNTIME_DIR": f"{inside}/run", "STORAGE_DRIVER": "vfs", "ACR_PASSWORD": "s3cret",
                     "CONTAINERD_ADDRESS": "/run/docker/containerd/containerd.sock",
                     "CONTAINERD_SNAPSHOTTER": "native", "PODMAN_IGNORE_CGROUPSV1_WARNING": "1",
                     "AZURE_CORE_COLLECT_TELEMETRY": "no",
                     "REQUESTS_CA_BUNDLE": "/etc/ssl/certs/ca-certificates.crt",
                     **{name: value.replace("~", inside) for name, value in (environment or {}).items()}}
        change = [] if user == "root" else ["setpriv", f"--reuid={user}", "--regid=nogroup", "--clear-groups"]
        words = ["chroot", str(self.root), "env", "-i", *(f"{k}={v}" for k, v in variables.items()), *change,
                 "sh", "-c", f"cd {inside} && {command}"]
        try:
            done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=timeout, start_new_session=True)
        except subprocess.TimeoutExpired as stuck:
            return -1, (stuck.stdout or b"").decode(errors="replace")
        return done.returncode, done.stdout.decode(errors="replace")

    def sign_in(self):
        """Keeps one signed-in az profile: signing in before each command would double the time."""
        home = self.home("none")
        self.run(f"az login --service-principal -u {CLIENT} -p secret --tenant {TENANT}", home)
        if (home / ".azure").exists():
            shutil.move(home / ".azure", self.root / "home/.azure")

    def start_docker(self, environment=None):
        self.stop_docker()
        features = {"features": {"containerd-snapshotter": True}} if self.store else {}
        (self.root / "home/daemon.json").write_text(json.dumps(features))
        log = open(self.root / "home/dockerd.log", "w")
        # No bridge, no packet filter, plain copies as storage: what a container without privileges can offer.
        self.daemon = subprocess.Popen(
            ["chroot", str(self.root), "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/home",
             *(f"{k}={v}" for k, v in (environment or {}).items()),
             "dockerd", "--iptables=false", "--ip6tables=false", "--bridge=none", "--config-file=/home/daemon.json",
             f"--storage-driver={'native' if self.store else 'vfs'}"],
            stdout=log, stderr=log)
        for _ in range(60):
            time.sleep(0.5)
            if self.run("docker version", self.home("none"))[0] == 0:
                break
        home = self.home("none")
        self.run(f"docker import layer.tar {PUSHED}:1.0 && docker save --output web.tar {PUSHED}:1.0", home)
        if (home / "web.tar").exists() and not (self.root / "home/web.tar").exists():
            shutil.move(home / "web.tar", self.root / "home/web.tar")

    def stop_docker(self):
        if self.daemon:
            self.daemon.send_signal(signal.SIGTERM)
            self.daemon.wait()
            self.daemon = None


def proxies(scheme):
    return {"HTTPS_PROXY": f"{scheme}://{PROXY}:3128"} if scheme else {}
