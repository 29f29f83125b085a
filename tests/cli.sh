#!/bin/sh
# Runs the command-line tests: each line of cli/*.tests is NAME: COMMAND; what it prints on both outputs, and its exit code,
# has to be what cli/expected/NAME holds.
#
#     cli.sh CASUS [--regenerate]
set -u
here=$(cd "$(dirname "$0")" && pwd)
casus=$(realpath "$1")
regenerate=${2:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$here/cli/files" || exit 1
PATH="$(dirname "$casus"):$PATH"
export PATH scratch
failed=0
count=0

run() {
    sh -c "$1" >"$scratch/out" 2>"$scratch/err" </dev/null
    code=$?
    { cat "$scratch/out"
      echo "-- standard error"
      sed "s|$scratch|SCRATCH|g" "$scratch/err"
      echo "-- exit $code"; } >"$scratch/now"
}

for file in "$here"/cli/*.tests; do
    while IFS= read -r line; do
        case $line in ''|'#'*) continue ;; esac
        name=${line%%: *}
        count=$((count + 1))
        run "${line#*: }"
        expected="$here/cli/expected/$name"
        if [ "$regenerate" = --regenerate ]; then
            cp "$scratch/now" "$expected"
        elif ! diff -u "$expected" "$scratch/now" >"$scratch/diff" 2>&1; then
            failed=$((failed + 1))
            echo "$name: ${line#*: }"
            head -n 30 "$scratch/diff"
        fi
    done <"$file"
done
echo "$count command lines, $failed failed"
[ "$failed" = 0 ]
