"""The few images the stand-in serves, made afresh so that no binary lies in the repository."""

import gzip
import hashlib
import io
import json
import random
import tarfile

MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
INDEX = "application/vnd.docker.distribution.manifest.list.v2+json"


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def layer():
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        # Random content: a layer that compresses away could not be cut off half way.
        for name, body in (("hello", b"hello\n"), ("data", random.Random(7).randbytes(200_000))):
            entry = tarfile.TarInfo(name)
            entry.size = len(body)
            tar.addfile(entry, io.BytesIO(body))
    return raw.getvalue()


def image(blobs, architecture, system):
    """Puts an image's blobs into blobs and returns its manifest."""
    raw = layer()
    packed = gzip.compress(raw, mtime=0)
    config = json.dumps({"architecture": architecture, "os": system, "config": {"Cmd": ["/hello"]},
                         "rootfs": {"type": "layers", "diff_ids": [digest(raw)]},
                         "history": [{"created": "2026-01-01T00:00:00Z"}]}).encode()
    for blob in (packed, config):
        blobs[digest(blob)] = blob
    return json.dumps({"schemaVersion": 2, "mediaType": MANIFEST,
                       "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                                  "size": len(config), "digest": digest(config)},
                       "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                                   "size": len(packed), "digest": digest(packed)}]}).encode()


def index(manifests, blobs, *platforms):
    entries = []
    for system, architecture in platforms:
        body = image(blobs, architecture, system)
        manifests["team/api", digest(body)] = MANIFEST, body
        entries.append({"mediaType": MANIFEST, "size": len(body), "digest": digest(body),
                        "platform": {"architecture": architecture, "os": system}})
    return json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": entries}).encode()


def seed():
    """Returns (manifests, blobs): team/api:1.0 for this machine, :arm64 and :windows for others only."""
    manifests, blobs = {}, {}
    body = image(blobs, "amd64", "linux")
    for name, tag in (("team/api", "1.0"), ("mcr/hello-world", "latest")):
        manifests[name, tag] = manifests[name, digest(body)] = MANIFEST, body
    for tag, platform in (("arm64", ("linux", "arm64")), ("windows", ("windows", "amd64"))):
        body = index(manifests, blobs, platform)
        for reference in (tag, digest(body)):
            manifests["team/api", reference] = INDEX, body
    return manifests, blobs
