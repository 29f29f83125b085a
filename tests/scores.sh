#!/bin/sh
# Prints scores on the development sets of ../shared, where they are: slow sets are cut to a part.
#
#     scores.sh BUILD
here=$(cd "$(dirname "$0")" && pwd)
casus=$(realpath "$1")/casus
eval=$(realpath "$here/../../shared/eval" 2>/dev/null) && [ -d "$eval" ] || { echo "../shared is not here"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# public NAME FILE SUBCOMMAND MOST
public() {
    case $2 in *.xz) xz -dc "$eval/$2" ;; *) cat "$eval/$2" ;; esac | head -n "$4" >"$scratch/gold"
    "$casus" "$3" --jobs 2 "$scratch/gold" >"$scratch/out"
    echo "-- $1: $2, $(wc -l <"$scratch/gold") documents"
    python3 "$eval/score_public.py" "$1" "$scratch/gold" "$scratch/out"
}

echo "-- dev.jsonl"
"$casus" code --jobs 2 "$eval/dev.jsonl" >"$scratch/out"
python3 "$eval/score.py" "$eval/dev.jsonl" "$scratch/out"
echo "-- dev.jsonl, calibration"
python3 "$here/calibration.py" "$eval" "$eval/dev.jsonl" "$scratch/out"
echo "-- dev.jsonl, the first two"
head -n 2 "$eval/dev.jsonl" >"$scratch/gold"
python3 "$eval/score.py" "$scratch/gold" "$scratch/out"
public plover plover.jsonl code 999
public geo geo-gwn.jsonl.xz code 100
public times times-wikiwars.jsonl.xz code 999
public pages pages-readability.jsonl.xz read 999
public muc muc-dev.jsonl.xz code 100
