#!/usr/bin/env bash
# Runs a command on a desktop of its own: a screen of 1366x768, a window manager, a session bus and the
# accessibility bus, all in a scratch home. Ends everything it started, whatever happens.
# usage: desktop.sh [--size WxH] COMMAND [ARGUMENT…]
set -euo pipefail
size=1366x768
if [ "${1:-}" = --size ]; then
    size=$2
    shift 2
fi

home=$(mktemp -d)
screen=
ended() {
    # Mutes the shell's own word about what is ended here.
    { [ -z "$screen" ] || { kill "$screen"; wait "$screen"; }; } 2> /dev/null || true
    rm -rf "$home"
}
trap ended EXIT
trap 'exit 143' TERM INT

# The server finds a free display by itself, so that several tests run side by side.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3> "$home/display" > "$home/screen.log" 2>&1 &
screen=$!
for _ in $(seq 300); do
    [ -s "$home/display" ] && break
    kill -0 "$screen" 2> /dev/null || { cat "$home/screen.log" >&2; exit 1; }
    sleep 0.1
done
[ -s "$home/display" ] || { echo "the screen did not start" >&2; exit 1; }

mkdir -m 700 "$home/run"
export DISPLAY=:$(cat "$home/display") HOME=$home XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config
export XDG_CACHE_HOME=$home/cache XDG_DATA_HOME=$home/data GSETTINGS_BACKEND=memory LANG=C.UTF-8 LC_ALL=C.UTF-8
export GTK_MODULES=gail:atk-bridge NO_AT_BRIDGE=0 GTK_A11Y=atspi GDK_BACKEND=x11 GDK_SCALE=${GDK_SCALE:-1}
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
dbus-run-session -- "$(dirname "${BASH_SOURCE[0]}")/session.sh" "$@"
