#!/usr/bin/env bash
# The inside of desktop.sh, once there are a screen and a session bus.
set -euo pipefail
GSETTINGS_BACKEND=dconf gsettings set org.gnome.desktop.interface toolkit-accessibility true 2> /dev/null || true
started=()
ended() {
    for process in "${started[@]}"; do
        { kill "$process"; wait "$process"; } 2> /dev/null || true
    done
}
trap ended EXIT
trap 'exit 143' TERM INT
/usr/libexec/at-spi-bus-launcher --launch-immediately > /dev/null 2>&1 &
started+=($!)
openbox --sm-disable ${OW_OPENBOX:+--config-file "$OW_OPENBOX"} > /dev/null 2>&1 &
started+=($!)
for _ in $(seq 100); do
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress > /dev/null 2>&1 && break
    sleep 0.1
done
# In the background, so that a signal is heard while it runs.
"$@" &
command=$!
started+=("$command")
wait "$command"
