#!/bin/sh
# Installs what building and testing Casus needs and the machine lacks (Debian 12 and later).
packages="gcc libc6-dev meson ninja-build pkg-config libutf8proc-dev liblzma-dev libjansson-dev libgumbo-dev
    libcmocka-dev liblzma-dev xz-utils python3 python3-jsonschema $*"

missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command -v apt-get >/dev/null || { echo "casus: not Debian; please install the like of:$missing" >&2; exit 0; }

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 && exit 0
$as_root apt-get update -q >/dev/null && $as_root apt-get install -y -q --no-install-recommends $missing >/dev/null
