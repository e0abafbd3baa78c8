#!/usr/bin/env bash
# Fails, naming the messages, when a catalogue lacks a text for an id of the template, or has only a doubtful one.
# usage: i18n/check.sh TEMPLATE.pot CATALOGUE.po
set -euo pipefail
template=$1
catalogue=$2
msgfmt --check-format --check-domain --output-file=/dev/null "$catalogue"
if ! msgcmp "$catalogue" "$template"; then
    echo "$catalogue lacks texts: run ./dev translate and fill in what is empty" >&2
    exit 1
fi
