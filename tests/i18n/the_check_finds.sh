#!/usr/bin/env bash
# usage: the_check_finds.sh SOURCE_DIR SCRATCH_DIR
set -euo pipefail
source=$1
scratch=$2/check
rm -rf "$scratch"
mkdir -p "$scratch"
# catalogue MESSAGES: a .po with its header; \n is a new line.
catalogue() {
    printf 'msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n%b' "$1"
}

catalogue 'msgid "Scan"\nmsgstr ""\n' > "$scratch/template.pot"
catalogue 'msgid "Scan"\nmsgstr "扫描"\n' > "$scratch/good.po"
catalogue 'msgid "Scan"\nmsgstr ""\n' > "$scratch/empty.po"
catalogue 'msgid "Print"\nmsgstr "打印"\n' > "$scratch/absent.po"
catalogue '#, fuzzy\nmsgid "Scan"\nmsgstr "扫描"\n' > "$scratch/fuzzy.po"

"$source/i18n/check.sh" "$scratch/template.pot" "$scratch/good.po"
for bad in empty absent fuzzy; do
    if "$source/i18n/check.sh" "$scratch/template.pot" "$scratch/$bad.po" 2> "$scratch/$bad.txt"; then
        echo "an $bad text was not noticed" >&2
        exit 1
    fi
done
