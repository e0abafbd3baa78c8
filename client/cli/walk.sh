#!/usr/bin/env bash
# One real case from login to closing against an embedded back office, by the command line alone: for machines without a
# display, and to see every part at work. usage: client/cli/walk.sh BUILD_FOLDER OUT_FOLDER
# Prints each step with its time; everything it made stays in OUT_FOLDER.
set -euo pipefail
build=$(cd "$1" && pwd)
rm -rf "$2"
mkdir -p "$2"
out=$(cd "$2" && pwd)
bin=$build/bin
office=$out/back-office
clerk=$out/workstation
back=$out/review
began=$(date +%s%N)
server_pid=

stop_server() { if [ -n "$server_pid" ]; then kill "$1" "$server_pid" 2>/dev/null || true; wait "$server_pid" 2>/dev/null || true; server_pid=; fi; }
trap 'stop_server -TERM' EXIT

milliseconds() { echo $((($(date +%s%N) - $1) / 1000000)); }

# step "text" command…: runs it, prints the text, its time and the last line it said.
step() {
    local text=$1 start said code=0
    shift
    start=$(date +%s%N)
    said=$("$@" 2>"$out/last-messages.txt") || code=$?
    printf '%6d ms  %s\n' "$(milliseconds "$start")" "$text"
    if [ "$code" != "${expect:-0}" ]; then
        printf '\nexit %s where %s was expected: %s\n%s\n' "$code" "${expect:-0}" "$*" "$said" >&2
        cat "$out/last-messages.txt" >&2
        exit 1
    fi
    answer=$said
}

note() { printf '           %s\n' "$*"; }

# value PATH: a member of the last answer, e.g. value case, value returned.0.marks.0.mark
value() {
    python3 -c 'import json,sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = value[int(name)] if isinstance(value, list) else value[name]
print(value)' "$1" <<<"$answer"
}

# page_of MATERIAL N: id of the n-th page of a material in the last `case pages` answer, not discarded ones only
page_of() {
    python3 -c 'import json,sys
pages = [p["page"] for p in json.load(sys.stdin) if p["material"] == sys.argv[1] and not p["discarded"]]
print(pages[int(sys.argv[2])])' "$1" "$2" <<<"$answer"
}

cli() { "$bin/onewindow-cli" --data "$clerk" --json "$@"; }
desk_of() { local user=$1; shift; "$bin/onewindow-cli" --data "$back-$user" --json "$@"; }

start_server() {
    "$bin/onewindow-backoffice" serve --data "$office" --listen "127.0.0.1:${port:-0}" >"$out/back-office.txt" 2>>"$out/back-office.log" &
    server_pid=$!
    for _ in $(seq 100); do
        port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$out/back-office.txt" | head -n 1)
        if [ -n "$port" ]; then return; fi
        kill -0 "$server_pid" || { cat "$out/back-office.log" >&2; exit 1; }
        sleep 0.05
    done
    echo "the back office did not start" >&2
    exit 1
}

password_file() {
    python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$office/demo-users.json" "$1" >"$out/password-$1"
    chmod 600 "$out/password-$1"
    echo "$out/password-$1"
}

# feed FILE…: puts these papers into the simulated feeder
feed() {
    rm -rf "$out/feeder"
    mkdir -p "$out/feeder"
    local file n=0
    for file in "$@"; do n=$((n + 1)); ln -s "$file" "$out/feeder/$(printf '%02d' $n)-$(basename "$file")"; done
}

scan() {
    local material=$1
    shift
    cli case scan "$case" "$material" --device sane:papers:feeder --source adf --dpi 300 --mode color "$@"
}

printf 'OneWindow: one case, from the counter to the decision\n\n'
printf '1  the back office\n'
step "made with demo users and the sample catalogue" "$bin/onewindow-backoffice" init --data "$office" --demo
start_server
note "listening on https://127.0.0.1:$port, certificate in $office/ca.pem"
step "papers of the synthetic family drawn" "$bin/onewindow-draw-papers" "$out/papers"
mkdir -p "$out/sane"
echo papers >"$out/sane/dll.conf"
printf 'folder %s\n' "$out/feeder" >"$out/sane/papers.conf"
export SANE_CONFIG_DIR=$out/sane LD_LIBRARY_PATH=$build/lib/sane${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
papers=$out/papers
register=$papers/case/03-household-register-first-page.jpg
person=$papers/case/04-household-register-person-page.jpg

printf '\n2  the clerk opens a case\n'
step "logged in" cli --server "https://127.0.0.1:$port" --ca "$office/ca.pem" login clerk --password-file "$(password_file clerk)"
step "guides fetched and verified" cli guide update
for text in 户口迁移 hkqy 夫妻投靠; do
    step "search “$text”" cli guide search "$text"
    note "$(value 0.matter)  $(value 0.name)"
done
step "case opened" cli case new hk-qy
case=$(value case)
note "$(value number)"
step "situation answered" cli case answer "$case" kind=marry dir=in range=city local=yes house=host child=no agent=self
step "form filled" cli case fill "$case" name=示例乙 sex=2 nation=01 birth=1987-11-02 idno=330399198711020245 marr=20 edu=20 \
    from=测试区测试镇示例村1号 from_pcs=测试区测试派出所 to=测试区示例路2号1幢301室 to_pcs=测试区示例派出所 rel=配偶 reason="因婚(夫妻投靠)" tel=13800000000

printf '\n3  the papers are scanned\n'
step "scanners found" cli scan devices
note "$(value 0.device)  $(value 0.vendor) $(value 0.model)"
feed "$papers/case/01-application-form.jpg"
step "application form" scan m-sqb
feed "$papers/case/02-identity-card.jpg"
step "identity card" scan m-id
feed "$papers/trouble/clipped-corner.jpg" "$person"
step "household register (its first page has a folded corner)" scan m-hkb
feed "$papers/case/05-marriage-certificate.jpg"
step "marriage certificate" scan m-jhz

printf '\n4  what is missing, all at once\n'
expect=3 step "check: not acceptable yet" cli case check "$case"
note "$(python3 -c 'import json,sys; print("missing: " + ", ".join(json.load(sys.stdin)["missing"]))' <<<"$answer")"
step "one-time notice printed" cli case notice "$case" one-time-notice --out "$out/one-time-notice.pdf"
feed "$papers/trouble/consent-unsigned.jpg"
step "consent of the household head (nobody signed it)" scan m-hzty
step "check: acceptable" cli case check "$case"
step "paper counted" cli case paper "$case" m-id --originals 1 --copies 1 --kept 1
step "receipt slip printed" cli case notice "$case" receipt-slip --out "$out/receipt-slip.pdf"

printf '\n5  sealed and sent; the back office dies in the middle of a page\n'
step "sealed" cli case seal "$case"
note "manifest $(value manifest)"
sent_at=$(date +%s%N)
mkfifo "$out/progress"
"$bin/onewindow-cli" --data "$clerk" --json outbox send --wait >"$out/send.json" 2>"$out/progress" &
sender=$!
while IFS=$'\t' read -r _ _ _ amount _; do
    sent=${amount%/*} total=${amount#*/}
    if [ -z "${killed:-}" ] && [ "${sent:-0}" -gt 0 ] 2>/dev/null && [ "$sent" -lt "$total" ]; then
        killed=yes
        stop_server -KILL
        note "killed after $sent of $total bytes"
        start_server
    fi
done <"$out/progress"
wait "$sender"
answer=$(cat "$out/send.json")
printf '%6d ms  %s\n' "$(milliseconds "$sent_at")" "upload went on at the offset the server reported; receipt verified"
step "outbox" cli outbox list
note "$(value 0.state), official number $(value 0.number)"
official=$(value 0.number)

printf '\n6  the reviewer sends a bad scan back; the clerk scans that page again\n'
for user in reviewer approver certifier; do
    step "$user logged in" desk_of "$user" --server "https://127.0.0.1:$port" --ca "$office/ca.pem" login "$user" --password-file "$(password_file "$user")"
done
step "claimed" desk_of reviewer review claim "$official"
step "pages shown" desk_of reviewer review show "$official"
answer=$(python3 -c 'import json,sys; print(json.dumps(json.load(sys.stdin)["pages"]))' <<<"$answer")
bad=$(page_of m-hkb 0)
step "marked" desk_of reviewer review annotate "$official" "$bad" --xywh 70,0,30,20 --point m-hkb/hkb-pages --text "右上角折住,请重扫"
step "returned to the window" desk_of reviewer review act "$official" return-to-window --reason "首页一角折住,请重扫这一页" --point m-hkb/hkb-pages
step "inbox pulled" cli inbox pull
note "$(value returned.0.marks.0.text)"
step "reopened" cli case reopen "$case"
feed "$register"
step "that page scanned again" scan m-hkb --pages 1 --instead "$bad"
step "the new page answers the mark" cli case check "$case"
note "$(value unanswered | wc -w) marks unanswered"
step "sealed as revision 2" cli case seal "$case"
step "sent" cli outbox send --wait

printf '\n7  a signature is missing: one request for correction\n'
step "requested" desk_of reviewer review act "$official" request-correction --reason "户主未在同意落户声明上签字" --point m-hzty
step "inbox pulled" cli inbox pull
note "$(value returned.0.reason)"
step "reopened" cli case reopen "$case"
step "pages" cli case pages "$case"
unsigned_page=$(page_of m-hzty 0)
feed "$papers/case/06-consent-signed.jpg"
step "signed consent scanned instead" scan m-hzty --pages 1 --instead "$unsigned_page"
step "sealed as revision 3" cli case seal "$case"
step "sent" cli outbox send --wait

printf '\n8  decided by four people\n'
step "accepted" desk_of reviewer review act "$official" accept
step "examined" desk_of reviewer review act "$official" examine
expect=4 step "the examiner may not approve" desk_of reviewer review act "$official" approve
step "approved by another" desk_of approver review act "$official" approve --reason "符合迁入条件"
expect=4 step "the approver may not certify" desk_of approver review act "$official" certify
step "certified by a third" desk_of certifier review act "$official" certify
step "inbox pulled" cli inbox pull
step "decision printed and handed over" cli case notice "$case" approval --out "$out/approval.pdf" --handed-to "示例乙"
step "paper sent" cli outbox send --wait
step "delivered" cli case deliver "$case" --taker "示例乙" --how person
step "closed" cli review act "$official" close
step "inbox pulled" cli inbox pull

printf '\n9  the whole story is proved\n'
step "log of workstation and back office verified" cli audit verify
note "$(value workstation.entries) entries here, $(value backOffice.0.entries) of the case at the back office"

stop_server -TERM
printf '\nDone in %d s. Everything is in %s:\n' "$(($(milliseconds "$began") / 1000))" "$out"
printf '  one-time-notice.pdf  receipt-slip.pdf  approval.pdf   what the applicant took home\n'
printf '  papers/              the papers as drawn\n'
printf '  workstation/         encrypted pages, cases and outbox of the clerk\n'
printf '  back-office/         store of the back office, demo-users.json, ca.pem\n'
