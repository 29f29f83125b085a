#!/usr/bin/env python3
"""Codes the sample articles and compares their records with tests/golden, which people have read.

    golden.py CASUS [--regenerate | --without-golden]

Every record is also held against the schema, with and without the article's text; its spans have to yield the texts that
stand beside them; and two jobs have to print what one prints.
"""
import difflib
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
EXAMPLES = sorted(f for f in os.listdir(os.path.join(ROOT, "examples")) if not f.endswith(".md"))


def code(casus, *options):
    files = [os.path.join("examples", f) for f in EXAMPLES]
    return subprocess.run([casus, "code", "--published", "2025-03-12", *options, *files], cwd=ROOT, check=True,
                          stdout=subprocess.PIPE).stdout


def flat(value, indent=0):
    """JSON with one line for whatever fits on one: a change shows as few lines of a diff."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= 118 or not value or not isinstance(value, (dict, list)):
        return line
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        rows = [pad + json.dumps(k) + ": " + flat(v, indent + 1) for k, v in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + flat(v, indent + 1) for v in value) + "\n" + " " * indent + "]"


def spans(value):
    """Every (span, text) pair of a record."""
    if isinstance(value, dict):
        if value.get("span") and isinstance(value.get("text"), str):
            yield value["span"], value["text"]
        for v in value.values():
            yield from spans(v)
    elif isinstance(value, list):
        for v in value:
            yield from spans(v)


def check(record, validator):
    faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(record)]
    text = record["document"]["text"]
    for (start, end), said in spans({k: v for k, v in record.items() if k != "document"}):
        there = " ".join(text[start:end].split())
        if there != " ".join(said.split()) and said not in there and there not in said:
            faults.append(f"span {start}..{end} is {there!r}, its text {said!r}")
    refs = {x["ref"] for key in ("actors", "places", "events", "relations", "warnings") for x in record[key]}
    for event in record["events"]:
        named = event["source"] + event["target"] + [event["place"], event["caused_by"], event["part_of"]]
        faults += [f"{event['ref']} names {r}, which is not there" for r in named if r and r not in refs]
    return faults


def main():
    casus = os.path.abspath(sys.argv[1])
    try:
        import jsonschema
    except ImportError:
        sys.exit("python3-jsonschema is not installed (tools/setup.sh does it)")
    with open(os.path.join(ROOT, "schema", "record.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    records = [json.loads(line) for line in code(casus).splitlines()]
    with_text = [json.loads(line) for line in code(casus, "--text").splitlines()]
    faults = []
    if code(casus, "--jobs", "3") != code(casus):
        faults.append("three jobs print something else than one")
    for record, texted in zip(records, with_text):
        name = record["document"]["id"] if ":" not in record["document"]["id"] else record["document"]["source"]
        name = os.path.splitext(os.path.basename(name))[0] + ".json"
        faults += [f"{name}: {fault}" for fault in check(texted, validator)]
        if "--without-golden" in sys.argv:
            continue
        path, now = os.path.join(HERE, "golden", name), flat(record) + "\n"
        if "--regenerate" in sys.argv:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(now)
            continue
        before = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
        if now != before:
            faults.append(f"{name} differs:\n" + "\n".join(
                list(difflib.unified_diff(before.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=1))[:40]))
    print("\n".join(faults) or f"{len(records)} records are as they were read")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
