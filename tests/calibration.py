#!/usr/bin/env python3
"""Prints how often records of each confidence are right.

    calibration.py EVAL GOLD.jsonl RECORDS.jsonl

EVAL is the folder of score.py, whose pairing says what is right; what pairs with gold that is optional is
left out.  A well calibrated coder is right in nine of ten records that it gives 0.9.
"""
import json
import sys


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def judged(kind, gold, record, score):
    """Yields confidence and rightness of each event or relation."""
    wanted, given = gold.get(kind, []), record.get(kind, [])

    def relation_agreement(g, r):
        ends = [score.actor_names(record, r[end]) | score.place_names(record, r[end]) for end in ("from", "to")]
        both = score.same_name(g["from"], ends[0]) and score.same_name(g["to"], ends[1])
        return 2 if both and r["type"] in score.types_of(g) else 0

    def event_agreement(g, e):
        return score.event_agreement(g, e, record, gold["text"])

    pairs = score.pair(wanted, given, event_agreement if kind == "events" else relation_agreement)
    partner = {j: wanted[i] for i, j in pairs}
    for j, one in enumerate(given):
        if not partner.get(j, {}).get("optional"):
            yield one["confidence"], j in partner


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.path.insert(0, sys.argv[1])
    sys.dont_write_bytecode = True
    import score

    records = {one["document"]["id"]: one for one in lines(sys.argv[3])}
    for kind in ("events", "relations"):
        bins = [[0, 0.0, 0] for _ in range(10)]
        for gold in lines(sys.argv[2]):
            for confidence, right in judged(kind, gold, records.get(gold["id"], {}), score):
                one = bins[min(9, int(confidence * 10))]
                one[0] += 1
                one[1] += confidence
                one[2] += right
        print(f"{kind}: confidence, mean of it, share that is right, of how many")
        for i, (count, total, right) in enumerate(bins):
            if count:
                print(f"  {i / 10:.1f} to {(i + 1) / 10:.1f}  {total / count:.2f}  {right / count:.2f}  {count:5}")


if __name__ == "__main__":
    main()
