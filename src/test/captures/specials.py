"""Faults of one client alone, most of them in its own configuration or in what was typed."""

from cases import NO_RIGHT

ADDRESS = "echo \"$ACR_PASSWORD\" | docker login --username contoso --password-stdin "
PULL = "docker pull contoso.azurecr.io/team/api:1.0"
LOGIN = ADDRESS + "contoso.azurecr.io"
HELPER = "printf '{\"credsStore\":\"%s\"}' > .docker/config.json"
HELPERS = {"PATH": "/home/helpers:/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/bin"}
BROKEN = "printf '{\\n  \"auths\": {\\n    \"contoso.azurecr.io\": {' > .docker/config.json"
NETWORK = "dns-failure registry-not-found"


def special(client, name, command, cause, accept="", fault="healthy", credentials="none", daemon=True, **more):
    return dict(client=client, name=name, command=command, cause=cause, accept=accept.split(), fault=fault,
                credentials=credentials, daemon=daemon, **more)


def docker(*arguments, **more):
    return special("docker", *arguments, **more)


def helpers():
    for store in ("desktop", "desktop.exe", "ecr-login", "pass", "secretservice"):
        more = dict(before=HELPER.replace("%s", store), environment=HELPERS)
        yield docker(f"helper-{store}-login", LOGIN, "credential-helper-broken", **more)
        yield docker(f"helper-{store}-pull", PULL, "credential-helper-broken", NO_RIGHT, **more)


def configs():
    for name, before in {
        "config-cut-off": BROKEN,
        "config-not-json": "echo 'auths: contoso' > .docker/config.json",
        "config-byte-order-mark": "printf '\\357\\273\\277{\"auths\":{}}' > .docker/config.json",
        "config-utf16": "printf '\\377\\376{\\0}\\0' > .docker/config.json",
        "config-bad-base64": "printf '{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"not base64!\"}}}' > .docker/config.json",
        "config-no-colon": "printf '{\"auths\":{\"contoso.azurecr.io\":{\"auth\":\"Y29udG9zbw==\"}}}' > .docker/config.json",
    }.items():
        yield docker(f"{name}-pull", PULL, "docker-config-corrupt", "not-logged-in", before=before)
    yield docker("config-is-folder-pull", PULL, "docker-config-corrupt", "not-logged-in",
                 before="mkdir .docker/config.json")
    mine = "echo '{}' > .docker/config.json; chmod 600 .docker/config.json; chmod 666 /run/docker.sock"
    back = dict(after="chmod 660 /run/docker.sock", user="nobody")
    yield docker("config-unreadable-pull", PULL, "docker-config-corrupt", "not-logged-in", before=mine, **back)
    yield docker("config-unreadable-login", LOGIN, "docker-config-corrupt", before=mine, **back)
    yield docker("config-folder-not-writable", LOGIN, "docker-config-corrupt", before="chmod 666 /run/docker.sock",
                 **back)


def arguments():
    interactive = "docker-login-not-interactive"
    yield docker("login-no-terminal", "docker login contoso.azurecr.io", interactive)
    yield docker("login-no-terminal-user", "docker login --username contoso contoso.azurecr.io", interactive)
    yield docker("login-no-user", 'echo "$ACR_PASSWORD" | docker login --password-stdin contoso.azurecr.io', interactive)
    yield docker("login-empty-password", 'echo "$UNSET" | docker login --username contoso --password-stdin '
                 "contoso.azurecr.io", interactive, "service-connection-wrong admin-password-wrong")
    yield docker("login-two-passwords", 'docker login --username contoso --password "$ACR_PASSWORD" --password-stdin '
                 "contoso.azurecr.io", interactive)
    yield docker("login-stale-stored", "docker login contoso.azurecr.io", "stale-stored-credentials",
                 interactive + " admin-password-wrong", credentials="stale")
    yield docker("login-password-argument", 'docker login --username contoso --password "$ACR_PASSWORD" '
                 "contoso.azurecr.io", None)
    yield docker("login-https-prefix", ADDRESS + "https://contoso.azurecr.io", None)
    yield docker("login-stored", "docker login contoso.azurecr.io", None, credentials="ok")
    yield docker("logout", "docker logout contoso.azurecr.io", None, credentials="ok")
    yield docker("run-not-logged-in", "docker run --rm contoso.azurecr.io/team/api:1.0", "not-logged-in",
                 "missing-pull-role entra-token-expired")
    yield docker("manifest-not-logged-in", "docker manifest inspect contoso.azurecr.io/team/api:1.0", "not-logged-in",
                 "missing-pull-role image-not-found")
    yield docker("version", "docker version", None)
    yield docker("info", "docker info", None)
    yield docker("build-copy-only", "DOCKER_BUILDKIT=1 docker build --tag app:1.0 .", None, credentials="ok")


def names():
    bad = "login-server-malformed"
    for name, reference in {
        "https-prefix": "https://contoso.azurecr.io/team/api:1.0", "uppercase": "contoso.azurecr.io/Team/API:1.0",
        "blank-in-name": '"contoso.azurecr.io/team/api :1.0"', "empty-tag": "contoso.azurecr.io/team/api:",
        "empty-variable": "$REGISTRY/team/api:1.0", "double-slash": "contoso.azurecr.io//team/api:1.0",
        "double-tag": "contoso.azurecr.io/team/api:1.0:2", "stray-quote": "\"'contoso.azurecr.io/team/api:1.0'\"",
    }.items():
        yield docker(f"name-{name}", f"docker pull {reference}", bad, "image-not-found", credentials="ok")
        yield special("podman", f"name-{name}", f"podman pull {reference}", bad, "image-not-found", credentials="ok")
    yield docker("name-resource-name", ADDRESS + "contoso", bad, NETWORK)
    yield docker("name-suffix-twice", ADDRESS + "contoso.azurecr.io.azurecr.io", bad, NETWORK)
    yield docker("name-other-cloud", ADDRESS + "contoso.azurecr.cn", "wrong-cloud", NETWORK)
    yield docker("name-no-host-pull", "docker pull team/api:1.0", "image-not-found",
                 f"not-acr login-server-malformed {NETWORK}")
    yield docker("name-no-host-push", "docker push team/web:1.0", "image-not-found",
                 f"not-acr login-server-malformed {NETWORK}", before="docker tag contoso.azurecr.io/team/web:1.0 team/web:1.0")
    yield special("podman", "name-short", "podman pull team/api:1.0", "image-not-found", "login-server-malformed not-acr")
    yield special("skopeo", "name-no-transport", "skopeo inspect contoso.azurecr.io/team/api:1.0", bad)
    yield special("skopeo", "name-uppercase", "skopeo inspect docker://contoso.azurecr.io/Team/API:1.0", bad)
    for client in ("oras", "crane"):
        verb = {"oras": "oras pull", "crane": "crane manifest"}[client]
        for name, reference in {"https-prefix": "https://contoso.azurecr.io/team/api:1.0",
                                "uppercase": "contoso.azurecr.io/Team/API:1.0"}.items():
            yield special(client, f"name-{name}", f"{verb} {reference}", bad)


def others():
    for client in ("podman", "buildah", "skopeo", "oras", "crane"):
        pull = {"skopeo": "skopeo inspect docker://", "crane": "crane manifest "}.get(client, f"{client} pull ")
        pull += "contoso.azurecr.io/team/api:1.0"
        if client != "crane":
            yield special(client, "login-no-terminal", f"{client} login contoso.azurecr.io", "docker-login-not-interactive")
        yield special(client, "helper-desktop-pull", pull, "credential-helper-broken", NO_RIGHT,
                      before=HELPER.replace("%s", "desktop"))
        yield special(client, "helper-pass-pull", pull, "credential-helper-broken", NO_RIGHT,
                      before=HELPER.replace("%s", "pass"), environment=HELPERS)
        yield special(client, "config-cut-off-pull", pull, "docker-config-corrupt", "not-logged-in", before=BROKEN)
    policy = "echo '{\"default\":[{\"type\":\"reject\"}]}' > policy.json"
    yield special("skopeo", "policy-rejects", "skopeo --policy policy.json copy "
                  "docker://contoso.azurecr.io/team/api:1.0 dir:api", "daemon-signature-verification",
                  credentials="ok", before=policy)
    yield special("podman", "policy-rejects", "podman pull --signature-policy policy.json "
                  "contoso.azurecr.io/team/api:1.0", "daemon-signature-verification", credentials="ok", before=policy)


def sockets():
    down, denied = "docker-daemon-not-running", "docker-permission-denied"
    for name, command in {"ps": "docker ps", "pull": PULL, "push": "docker push contoso.azurecr.io/team/web:1.0",
                          "login": LOGIN, "info": "docker info", "version": "docker version",
                          "run": "docker run --rm contoso.azurecr.io/team/api:1.0",
                          "build": "DOCKER_BUILDKIT=1 docker build --tag app:1.0 ."}.items():
        cause = None if name == "login" else down
        yield docker(f"daemon-stopped-{name}", command, cause, "docker-not-installed", daemon=False)
        if name != "login":
            yield docker(f"socket-denied-{name}", command, denied, user="nobody", before="chown -R nobody .")
    yield docker("daemon-stopped-wrong-password", LOGIN, "admin-password-wrong", down, fault="wrong-password",
                 daemon=False)
    for name, host in {"closed": "tcp://127.0.0.1:2375", "unknown": "tcp://build.contoso.com:2376",
                       "other-socket": "unix:///run/user/1000/docker.sock", "malformed": "build.contoso.com"}.items():
        yield docker(f"docker-host-{name}", PULL, down, NETWORK, environment={"DOCKER_HOST": host})
    yield docker("context-unknown", "docker --context remote ps", down, "docker-config-corrupt")


SPECIALS = [*helpers(), *configs(), *arguments(), *names(), *others(), *sockets()]
