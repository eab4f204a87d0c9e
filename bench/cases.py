"""Writes cases for the batch measurement: 10 lines of text and 6 facts each, always the same ones for the same number.

About a third match nothing: logs of builds that failed for reasons of their own.
"""

import json
import random
import sys

SEED = 4711
LINES = 10
FACTS = 6

REGISTRIES = "contoso fabrikam northwind adventureworks tailspin wingtip litware proseware".split()
TEAMS = "shop billing search web data platform mobile ml".split()
APPS = "api worker frontend gateway importer scheduler auth report".split()

# What the failing part of a log looks like; {placeholders} are filled for each case.
FAILURES = [
    ["Error response from daemon: Get \"https://{host}/v2/\": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information."],
    ["Error response from daemon: Get \"https://{host}/v2/\": denied: client with IP '{ip}' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."],
    ["Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"],
    ["Error response from daemon: Get \"https://{host}/v2/\": dial tcp: lookup {host} on {resolver}:53: no such host"],
    ["Error response from daemon: Get \"https://{host}/v2/\": x509: certificate signed by unknown authority"],
    ["denied: requested access to the resource is denied",
     "unauthorized: authentication required"],
    ["Failed to pull image \"{image}\": rpc error: code = Unknown desc = failed to pull and unpack image \"{image}\": failed to resolve reference \"{image}\": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://{host}/oauth2/token?scope=repository%3A{team}%2F{app}%3Apull&service={host}: 401 Unauthorized",
     "Error: ErrImagePull",
     "Error: ImagePullBackOff"],
    ["AADSTS7000222: The provided client secret keys for app '{app_id}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret"],
    ["AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app_id}'."],
    ["ERROR: The resource with name '{registry}' and type 'Microsoft.ContainerRegistry/registries' could not be found in subscription '{subscription}'."],
    ["Error response from daemon: manifest for {image} not found: manifest unknown: manifest tagged by \"{tag}\" is not found"],
    ["error during connect: Get \"https://{host}/v2/\": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)"],
    ["Error response from daemon: Get \"https://{host}/v2/\": dial tcp {ip}:443: i/o timeout"],
    ["toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit"],
    ["bash: docker: command not found"],
    ["Error response from daemon: Get https://{host}/v2/: unauthorized: Application not registered with AAD."],
]

# Lines that stand around a failure in real logs and say nothing about the registry.
NOISE = [
    "{time} Starting: Build and publish",
    "{time} Task         : Command line",
    "{time} Description  : Run a command line script",
    "Step {n}/12 : RUN npm ci --omit=dev",
    " ---> Running in {hex}",
    "Removing intermediate container {hex}",
    "added {m} packages in {n}s",
    "[INFO] Compiling {m} source files to target/classes",
    "[INFO] Tests run: {m}, Failures: 0, Errors: 0, Skipped: {n}",
    "{time} Finishing: Restore cache",
    "Sending build context to the daemon  {m}.{n}MB",
    "#{n} [stage-1 4/7] COPY src ./src",
    "#{n} DONE 0.{n}s",
    "{hex}: Preparing",
    "The job runs on agent pool linux-{n}",
    "warning: 'core.autocrlf' is set; line ends may change",
    "Collecting requests=={n}.{n}.0",
    "go: finished reading modules in {n}s",
]

# Builds that failed for reasons of their own: nothing here is for us to diagnose.
OTHER_FAILURES = [
    "src/main/java/com/contoso/Order.java:[{m},{n}] cannot find symbol",
    "npm ERR! Test failed. See above for more details.",
    "AssertionError: expected {n} to equal {m}",
    "./main.go:{m}:{n}: undefined: orderTotal",
    "error TS2304: Cannot find name 'invoice'.",
    "make: *** [Makefile:{m}: test] Error 1",
    "E   ValueError: not enough values to unpack (expected {n}, got 1)",
    "FAILED (failures={n})",
]


def fill(template, values):
    return template.format(**values)


def values_of(rng):
    registry = rng.choice(REGISTRIES) + rng.choice(["", "prod", "dev", str(rng.randrange(100))])
    team, app = rng.choice(TEAMS), rng.choice(APPS)
    tag = f"{rng.randrange(1, 9)}.{rng.randrange(20)}"
    host = f"{registry}.azurecr.io"
    return {
        "registry": registry,
        "host": host,
        "team": team,
        "app": app,
        "tag": tag,
        "image": f"{host}/{team}/{app}:{tag}",
        "ip": f"203.0.113.{rng.randrange(1, 255)}",
        "resolver": f"10.{rng.randrange(256)}.0.10",
        "app_id": f"33333333-aaaa-bbbb-cccc-{rng.randrange(10**12):012d}",
        "subscription": f"00000000-aaaa-bbbb-cccc-{rng.randrange(10**12):012d}",
        "time": f"2026-11-{rng.randrange(10, 24)}T{rng.randrange(10, 24)}:{rng.randrange(10, 60)}:{rng.randrange(10, 60)}.0000000Z",
        "hex": f"{rng.randrange(16**12):012x}",
        "n": rng.randrange(2, 60),
        "m": rng.randrange(60, 900),
    }


def text_of(rng, failing, values):
    core = rng.choice(FAILURES) if failing else [rng.choice(OTHER_FAILURES)]
    if failing:
        core = [rng.choice(["$ docker pull {image}", "+ docker push {image}", "$ az acr login --name {registry}"])] + core
    noise = [rng.choice(NOISE) for _ in range(LINES - len(core))]
    at = rng.randrange(len(noise) + 1)
    return "\n".join(fill(line, values) for line in noise[:at] + core + noise[at:])


def facts_of(rng, failing, values):
    """Six facts; those of the failures now and then say something, those of the others never do."""
    facts = {
        "attempt": {"action": rng.choice(["pull", "push", "login"]), "tool": "docker", "host": values["host"], "repository": f"{values['team']}/{values['app']}", "tag": values["tag"]},
        "dockerClient": {"installed": "yes", "version": rng.choice(["26.1.5", "27.5.1", "28.2.2"])},
        "dockerDaemon": {"reachable": "yes", "permitted": "yes", "version": rng.choice(["27.5.1", "28.2.2"])},
        "environment": {"kind": rng.choice(["azure-pipelines", "github-actions", "workstation", "virtual-machine"])},
        "azureCli": {"installed": "yes", "version": rng.choice(["2.45.0", "2.67.0", "2.77.0"]), "signedIn": "yes"},
        "registry": {"name": values["registry"], "loginServer": values["host"], "exists": "yes", "sku": "Premium", "publicNetworkAccess": "Enabled", "networkDefaultAction": "Allow"},
    }
    if failing and rng.random() < 0.5:
        facts["registry"]["networkDefaultAction"] = "Deny"
        facts["clientAddress"] = {"ip": values["ip"], "seenBy": "registry"}
        del facts["dockerDaemon"]
    elif failing and rng.random() < 0.5:
        facts["credential"] = {"kind": "client-secret", "owner": values["app_id"], "expiresAt": rng.choice(["2026-11-20T00:00:00Z", "2027-05-01T00:00:00Z"])}
        del facts["dockerClient"]
    assert len(facts) == FACTS
    return facts


def write(path, count):
    rng = random.Random(SEED)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, count + 1):
            failing = rng.random() < 2 / 3
            values = values_of(rng)
            case = {
                "id": str(number),
                "now": "2026-11-24T10:00:00Z",
                "texts": [{"source": "terminal", "text": text_of(rng, failing, values)}],
                "facts": facts_of(rng, failing, values),
            }
            out.write(json.dumps(case, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
