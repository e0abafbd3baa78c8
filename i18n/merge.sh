#!/usr/bin/env bash
# Collects the message ids into po/onewindow.pot and merges them into every po/<language>.po.
# What is new stays empty and what is gone is dropped: nothing is guessed from similar sentences.
# usage: i18n/merge.sh
set -euo pipefail
cd "$(dirname "$0")"
./collect.sh po/onewindow.pot
while read -r language; do
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap --sort-by-file \
        "po/$language.po" po/onewindow.pot
    msgattrib --no-obsolete --no-wrap --output-file="po/$language.po" "po/$language.po"
    sed -i '/^#~/d' "po/$language.po"
    printf '%s: ' "$language"
    msgfmt --statistics --output-file=/dev/null "po/$language.po" 2>&1
done < LINGUAS
