#!/usr/bin/env python3
"""List words of English that are also names of small places: data/places/ambiguous.txt.

    derive-ambiguous.py WORDNET GEONAMES.tsv.xz OUT

WORDNET is the folder of Debian's wordnet-base (data.noun and so on).  A single-word name of the gazetteer is kept when
WordNet writes it small and its authors met it in running text (cntlist.rev), and no place of that name is a country
or a city of a million.
"""
import lzma
import os
import sys
import unicodedata


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c))


def words(folder):
    with open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") as file:
        used = {line.split("%")[0] for line in file}
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        with open(os.path.join(folder, "data." + part), encoding="latin-1") as file:
            for line in file:
                if line.startswith("  "):
                    continue
                fields = line.split(" ")
                for i in range(int(fields[3], 16)):
                    word = fields[4 + 2 * i].split("(")[0]
                    if word.isalpha() and word.islower() and len(word) > 2 and word in used:
                        found.add(word)
                        found.add(word + "s")
    return found


def main(wordnet, geonames, out):
    known, names, large = words(wordnet), set(), set()
    with lzma.open(geonames, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            c = line.rstrip("\n").split("\t")
            for name in [c[1]] + c[2].split("|"):
                if " " in name or not name:
                    continue
                key = fold(name)
                names.add(key)
                if int(c[9] or 0) >= 1000000 and name == c[1]:
                    large.add(key)
    both = sorted((names & known) - large)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Words of English that are also names of places: such a name needs strong context.  Derived by\n"
                   "# tools/derive-ambiguous.py from WordNet 3.0 (Princeton University, WordNet licence) and the gazetteer.\n"
                   "# Add surnames and other words by hand to cues.txt, [ambiguous].\n\n[ambiguous]\n")
        line = "words:"
        for word in both:
            if len(line) + len(word) > 110:
                file.write(line.rstrip(";") + "\n")
                line = "words:"
            line += f" {word};"
        file.write(line.rstrip(";") + "\n")
    print(len(both))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
