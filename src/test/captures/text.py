"""What a capture's text and its file look like."""

import json
import platform
import re

NEUTRAL = [
    (r"\x1b\[[0-9;]*[A-Za-z]", ""),
    (r"/home/user-\d+", "/home/user"),
    (r'time="[^"]*"', 'time="2026-01-15T10:00:00Z"'),
    (r"current time \S+ is", "current time 2026-01-15T10:00:00Z is"),
    (r"\b(read|write) (tcp|udp) [\d.]+:\d+->", r"\1 \2 10.0.0.4:50000->"),
    (r"(localhost|127\.0\.0\.1):\d{5}\b", r"\1:50000"),
    (r"(?m)^20\d\d/\d\d/\d\d \d\d:\d\d:\d\d", "2026/01/15 10:00:00"),
    (r"(Correlation ID:) [0-9a-f-]{36}", r"\1 55555555-5555-5555-5555-555555555555"),
    (r"(?m)^( +Kernel Version:) .*", r"\1 6.1.0-28-amd64"),
    (rf"(?m)^( +Name:) {re.escape(platform.node())}$", r"\1 build01"),
    (r"(?m)^( +ID:) [\w:-]{36,}$", r"\1 00000000-0000-0000-0000-000000000001"),
    (r"config\.json\d{6,}", "config.json123456789"),
    (r"buildkit-mount\d+", "buildkit-mount1"),
    (r"/var/tmp/[\w./-]+", "/var/tmp/work"),
    (r"/tmp/[\w./-]+", "/tmp/work"),
    (r"\b20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d\.\d+(?=Z?\b)", "2026-01-15 10:00:00.000000"),
    (r"\b0x[0-9a-f]{9,}", "0xc000123456"),
    (r"\b\d+\.\d+s\b", "0.1s"),
    (r"\belapsed: [\d.]+ ?s", "elapsed: 0.1 s"),
    (r"\bdone: [\d.]+ms", "done: 3.0ms"),
    (r"(?m)^(#\d+) \d+\.\d{2,3} ", r"\1 0.100 "),
]


def neutral(text):
    for pattern, replacement in NEUTRAL:
        text = re.sub(pattern, replacement, text)
    # A progress bar redraws its line: what stays on a screen is the last drawing.
    lines = [line.rstrip("\r").rsplit("\r", 1)[-1].rstrip() for line in text.split("\n")]
    return last_frame("\n".join(lines).strip("\n") + "\n")


def last_frame(text):
    """Keeps the last drawing of the table ctr redraws while it works."""
    frames = re.split(r"(?m)(?<=\))\n(?=\S+: +(?:resolv|download|done|wait))", text)
    return frames[-1] if len(frames) > 1 and "elapsed:" in frames[0] else text


def block(text):
    """A YAML literal block; a quoted string where a literal block cannot hold the text."""
    if any(ord(c) < 32 and c not in "\n\t" for c in text) or not text.strip():
        return " " + json.dumps(text)
    mark = "|2" if text[0] in " \t" else "|"
    return f" {mark}\n" + "\n".join(f"  {line}" if line else "" for line in text.rstrip("\n").split("\n"))


def scalar(text):
    """A plain scalar where YAML reads it back unchanged, else a quoted one."""
    plain = re.fullmatch(r"[A-Za-z][^:#'\"{}\[\]&*!|>%@`\\]*", text) or re.fullmatch(
        r"[A-Za-z](?:[^#'\"\\]|\"\$ACR_PASSWORD\")*", text)
    return text if plain and ": " not in text and not text.endswith((" ", ":")) else json.dumps(text)


def capture(client, command, fault, text, cause, accept):
    return (f"client: {client}\ncommand: {scalar(command)}\nfault: {fault}\ntext:{block(text)}\n"
            f"cause: {cause or 'null'}\naccept: [{', '.join(accept)}]\n")


def healthy(client, command, text):
    return f"client: {client}\ncommand: {scalar(command)}\ntext:{block(text)}\n"
