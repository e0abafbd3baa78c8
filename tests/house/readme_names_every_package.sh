#!/usr/bin/env bash
# usage: readme_names_every_package.sh SOURCE_DIR
set -euo pipefail
cd "$1"
installed=$(sed -n "/<<'TABLE'/,/^TABLE/p" dev | sed '/TABLE/d' | cut -d' ' -f1 | sort -u)
explained=$(sed -n 's/^| `\([a-z0-9.+-]*\)` |.*/\1/p' README.md | sort -u)
[ -n "$installed" ]
diff <(echo "$installed") <(echo "$explained") || {
    echo "./dev (<) and README.md (>) name different packages" >&2
    exit 1
}
