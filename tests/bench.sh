#!/bin/sh
# Speed on one core, start-up and memory: on the development reports of ../shared where they are, else on the examples.
#
#     bench.sh BUILD
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$1")
train=$here/../../shared/eval/train.jsonl
export CASUS_DATA="$build:$here/.."
if [ -f "$train" ]; then
    "$build/tests/bench" 1 "$train"
else
    echo "../shared is not here: the examples, 20 times over"
    "$build/tests/bench" 20 "$here"/../examples/*.txt "$here"/../examples/*.html "$here"/../examples/*.jsonl
fi
echo "a whole run of the program on one short text:"
echo "Gunmen killed two soldiers in Kidal on Monday." >"${TMPDIR:-/tmp}/casus-bench.txt"
for _ in 1 2 3 4 5; do
    began=$(date +%s%N)
    "$build/casus" code "${TMPDIR:-/tmp}/casus-bench.txt" >/dev/null
    echo "  $((($(date +%s%N) - began) / 1000000)) ms"
done
rm -f "${TMPDIR:-/tmp}/casus-bench.txt"
