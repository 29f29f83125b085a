#!/bin/sh
# Writes all expected outputs anew.  Read the diff before you commit it: each is a claim.
here=$(dirname "$0")
sh "$here/cli.sh" "$1/casus" --regenerate
python3 "$here/golden.py" "$1/casus" --regenerate
git -C "$here/.." diff --stat -- tests
