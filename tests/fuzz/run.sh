#!/bin/sh
# Runs one fuzzer for so many seconds, from the sample articles and the files of the command-line tests.
#
#     run.sh BUILD NAME SECONDS
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$1")
fuzzer=$(realpath "$1/tests/fuzz/fuzz-$2")
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
cp "$here"/../../examples/*.* "$here"/../cli/files/* "$corpus"
cd "$corpus" || exit 1
CASUS_DATA="$build:$(realpath "$here/../..")" ASAN_OPTIONS=detect_leaks=1 "$fuzzer" -max_total_time="$3" -max_len=4000 -timeout=20 \
    -rss_limit_mb=4096 -print_final_stats=0 -artifact_prefix="$here/found-$2-" "$corpus" >"$corpus.log" 2>&1
code=$?
tail -n 2 "$corpus.log" | cut -c1-200
[ "$code" = 0 ] || tail -n 60 "$corpus.log"
rm -f "$corpus.log"
exit $code
