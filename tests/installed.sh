#!/bin/sh
# An installed Casus has to work from where it lies, without the source: the program, and a program that links the library.
#
#     installed.sh ROOT
root=$1
prefix=$root/usr/local
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in bin/casus include/casus.h share/man/man1/casus.1 share/bash-completion/completions/casus share/casus/data \
    share/casus/models share/casus/actors.image share/casus/gazetteer.image; do
    [ -e "$prefix/$file" ] || { echo "$file is not installed"; exit 1; }
done
cd "$work" || exit 1
echo "Gunmen killed two soldiers in Kidal on Monday." >report.txt
"$prefix/bin/casus" code --published 2024-05-06 report.txt | grep -q '"type":"ASSAULT"' || { echo "no event"; exit 1; }

cat >use.c <<'END'
#include <casus.h>
#include <stdio.h>
int main(void)
{
    casus_engine *engine;
    casus_error error;
    if (casus_engine_open(NULL, &engine, &error) != CASUS_OK) return puts(error.detail), 1;
    casus_document *document = casus_document_create();
    casus_article_source article = {.text = "Gunmen killed two soldiers in Kidal on Monday."};
    casus_output output = {0};
    if (casus_document_set(document, &article, &error) != CASUS_OK) return puts(error.detail), 1;
    if (casus_engine_code(engine, document, &error) != CASUS_OK) return puts(error.detail), 1;
    casus_write_record(document, 0, &output);
    fputs(output.bytes, stdout);
    casus_output_destroy(&output);
    casus_document_destroy(document);
    casus_engine_close(engine);
    return 0;
}
END
pc=$(find "$prefix" -name casus.pc)
export PKG_CONFIG_PATH="${pc%/*}" PKG_CONFIG_SYSROOT_DIR="$root"
# shellcheck disable=SC2046
cc use.c -o use $(pkg-config --static --cflags --libs casus) || exit 1
CASUS_DATA=$prefix/share/casus LD_LIBRARY_PATH=$(dirname "${pc%/*}") ./use | grep -q '"type":"ASSAULT"' || { echo "no event from the library"; exit 1; }
echo "the installed program and library work"
