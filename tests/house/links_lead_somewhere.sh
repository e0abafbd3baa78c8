#!/usr/bin/env bash
# Files and folders named in the documents of the root exist. usage: links_lead_somewhere.sh SOURCE_DIR
set -euo pipefail
cd "$1"
named=$(grep -oh '`[A-Za-z0-9_.]*/[A-Za-z0-9_./-]*`\|`[A-Z]*\.md`\|](\([^)#:]*\))' README.md ARCHITECTURE.md CONTRIBUTING.md |
    sed 's/^](\(.*\))$/\1/; s/`//g' | grep -v '^\(build\|DIR\)/' | sort -u)
[ -n "$named" ]
for path in $named; do
    if [ ! -e "$path" ]; then
        echo "the documents name $path, which is not there" >&2
        exit 1
    fi
done
