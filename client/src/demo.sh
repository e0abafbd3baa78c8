#!/usr/bin/env bash
# Opens the window with everything around it: an embedded back office with demo users and the sample catalogue, and a
# simulated feeder with papers beside whatever SANE finds. What is done stays in OUT_FOLDER for the next start.
# usage: client/src/demo.sh BUILD_FOLDER OUT_FOLDER
set -euo pipefail
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
bin=$build/bin
server_pid=

ended() {
    if [ -n "$server_pid" ]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
    fi
}
trap ended EXIT

[ -d "$out/back-office" ] || "$bin/onewindow-backoffice" init --data "$out/back-office" --demo
# The workstation remembers the address, so the next start wants the same port.
port=$(cat "$out/port" 2>/dev/null || echo 0)
"$bin/onewindow-backoffice" serve --data "$out/back-office" --listen "127.0.0.1:$port" >"$out/back-office.txt" 2>>"$out/back-office.log" &
server_pid=$!
for _ in $(seq 200); do
    port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$out/back-office.txt" | head -n 1)
    [ -z "$port" ] || break
    kill -0 "$server_pid" 2>/dev/null || { cat "$out/back-office.log" >&2; exit 1; }
    sleep 0.05
done
echo "$port" >"$out/port"

[ -d "$out/papers" ] || "$bin/onewindow-draw-papers" "$out/papers" >/dev/null
mkdir -p "$out/sane"
{
    cat /etc/sane.d/dll.conf 2>/dev/null || true
    echo papers
} >"$out/sane/dll.conf"
printf 'folder %s\n' "$out/papers/case" >"$out/sane/papers.conf"
export SANE_CONFIG_DIR=$out/sane: LD_LIBRARY_PATH=$build/lib/sane${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
printf '    back office  https://127.0.0.1:%s\n    data         %s\n    passwords    %s\n' \
    "$port" "$out/workstation" "$out/back-office/demo-users.json"
"$bin/onewindow" --data "$out/workstation" --server "https://127.0.0.1:$port" --ca "$out/back-office/ca.pem" \
    --demo-users "$out/back-office/demo-users.json"
