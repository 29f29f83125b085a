#!/usr/bin/env python3
"""Check annotated reports (reports/README.md): right fields and values, and every quotation in its text.

    check-reports.py FILE.jsonl...

Prints one line for each fault and exits with 1 if there was any.
"""
import datetime
import json
import sys

EVENT_TYPES = set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST"
                  " MOBILIZE SANCTION COERCE ASSAULT".split())
RELATION_TYPES = set("SUPPORTS SHELTERS ALLIED_WITH OPPOSES PART_OF MEMBER_OF LEADS OPERATES_IN SPLIT_FROM"
                     " SUCCEEDS".split())
STANCES = set("states alleges denies admits claims condemns warns".split())
FACTUALITY = set("actual negated possible future conditional foiled".split())
EFFECTS = set("killed injured detained abducted displaced missing surrendered".split())

DOCUMENT = {"id": str, "published": str, "publisher": str, "title": str, "text": str,
            "events": list, "relations": list, "warnings": list}
EVENT = {"type": (str, list), "source": list, "target": list, "trigger": list, "counts": list,
         "factuality": (str, list), "statements": list, "evidence": str}
EVENT_EXTRA = {"date": str, "place": str, "optional": bool}
RELATION = {"type": (str, list), "from": str, "to": str, "statements": list, "evidence": str}
RELATION_EXTRA = {"factuality": (str, list), "optional": bool}
WARNING = {"condition": str, "outcome": str}
WARNING_EXTRA = {"statements": list}
COUNT = {"effect": str, "count": int}
COUNT_EXTRA = {"victims": str}
STATEMENT = {"by": str, "stance": (str, list)}


class Checker:
    """Faults of one document; quotations are looked for in its text, names in its title too."""

    def __init__(self, where, document):
        self.where, self.document, self.faults = where, document, []
        self.text = str(document.get("text"))
        self.named = (str(document.get("title")) + "\n" + self.text).casefold()

    def fault(self, message, item):
        self.faults.append(f"{self.where}: {message}: {json.dumps(item, ensure_ascii=False)[:160]}")

    def shape(self, item, wanted, extra=None):
        allowed = {**wanted, **(extra or {})}
        ok = isinstance(item, dict) and set(wanted) <= set(item) <= set(allowed)
        ok = ok and all(isinstance(value, allowed[key]) for key, value in item.items())
        if not ok:
            self.fault("fields missing, unknown or of the wrong kind", item)
        return ok

    def among(self, value, allowed, item):
        values = value if isinstance(value, list) else [value]
        if not values or not set(values) <= allowed:
            self.fault(f"not one of {sorted(allowed)}: {value!r}", item)

    def quoted(self, quotation, item):
        if not quotation or quotation not in self.text:
            self.fault(f"not in the text: {quotation!r}", item)

    def named_once(self, alternatives, item):
        names = [name.strip().casefold() for name in alternatives.split("|")]
        if not all(names) or not any(name in self.named for name in names):
            self.fault(f"no alternative in the text: {alternatives!r}", item)

    def date(self, date, item):
        for part in date.split("/"):
            try:
                if part or date.count("/") != 1 or date == "/":
                    datetime.date.fromisoformat(part + "-01" * (2 - part.count("-")))
            except ValueError:
                self.fault(f"not an ISO date: {date!r}", item)

    def statements(self, statements, item):
        for statement in statements:
            if self.shape(statement, STATEMENT):
                self.named_once(statement["by"], item)
                self.among(statement["stance"], STANCES, item)

    def event(self, event):
        if not self.shape(event, EVENT, EVENT_EXTRA):
            return
        self.among(event["type"], EVENT_TYPES, event)
        self.among(event["factuality"], FACTUALITY, event)
        for name in event["source"] + event["target"] + ([event["place"]] if "place" in event else []):
            self.named_once(name, event)
        if "date" in event:
            self.date(event["date"], event)
        if not event["trigger"]:
            self.fault("no trigger", event)
        for trigger in event["trigger"]:
            self.quoted(trigger, event)
        for count in event["counts"]:
            if self.shape(count, COUNT, COUNT_EXTRA):
                self.among(count["effect"], EFFECTS, event)
        self.statements(event["statements"], event)
        self.quoted(event["evidence"], event)

    def relation(self, relation):
        if not self.shape(relation, RELATION, RELATION_EXTRA):
            return
        self.among(relation["type"], RELATION_TYPES, relation)
        self.among(relation.get("factuality", "actual"), FACTUALITY, relation)
        self.named_once(relation["from"], relation)
        self.named_once(relation["to"], relation)
        self.statements(relation["statements"], relation)
        self.quoted(relation["evidence"], relation)

    def warning(self, warning):
        if not self.shape(warning, WARNING, WARNING_EXTRA):
            return
        self.quoted(warning["condition"], warning)
        self.quoted(warning["outcome"], warning)
        self.statements(warning.get("statements", []), warning)

    def all(self):
        if self.shape(self.document, DOCUMENT):
            self.date(self.document["published"], "published")
            for kind, check in ("events", self.event), ("relations", self.relation), ("warnings", self.warning):
                for item in self.document[kind]:
                    check(item)
        return self.faults


def main():
    faults, seen = [], set()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                where = f"{path}:{number}"
                try:
                    document = json.loads(line)
                except json.JSONDecodeError as error:
                    faults.append(f"{where}: {error}")
                    continue
                if not isinstance(document, dict):
                    faults.append(f"{where}: not an object")
                    continue
                faults += Checker(where, document).all()
                if document.get("id") in seen:
                    faults.append(f"{where}: the id {document['id']} is used twice")
                seen.add(document.get("id"))
    print("\n".join(faults) if faults else f"{len(seen)} reports in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
