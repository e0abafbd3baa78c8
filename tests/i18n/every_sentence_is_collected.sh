#!/usr/bin/env bash
# A sentence handed on by a call that collect.sh does not know would stay English for ever: none may.
# usage: every_sentence_is_collected.sh SOURCE_DIR SCRATCH_DIR
set -euo pipefail
source=$1
scratch=$2/sentences
mkdir -p "$scratch"
"$source/i18n/collect.sh" "$scratch/collected.pot"
cd "$source"
# Metrics are read by machines. Bytes that are no UTF-8 stop xgettext: files that spell such bytes are left out.
find base i18n forms scanner offline backoffice client \( -name '*.cpp' -o -name '*.h' \) ! -name metrics.cpp \
    -exec grep -LE '\\x[89a-fA-F]' {} + |
    xgettext --files-from=- --output="$scratch/all.pot" --language=C++ --from-code=UTF-8 --extract-all --no-location \
        --no-wrap 2>"$scratch/warnings.txt"
# Sentences only: a capital or a place first, a blank within, a full stop at the end.
sentences() { sed -n 's/^msgid\(_plural\)\? "\([A-Z{].* .*\.\)"$/\2/p' "$1" | LC_ALL=C sort -u; }
forgotten=$(LC_ALL=C comm -23 <(sentences "$scratch/all.pot") <(sentences "$scratch/collected.pot"))
if [ -n "$forgotten" ]; then
    printf '%s\n' "$forgotten" >&2
    echo "these sentences are not collected: use base::fail, i18n::phrase or i18n::messageId, or name the call in i18n/collect.sh" >&2
    exit 1
fi
[ -n "$(sentences "$scratch/all.pot")" ]
