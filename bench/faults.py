"""The table behind bench/faults: runs both tools before each fault and judges what they print."""

import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src/test/captures"))

from machine import Machine  # noqa: E402  (found by the line above)

STATE = pathlib.Path(os.environ["STATE_DIR"])
AZ = "az acr check-health --name contoso --yes --ignore-errors"
ROUNDS = 3
LIKELY = 0.3  # what a report puts forward as an answer, one or several

# What is wrong, the name of the fault in faults.py, whose credentials the client has, the causes that are right,
# and the code of check-health that names the fault (None: it has none for it).
FAULTS = [
    ("certificate of an unknown authority", "untrusted", "ok", ["tls-interception"], "CONNECTIVITY_SSL_ERROR"),
    ("403, address not allowed", "firewall-ping", "ok", ["client-ip-not-allowed"], "CONNECTIVITY_FORBIDDEN_ERROR"),
    ("403 without a reason", "forbidden", "ok", ["client-ip-not-allowed", "public-network-access-disabled"],
     "CONNECTIVITY_FORBIDDEN_ERROR"),
    ("the name does not resolve", "nxdomain", "ok", ["registry-not-found", "dns-failure"], "CONNECTIVITY_DNS_ERROR"),
    ("connection refused", "refused", "ok", ["outbound-blocked"], None),
    ("429, throttled", "throttled-everywhere", "ok", ["throttled"], None),
    ("503, service down", "error-503", "ok", ["service-outage"], None),
    ("wrong password", "wrong-password", "stale",
     ["admin-password-wrong", "repository-token-wrong", "service-principal-credentials-wrong"],
     "CONNECTIVITY_REFRESH_TOKEN_ERROR"),
    ("healthy", "healthy", "ok", [None], ""),
]


def az(machine):
    home = machine.home("azure")
    start = time.perf_counter()
    _, text = machine.run(AZ, home)
    seconds = time.perf_counter() - start
    codes = sorted(set(re.findall(r"\b(?:CONNECTIVITY|LOGIN_SERVER|DOCKER|CMK|NOTARY|HELM)_[A-Z_]+", text)))
    told = [code for code in codes if code.startswith(("CONNECTIVITY", "LOGIN_SERVER"))]
    return told, seconds


def doctor(machine, credentials):
    home = machine.home(credentials)
    environment = {"SSL_CERT_FILE": "/etc/ssl/certs/ca-certificates.crt", "JAVA_TOOL_OPTIONS": "-Duser.home=~"}
    start = time.perf_counter()
    code, text = machine.run(f"{ROOT}/acr-doctor check contoso --image team/api:1.0 --skip azure,kubernetes"
                             " --format json 2>err.txt", home, environment)
    seconds = time.perf_counter() - start
    try:
        report = json.loads(text)
    except json.JSONDecodeError:
        raise SystemExit(f"acr-doctor ended with {code}: {text[:500]} {(home / 'err.txt').read_text()[:500]}")
    first = report["diagnoses"][0] if report["identified"] else None
    likely = [d["cause"] for d in report["diagnoses"] if d["probability"] >= LIKELY]
    return (first["cause"], first["probability"]) if first else (None, 0), likely, seconds


def main():
    machine = Machine("/")
    (STATE / "fault").write_text("healthy")
    machine.sign_in()
    machine.start_docker()
    rows, told_az, told_ours, right_az, right_ours, times, healthy = [], set(), set(), 0, 0, {"az": [], "ours": []}, []
    try:
        for title, fault, credentials, causes, code in FAULTS:
            (STATE / "fault").write_text(fault)
            for number in range(ROUNDS):
                codes, seconds = az(machine)
                times["az"].append(seconds)
                (cause, probability), likely, seconds_ours = doctor(machine, credentials)
                times["ours"].append(seconds_ours)
                if fault == "healthy":
                    healthy.append(seconds_ours)
            good_az = code in codes if code else not codes if code == "" else False
            good = cause in causes
            if fault != "healthy":
                right_az, right_ours = right_az + good_az, right_ours + good
                told_az.add(tuple(codes))
                told_ours.add(tuple(likely))
            rows.append((title, ", ".join(codes) or "nothing", "yes" if good_az else "no", " or ".join(likely) or "nothing wrong",
                         f"{probability * 100:.0f} %" if cause else "", "yes" if good else "no"))
    finally:
        machine.stop_docker()
    print(f"| fault | az {machine.versions['az']} check-health | right | acr-doctor check | | right |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(f"\nOf {len(FAULTS) - 1} faults az names {right_az} rightly and gives {len(told_az)} different answers; "
          f"acr-doctor names {right_ours} rightly and gives {len(told_ours)} different answers.")
    ratios = [ours / other for ours, other in zip(times["ours"], times["az"])]
    print(f"Wall time, pair by pair: {statistics.median(ratios):.2f} × az (median of {len(ratios)}; "
          f"az {statistics.median(times['az']):.2f} s, acr-doctor {statistics.median(times['ours']):.2f} s); healthy: {max(healthy):.2f} s at most.")
    return 0 if right_ours == len(FAULTS) - 1 else 1


sys.exit(main())
