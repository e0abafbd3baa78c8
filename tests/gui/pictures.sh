#!/usr/bin/env bash
# Makes the pictures of every window: in Chinese and English, and in Chinese on a dark desktop.
# usage: tests/gui/pictures.sh BUILD_FOLDER OUT_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export OW_SOURCE_DIR=$(cd "$here/../.." && pwd) OW_BIN_DIR=$(cd "$1" && pwd)/bin PYTHONPATH=$here OW_OPENBOX=$here/openbox.xml
take() { "$here/desktop.sh" timeout --kill-after=10 600 /usr/bin/python3 "$here/pictures.py" "$@" 2>/dev/null; }
take "$2/zh_CN" zh_CN
take "$2/en" en
GTK_THEME=Adwaita:dark take "$2/dark" zh_CN
