#!/usr/bin/env python3
"""Puts every client before every fault and keeps what it prints.

usage: runner.py OUT-DIR ROOTS [FAULT...]    ROOTS: Debian root directories, separated by blanks; runs in `world`
"""

import os
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

import text
from also import also, visible
from cases import CASES
from clients import CLEAN, CLIENTS
from machine import PASSWORDS, Machine, proxies
from specials import SPECIALS
from specials_az import AZ

STATE = pathlib.Path(os.environ["STATE_DIR"])
OUT, ROOTS, WANTED = pathlib.Path(sys.argv[1]), sys.argv[2].split(), sys.argv[3:]


def wanted(case):
    return not WANTED or case["name"] in WANTED


SEEN = {}


def keep(client, version, case, name, command, result):
    status, text_ = result[0], text.neutral(result[1])
    if (status == 0) != (case["cause"] is None):
        # Not what the case is about: a fault that did no harm, or a healthy run that failed.
        print(f"UNEXPECTED exit {status}: {client} {version} {name}: {text_[-300:]}", flush=True)
        if case["cause"] is None or case.get("operations"):
            return
    title = f"{client} {version}"
    if SEEN.setdefault((title, command, text_, case["cause"]), name) != name:
        return  # word for word what another fault of the same cause gave
    if case["cause"] is None:
        path = OUT / "healthy" / f"{client}-{version}-{name}.yaml"
        body = text.healthy(title, command, text_)
    else:
        path = OUT / "captures" / f"{client}-{version}" / f"{name}.yaml"
        cause = visible(text_, case["cause"])
        accept = list(dict.fromkeys(a for a in [*case["accept"], case["cause"], *also(text_, cause)] if a != cause))
        body = text.capture(title, command, case["fault"] if case["fault"] != "healthy" else case["name"], text_, cause, accept)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body)
    print(path.relative_to(OUT), flush=True)


def one(machine, client, case, operation):
    command = CLIENTS[client][operation]
    environment = {} if client == "docker" else proxies(case.get("proxy"))
    if client == "ctr" and machine.versions["ctr"].startswith("2."):
        command = command.replace("pull", "pull --local")  # as the kubelet does, not through the transfer service
    if case["credentials"] == "none" and operation != "login":
        command = command.replace(" --user contoso:$ACR_PASSWORD", "")
    if case["credentials"] == "stale":
        environment["ACR_PASSWORD"] = PASSWORDS["stale"]
    home = machine.home(case["credentials"])
    if operation.startswith("push") and client in ("podman", "buildah"):
        machine.run("podman load --input web.tar", home)
    result = machine.run(command, home, environment)
    if result[0] == 0 and client in CLEAN:
        machine.run(CLEAN[client], home)
    cause = case["cause"]
    if cause and "=" in cause:
        cause = dict(part.split("=") for part in cause.split())[operation]
    base = operation.split("-")[0]
    name = f"{case['name']}-{base}"
    keep(client, machine.versions[client], {**case, "cause": cause}, name, command, result)


def special(machine, case):
    client = case["client"]
    home = machine.home(case["credentials"])
    machine.run(case.get("before", "true"), home)
    result = machine.run(case["command"], home, case.get("environment"), user=case.get("user", "root"))
    machine.run(case.get("after", "true"), home)
    keep(client, machine.versions[client], case, case["name"], case["command"], result)


def specials(machines, cases):
    """One case at a time on all machines at once; those that need docker stopped come first."""
    (STATE / "fault").write_text("healthy")
    with ThreadPoolExecutor() as pool:
        for machine in machines:
            machine.stop_docker()
        if any(case["credentials"] == "azure" for case in cases):
            list(pool.map(Machine.sign_in, machines))
        for case in sorted(cases, key=lambda case: case["daemon"]):
            if case["daemon"]:
                for machine in machines:
                    machine.daemon or machine.start_docker()
            (STATE / "fault").write_text(case["fault"])
            list(pool.map(lambda machine: special(machine, case),
                          [machine for machine in machines if case["client"] in machine.versions]))


def generic(machines, cases):
    with ThreadPoolExecutor(10) as pool:
        for case in cases:
            (STATE / "fault").write_text(case["fault"])
            jobs = [pool.submit(one, machine, client, case, operation)
                    for machine in machines for client in case.get("clients", CLIENTS) if client in machine.versions
                    for operation in case["operations"] if operation in CLIENTS[client]]
            for job in jobs:
                job.result()


def main():
    (STATE / "fault").write_text("healthy")
    machines = [Machine(root) for root in ROOTS]
    for machine in machines:
        print(machine.root, machine.versions, flush=True)
    try:
        schemes = [None] + sorted({case["proxy"] for case in CASES if "proxy" in case})
        for scheme in schemes:
            cases = [case for case in CASES if case.get("proxy") == scheme and wanted(case)]
            if not cases:
                continue
            (STATE / "fault").write_text("healthy")
            for machine in machines:
                machine.start_docker(proxies(scheme))
            # Healthy runs come last: an image that is already there would hide a fault of its layers.
            generic(machines, sorted(cases, key=lambda case: case["cause"] is None))
        rest = [case for case in SPECIALS + AZ if wanted(case)]
        if rest:
            specials(machines, rest)
    finally:
        for machine in machines:
            machine.stop_docker()


main()
