#!/usr/bin/env bash
# usage: every_message_is_translated.sh SOURCE_DIR SCRATCH_DIR
set -euo pipefail
source=$1
template=$2/collected.pot
"$source/i18n/collect.sh" "$template"
while read -r language; do
    "$source/i18n/check.sh" "$template" "$source/i18n/po/$language.po"
done < "$source/i18n/LINGUAS"
echo "$(grep -c '^msgid ' "$template") messages collected, all translated"
