"""The measurements behind bench/run: whole processes, interleaved, medians with least and most, ratios pair by pair."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import cases

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAUNCHER = str(ROOT / "acr-doctor")
JAR = ROOT / "target" / "acr-doctor.jar"
TEXT = "unauthorized: authentication required"
EDITED = "network/client-ip-not-allowed.drl"
JVM_FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"]
SMALL_HEAP = {"JAVA_TOOL_OPTIONS": "-Xmx512m"}
CASES = 20_000
ROUNDS_SECONDS = 60  # when the rounds of one table row have taken this long, and there are three, it is enough
BATCH_SECONDS = 150  # what all batch runs together may take; fewer cases are used when they would take longer
FEWEST_CASES = 500

# design.md, section 8
COLD_BUDGET = {17: 0.6, 25: 0.3}
BATCH_BUDGET = 20_000
EDIT_BUDGET_MS = 250
SYMPTOM_TIMES = 10
SCALE_BUDGET = 2


class Run:
    """One finished process: seconds of wall time and of processor time, peak memory, exit code."""

    def __init__(self, command, env=None, out=None):
        sink = open(out, "wb") if out else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.DEVNULL, env=dict(os.environ, **(env or {})))
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.mib = usage.ru_maxrss / 1024
        self.code = process.returncode = os.waitstatus_to_exitcode(status)
        if out:
            sink.close()


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def run_well(command, env=None, codes=(0, 1)):
    run = Run(command, env)
    if run.code not in codes:
        raise SystemExit(f"bench: {' '.join(command[:4])} … ended with {run.code}")
    return run


def interleave(rounds, makers):
    """Runs each maker once a round, every other round in the opposite order; answers with one list of runs for each name."""
    runs = {name: [] for name in makers}
    start = time.perf_counter()
    for number in range(rounds):
        if number >= 3 and time.perf_counter() - start > ROUNDS_SECONDS:
            say(f"{number} rounds instead of {rounds}: time is up")
            break
        names = list(makers)
        for name in names if number % 2 == 0 else reversed(names):
            runs[name].append(makers[name](number))
    return runs


def spread(values, digits=2):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def ratios(runs, others, what="seconds"):
    return [getattr(a, what) / getattr(b, what) for a, b in zip(runs, others)]


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def verdict(value, limit, text):
    return f"{text}: **{'met' if value <= limit else 'missed'}**"


# --- The machine ----------------------------------------------------------------------------------


def output_of(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def java_version(home):
    try:
        for line in (home / "release").read_text().splitlines():
            if line.startswith("JAVA_VERSION="):
                return line.split("=", 1)[1].strip('"')
    except OSError:
        pass
    return ""


def major(version):
    digits = version.split(".")[0].split("+")[0].split("-")[0]
    return int(digits) if digits.isdigit() else 0


def jdks():
    """The oldest JDK from 17 on and the newest, by major version."""
    folder = pathlib.Path(os.environ.get("JAVA_FOLDER", "/usr/lib/jvm"))
    found = {}
    for home in sorted({path.resolve() for path in folder.glob("*")} | {pathlib.Path(os.environ.get("JAVA_HOME", "/nowhere"))}):
        version = java_version(home)
        if (home / "bin" / "javac").exists() and major(version) >= 17:
            found.setdefault(major(version), (home, version))
    if not found:
        raise SystemExit(f"bench: no JDK from 17 on in {folder}; set JAVA_FOLDER or JAVA_HOME")
    return [(number, *found[number]) for number in sorted({min(found), max(found)})]


def az_version():
    try:
        return json.loads(output_of(["az", "version", "--output", "json"]))["azure-cli"]
    except (ValueError, KeyError):
        return "unknown"


def machine(java):
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = next((line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "unknown")
    return [
        ("date", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")),
        ("processor", f"{model}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("system", f"{platform.system()} {platform.release()}"),
        ("JDKs", ", ".join(version for _, _, version in java)),
        ("Azure CLI", az_version()),
        ("load before the run", f"{os.getloadavg()[0]:.1f} (what else was running; 0 on a quiet machine)"),
    ]


# --- Cold start -----------------------------------------------------------------------------------


def cold(java, pairs, temp):
    """One diagnosis as a user would run it, against the Azure CLI's own check and against the least Java program."""
    azure = {"AZURE_CONFIG_DIR": str(temp / "azure"), "AZURE_CORE_COLLECT_TELEMETRY": "no"}
    rows, notes, code = [], [], None
    for number, home, version in java:
        say(f"cold start, Java {version}")
        env = {"JAVA_HOME": str(home)}
        hello = temp / f"hello-{number}"
        subprocess.run([str(home / "bin" / "javac"), "-d", str(hello), str(ROOT / "bench" / "Hello.java")], check=True)
        makers = {
            "doctor": lambda _: run_well([LAUNCHER, "diagnose", TEXT], env),
            "az": lambda _: Run(["az", "acr", "check-health", "--yes"], azure),
            "hello": lambda _: run_well([str(home / "bin" / "java"), *JVM_FLAGS, "-cp", str(hello), "Hello"]),
        }
        interleave(2, makers)
        runs = interleave(pairs, makers)
        code = runs["az"][0].code
        ratio = ratios(runs["doctor"], runs["az"])
        for name, label in (("doctor", f"`acr-doctor diagnose`, Java {version}"), ("az", "`az acr check-health --yes`"), ("hello", f"empty program, Java {version}")):
            of = runs[name]
            rows.append([
                label,
                spread([run.seconds for run in of]),
                spread([run.cpu for run in of]),
                spread([run.mib for run in of], 0),
                spread(ratios(of, runs["az"])) if name != "az" else "1",
            ])
        notes.extend(fewer(version, runs["doctor"], pairs))
        limit = COLD_BUDGET.get(number)
        if limit:
            notes.append(verdict(statistics.median(ratio), limit, f"Java {number}: {statistics.median(ratio):.2f} × the time of az, budget {limit} ×"))
        archives = list((ROOT / "target" / "fast-start").glob(f"{version}-*.archive"))
        if not archives:
            notes.append(f"Java {number} started without an archive of its classes: the launcher did not get one made, so this is not the fastest start this Java allows")
    head = ["command", "wall seconds, median (least–most)", "processor seconds", "peak memory, MiB", "ratio to az, pair by pair"]
    text = f"{pairs} rounds of each, in turn, after two to warm up; the ratio is that of wall times.\n\n" + table(head, rows)
    if code != 0:
        notes.append(
            f"`az acr check-health` ended with {code}: it stops at the first check that fails, and this machine has no running docker engine;"
            " with one it would go on and pull a test image. It ran with a configuration folder of its own and without telemetry"
        )
    return text + bullets(notes)


def fewer(version, runs, rounds):
    return [] if len(runs) == rounds else [f"Java {version}: {len(runs)} rounds, then the time for them was up"]


def bullets(notes):
    return "\n" + "".join(f"\n- {note}." for note in notes)


# --- Batch ----------------------------------------------------------------------------------------


def batch(java, rounds, temp):
    """Many cases in one process; the difference between N and 2N cases is the rate without the start."""
    rows, notes = [], []
    for _, home, version in java:
        env = {"JAVA_HOME": str(home)}

        def run(path, extra=None, out=None, env=env):
            return Run([LAUNCHER, "batch", str(path), "--jobs", "2"], dict(env, **(extra or {})), out)

        probe = write(temp, FEWEST_CASES)
        slope = max(run(write(temp, 2 * FEWEST_CASES)).seconds - run(probe).seconds, 0.01) / FEWEST_CASES
        per_round = 3 * slope  # seconds for N and 2N, a case of N
        count = int(min(CASES, BATCH_SECONDS / len(java) / (rounds + 1) / per_round))
        count = max(FEWEST_CASES, count // 500 * 500)
        say(f"batch, Java {version}, {count:,} and {2 * count:,} cases")
        one, two = write(temp, count), write(temp, 2 * count)
        runs = interleave(rounds, {"one": lambda _: run(one), "two": lambda _: run(two)})
        small_out = temp / "reports.ndjson"
        small = run(one, SMALL_HEAP, small_out), run(two, SMALL_HEAP)
        silent = check(small_out, count)
        whole = [count / r.seconds for r in runs["one"]]
        marginal = [count / max(b.seconds - a.seconds, 1e-9) for a, b in zip(runs["one"], runs["two"])]
        processor = [count / max(b.cpu - a.cpu, 1e-9) for a, b in zip(runs["one"], runs["two"])]
        notes.extend(fewer(version, runs["one"], rounds))
        rows.append([
            f"Java {version}",
            f"{count:,}",
            spread(whole, 0),
            spread(marginal, 0),
            spread(processor, 0),
            f"{small[0].mib:.0f} → {small[1].mib:.0f}",
        ])
        best = statistics.median(marginal)
        notes.append(f"Java {version}: {silent:.0%} of the cases match nothing; " + verdict(BATCH_BUDGET, best, f"{best:,.0f} cases/s, budget {BATCH_BUDGET:,} cases/s"))
        if count < CASES:
            notes.append(f"Java {version}: {count:,} cases instead of {CASES:,}, because the whole measurement would take too long at this rate")
    head = ["", "N", "cases/s, whole process with N", "cases/s without the start (2N against N)", "cases a second of processor time, without the start", "peak memory in a heap of 512 MiB, N → 2N, MiB"]
    intro = f"`acr-doctor batch FILE --jobs 2 > /dev/null`; cases of {cases.LINES} lines and {cases.FACTS} facts. {rounds} rounds of N and 2N in turn.\n\n"
    return intro + table(head, rows) + bullets(notes)


def write(temp, count):
    path = temp / f"cases-{count}.ndjson"
    if not path.exists():
        cases.write(path, count)
    return path


def check(path, count):
    """Every case has its report; answers with the share of those that match nothing."""
    seen = silent = 0
    with open(path, encoding="utf-8") as reports:
        for line in reports:
            report = json.loads(line)
            seen += 1
            silent += not report["identified"]
            if "error" in report or report.get("caseId") != str(seen):
                raise SystemExit(f"bench: the report of case {seen} is wrong: {line[:200]}")
    if seen != count:
        raise SystemExit(f"bench: {seen} reports for {count} cases")
    return silent / seen


# --- An edited rule -------------------------------------------------------------------------------


def reworded(text, wording):
    """Another wording of the first reason, never the same twice, so that no cache knows it."""
    name = text.index('rule "')
    close = text.index('"', name + 6)
    return f"{text[:close]}, wording {wording}{text[close:]}"


def edit(java, pairs, edits, temp):
    """What one edited rule file costs: the next cold start, and the reload in a running process."""
    rows, notes = [], []
    for number, home, version in java:
        say(f"edited rule, Java {version}")
        plain, changed = temp / f"rules-{number}", temp / f"rules-edited-{number}"
        for folder in (plain, changed):
            shutil.copytree(ROOT / "rules", folder)
        original = (changed / EDITED).read_text(encoding="utf-8")
        env = {"JAVA_HOME": str(home), "XDG_CACHE_HOME": str(temp / f"cache-{number}")}

        def with_edit(wording, changed=changed, original=original, env=env):
            (changed / EDITED).write_text(reworded(original, wording), encoding="utf-8")
            return run_well([LAUNCHER, "diagnose", "--rules", str(changed), TEXT], env)

        makers = {
            "edited": with_edit,
            "same": lambda _: run_well([LAUNCHER, "diagnose", "--rules", str(plain), TEXT], env),
            "shipped": lambda _: run_well([LAUNCHER, "diagnose", TEXT], env),
        }
        makers["same"](0)
        with_edit("to warm up")
        runs = interleave(pairs, makers)
        price = [a.seconds - b.seconds for a, b in zip(runs["edited"], runs["same"])]
        shutil.copy(ROOT / "rules" / EDITED, plain / EDITED)
        warm = warm_edits(home, plain, temp / f"warm-{number}", edits)
        notes.extend(fewer(version, runs["edited"], pairs))
        rows.append([
            f"Java {version}",
            spread([r.seconds for r in runs["shipped"]]),
            spread([r.seconds for r in runs["same"]]),
            spread([r.seconds for r in runs["edited"]]),
            spread(price),
            spread(ratios(runs["edited"], runs["same"])),
            spread(warm, 0),
        ])
        median = statistics.median(warm)
        notes.append(verdict(median, EDIT_BUDGET_MS, f"Java {version}, running process: {median:.0f} ms from saved to in force, budget {EDIT_BUDGET_MS} ms"))
    head = ["", "shipped rules, cold", "`--rules DIR`, nothing edited, cold", "one file edited, cold", "price of the edit, pair by pair", "ratio, pair by pair", "in a running process, ms"]
    intro = (
        f"Seconds of wall time of `acr-doctor diagnose [--rules DIR] TEXT`, {pairs} rounds in turn; each edit rewords one reason of `rules/{EDITED}`."
        f" In a running process: {edits} edits after 10 to warm up, reading and checking the whole folder, compiling the edited file and a first diagnosis included.\n\n"
    )
    return intro + table(head, rows) + bullets(notes)


def warm_edits(home, folder, cache, edits):
    command = [str(home / "bin" / "java"), "-cp", str(JAR), str(ROOT / "bench" / "EditLatency.java"), str(folder), EDITED, str(cache), "10", str(edits)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"bench: EditLatency ended with {done.returncode}: {done.stderr[-400:]}")
    return [float(line) for line in done.stdout.split()]


# --- Ten times the symptoms -----------------------------------------------------------------------


def scale(java, rounds, temp):
    """Time per case with the shipped symptoms and with ten times as many, in one process, in turn."""
    texts = temp / "scale.ndjson"
    cases.write(texts, 300)
    rows, notes = [], []
    for _, home, version in java:
        say(f"{SYMPTOM_TIMES} times the symptoms, Java {version}")
        command = [str(home / "bin" / "java"), "-XX:+UseSerialGC", "-cp", str(JAR), str(ROOT / "bench" / "SymptomScale.java"), str(texts), str(SYMPTOM_TIMES), str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"bench: SymptomScale ended with {done.returncode}: {done.stderr[-400:]}")
        pairs = [[float(x) for x in line.split()] for line in done.stdout.splitlines()]
        relation = [b / a for a, b in pairs]
        rows.append([f"Java {version}", spread([a for a, _ in pairs], 0), spread([b for _, b in pairs], 0), spread(relation)])
        median = statistics.median(relation)
        notes.append(verdict(median, SCALE_BUDGET, f"Java {version}: {median:.2f} × the time per case with {SYMPTOM_TIMES} × the symptoms, budget {SCALE_BUDGET} ×"))
    head = ["", "shipped symptoms, microseconds per case", f"{SYMPTOM_TIMES} × as many, microseconds per case", "ratio, round by round"]
    intro = "One thread, warm, cases as in the batch measurement; the added symptoms have the shape of the shipped ones and other words.\n\n"
    return intro + table(head, rows) + bullets(notes)


# --- The page -------------------------------------------------------------------------------------

ABOUT = """# Performance

Written by `bench/run`; do not edit. To measure again, on your machine, in less than ten minutes:

```
bench/run
```

It builds what is missing, runs the programs that are compared in turn (A B C, C B A, …) as whole processes, and writes this page.
Figures are medians with the least and the most in brackets. Compare the ratios: they are taken within one run, pair by pair, and depend on the machine far less than seconds do.
The budgets are those that the design set for a quiet machine with two cores.
"""


def page(facts, parts):
    about = table(["machine", ""], [list(fact) for fact in facts])
    return "\n\n".join([ABOUT.rstrip(), about] + [f"## {title}\n\n{text.rstrip()}" for title, text in parts]) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="bench/run", description="Measures acr-doctor.")
    parser.add_argument("--quick", action="store_true", help="few runs, to see whether it works")
    parser.add_argument("--only", default="cold,edit,batch,scale", help="parts to measure")
    parser.add_argument("--output", default=str(ROOT / "docs" / "performance.md"), help="where the page goes; - prints it")
    options = parser.parse_args()
    global BATCH_SECONDS
    if options.quick:
        BATCH_SECONDS = 30
    java = jdks()
    facts = machine(java)
    only = options.only.split(",")
    with tempfile.TemporaryDirectory(prefix="acr-doctor-bench-") as folder:
        temp = pathlib.Path(folder)
        measured = []
        if "cold" in only:
            measured.append(("Cold start", cold(java, 3 if options.quick else 15, temp)))
        if "edit" in only:
            measured.append(("An edited rule", edit(java, 2 if options.quick else 10, 3 if options.quick else 20, temp)))
        if "batch" in only:
            measured.append(("Batch", batch(java, 1 if options.quick else 3, temp)))
        if "scale" in only:
            measured.append(("Ten times the symptoms", scale(java, 3 if options.quick else 7, temp)))
    text = page(facts, measured)
    if options.output == "-":
        print(text, end="")
    else:
        pathlib.Path(options.output).write_text(text, encoding="utf-8")
        say(f"wrote {options.output}")


if __name__ == "__main__":
    main()
