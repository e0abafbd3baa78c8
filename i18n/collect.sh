#!/usr/bin/env bash
# Collects every message id of the product's sources into a gettext template.
# usage: i18n/collect.sh OUT.pot
set -euo pipefail
target=$(realpath -m "$1")
cd "$(dirname "$0")/.."
rooms=()
for room in base i18n forms scanner offline backoffice client; do
    if [ -d "$room" ]; then rooms+=("$room"); fi
done
find "${rooms[@]}" \( -name '*.cpp' -o -name '*.h' \) -print | LC_ALL=C sort |
    xgettext --files-from=- --output="$target" --language=C++ --from-code=UTF-8 --add-location=file --no-wrap \
        --add-comments=Translators: --package-name=OneWindow --copyright-holder='OneWindow' \
        --keyword --keyword=fail:2 --keyword=phrase:1 --keyword=messageId:1 \
        --keyword=refuse:2 --keyword=refused:2 --keyword=incomplete:2 --keyword=notAcceptable:2 --keyword=missing:1 --keyword=refusalOf:2 --keyword=wrongClock:1 \
        --keyword=translate:1 --keyword=translatePlural:1,2 --keyword=say:1 --keyword=sayCount:1,2 \
        --keyword=add_subcommand:2 --keyword=add_option:3 --keyword=add_flag:3 --keyword=addVerb:5 \
        --keyword=addMaterialVerb:5
# No dates, so that collecting twice gives the same bytes; and our places are {names}, never printf's.
sed -i -e '/^"\(POT-Creation-Date\|PO-Revision-Date\|Last-Translator\|Language-Team\|Report-Msgid-Bugs-To\):/d' \
    -e '/^#, c-format$/d' -e '/^# \(SOME DESCRIPTIVE\|Copyright\|FIRST AUTHOR\)/d' \
    -e 's/charset=CHARSET/charset=UTF-8/' "$target"
