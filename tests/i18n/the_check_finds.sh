#!/usr/bin/env bash
# usage: the_check_finds.sh SOURCE_DIR SCRATCH_DIR
set -euo pipefail
source=$1
scratch=$2/check
rm -rf "$scratch"
mkdir -p "$scratch"
header='msgid ""\nmsgstr "Language: zh_CN\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
printf "$header"'msgid "Scan"\nmsgstr ""\n' > "$scratch/template.pot"
printf "$header"'msgid "Scan"\nmsgstr "扫描"\n' > "$scratch/good.po"
printf "$header"'msgid "Scan"\nmsgstr ""\n' > "$scratch/empty.po"
printf "$header"'msgid "Print"\nmsgstr "打印"\n' > "$scratch/absent.po"
printf "$header"'#, fuzzy\nmsgid "Scan"\nmsgstr "扫描"\n' > "$scratch/fuzzy.po"

"$source/i18n/check.sh" "$scratch/template.pot" "$scratch/good.po"
for bad in empty absent fuzzy; do
    if "$source/i18n/check.sh" "$scratch/template.pot" "$scratch/$bad.po" 2> "$scratch/$bad.txt"; then
        echo "an $bad text was not noticed" >&2
        exit 1
    fi
done
