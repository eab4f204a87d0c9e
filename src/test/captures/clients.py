"""How each client is told to log in, pull and push; how its version is learnt; where it may run."""

IMAGE, PUSHED = "contoso.azurecr.io/team/api", "contoso.azurecr.io/team/web"
PASSWORD = 'echo "$ACR_PASSWORD" | '


def pulls(command):
    """The same command for the image that exists, for other platforms' images and for a mistyped tag."""
    tags = {"pull": "1.0", "pull-arm64": "arm64", "pull-windows": "windows", "pull-typo": "1.O"}
    return {operation: command.format(image=f"{IMAGE}:{tag}") for operation, tag in tags.items()}


def engine(name):
    return {"login": f"{PASSWORD}{name} login --username contoso --password-stdin contoso.azurecr.io",
            **pulls(name + " pull {image}"),
            "push": f"{name} push {PUSHED}:1.0", "push-typo": f"{name} push {PUSHED}:2.0"}


CLIENTS = {
    "docker": {**engine("docker"), "build": "DOCKER_BUILDKIT=1 docker build --tag app:1.0 ."},
    "podman": {**engine("podman"), "list": f"podman search --list-tags {IMAGE}"},
    "buildah": {**engine("buildah"), "build": "buildah bud --tag app:1.0 ."},
    "skopeo": {"login": engine("skopeo")["login"], **pulls("skopeo copy docker://{image} dir:api"),
               "push": f"skopeo copy docker-archive:web.tar docker://{PUSHED}:1.0",
               "list": f"skopeo list-tags docker://{IMAGE}"},
    "ctr": {**pulls("ctr images pull --user contoso:$ACR_PASSWORD {image}")},
    "oras": {"login": f"{PASSWORD}oras login contoso.azurecr.io --username contoso --password-stdin",
             **pulls("oras copy {image} --to-oci-layout api:1.0"), "push": f"oras push {PUSHED}:1.0 notes.txt",
             "list": f"oras repo tags {IMAGE}"},
    # No login: crane writes the password down without asking the registry.
    "crane": {**pulls("crane pull {image} api.tar"), "push": f"crane push web.tar {PUSHED}:1.0",
              "list": f"crane ls {IMAGE}"},
}

# An image that is there already would hide the next fault.
CLEAN = {name: f"{name} rmi --force {IMAGE}:1.0 app:1.0" for name in ("docker", "podman", "buildah")}
VERSION = {
    "docker": "docker --version", "podman": "podman --version", "buildah": "buildah --version",
    "skopeo": "skopeo --version", "ctr": "ctr --version", "oras": "oras version", "crane": "crane version && dpkg-query --show crane",
    "az": "az version",
}
DOCKERFILE = f"FROM {IMAGE}:1.0\nCOPY notes.txt /\n"
