#!/usr/bin/env bash
# usage: every_verb_is_explained.sh SOURCE_DIR
set -euo pipefail
cd "$1"
verbs=$(sed -n 's/^verb_\([a-z]*\)() {.*/\1/p' dev)
[ -n "$verbs" ]
for verb in $verbs; do
    ./dev | grep -q "^  $verb " || { echo "./dev does not explain its verb '$verb'" >&2; exit 1; }
done
while read -r verb; do
    grep -qx "$verb" <<<"$verbs" || { echo "./dev explains '$verb', which it does not have" >&2; exit 1; }
done < <(./dev | sed -n 's/^  \([a-z]*\) .*/\1/p')
if ./dev no-such-verb 2>/dev/null >&2; then
    echo "./dev accepts a verb it does not have" >&2
    exit 1
fi
