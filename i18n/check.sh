#!/usr/bin/env bash
# Fails, naming the messages, when a catalogue lacks a text for an id of the template, or has only a doubtful one.
# usage: i18n/check.sh TEMPLATE.pot CATALOGUE.po
set -euo pipefail
template=$1
catalogue=$2
msgfmt --check-format --check-domain --output-file=/dev/null "$catalogue"
merged=$(msgmerge --quiet --no-fuzzy-matching --no-wrap --output-file=- "$catalogue" "$template")
lacking=$(msgattrib --untranslated --no-obsolete --no-wrap <<<"$merged" | sed '1,/^$/d')
doubtful=$(msgattrib --only-fuzzy --no-obsolete --no-wrap <<<"$merged" | sed '1,/^$/d')
if [ -n "$lacking$doubtful" ]; then
    printf '%s\n%s\n' "$lacking" "$doubtful" >&2
    echo "$catalogue lacks these texts: run ./dev translate and fill in what is empty" >&2
    exit 1
fi
