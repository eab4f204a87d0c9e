#!/usr/bin/env python3
"""Puts the captures of a run together: one list a client, texts that differ only in numbers once, with all versions and
faults that print them. Usage: merge.py FOLDER-OF-CAPTURES FOLDER-FOR-LISTS (needs python3-yaml)."""

import collections
import pathlib
import re
import sys

import yaml


class Block(str):
    """A text that is written as a block, as it was printed."""


yaml.add_representer(Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|"))


def version_key(version):
    return [int(part) if part.isdigit() else 0 for part in re.split(r"[.-]", version)]


def shape(text):
    return re.sub(r"\d+", "0", re.sub(r"[0-9a-f]{12,}", "h", text)).strip()


def add(merged, version, capture):
    known = merged.get(shape(capture["text"]))
    if known is None:
        merged[shape(capture["text"])] = {
            "client": capture["client"],
            "versions": [version],
            "faults": [capture["fault"]],
            "command": capture.get("command", ""),
            "text": Block(capture["text"]),
            "cause": capture["cause"],
            "accept": sorted(capture.get("accept") or []),
        }
        return
    known["versions"] += [version] if version not in known["versions"] else []
    known["faults"] += [capture["fault"]] if capture["fault"] not in known["faults"] else []
    # One text of two faults cannot tell them apart: both are right.
    right = set(known["accept"]) | set(capture.get("accept") or []) | {capture["cause"], known["cause"]}
    known["cause"] = known["cause"] or capture["cause"]
    known["accept"] = sorted(right - {known["cause"], None})


def main(source, target):
    clients = collections.defaultdict(list)
    for folder in source.iterdir():
        client, version = folder.name.split("-", 1)
        clients[client].append((version_key(version), version, folder))
    target.mkdir(parents=True, exist_ok=True)
    for client, versions in clients.items():
        merged = {}
        for _, version, folder in sorted(versions, key=lambda entry: entry[:2]):
            for file in sorted(folder.glob("*.yaml")):
                add(merged, version, {**yaml.safe_load(file.read_text(encoding="utf-8")), "client": client})
        items = [yaml.dump([item], sort_keys=False, allow_unicode=True, width=10**9, default_flow_style=None) for item in merged.values()]
        (target / f"{client}.yaml").write_text("".join(items), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
