#!/usr/bin/env bash
# The audit from the command line, from start to end, in every format: wall time, processor time and peak
# memory, and how long each takes beside JSON.
#
#     benches/audit-formats.sh [ORGANISATIONS...]     # 10000 40000 100000
#
# The directory is made so that it is hard to list: every account has a source of its own, so that its two
# findings are told alone. The first run of each size, which reads the TOML, is not counted. OFFICIEEL
# names another binary, such as one of before a change.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

/usr/bin/time --version >/dev/null 2>&1 ||
    { echo 'GNU time is missing: install it, such as with `apt-get install time`'; exit 1; }
target=${CARGO_TARGET_DIR:-target}
officieel=${OFFICIEEL:-}
if [ -z "$officieel" ]; then
    cargo build --quiet --locked --release --bin officieel
    officieel=$target/release/officieel
fi
folder=$target/audit-formats
mkdir -p "$folder"
export XDG_CACHE_HOME=$folder/cache

# So many organisations, each with a name of eleven letters by chance, and an account that only others name.
directory() {
    awk -v count="$1" 'BEGIN {
        srand(1)
        print "schema = 1\ntitle = \"t\"\nedition = \"2026-11-21\"\nlicence = \"l\""
        for (i = 0; i < count; i++) {
            name = ""
            for (j = 0; j < 11; j++) name = name substr("abcdefghiklmnoprstuvwz", int(rand() * 22) + 1, 1)
            printf "\n[[organisation]]\nid = \"org-%d\"\nname = \"Gemeente %s\"\nkind = \"municipality\"\n", i, name
            printf "\n[[organisation.account]]\nplatform = \"x\"\nhandle = \"%s\"\n", name
            printf "evidence = [{ method = \"third-party\", url = \"https://s%d.example/p\", seen = \"%d-%02d-%02d\" }]\n",
                i, 2014 + i % 10, 1 + i % 12, 1 + i % 28
        }
    }'
}

audit() {
    /usr/bin/time --quiet -o "$folder/figures" -f '%e %U %S %M' \
        "$officieel" audit --no-overlay --today 2026-11-21 -d "$folder/$1.toml" -f "$2" >"$folder/out" || true
    tail -n 1 "$folder/figures"
}

[ $# -gt 0 ] || set -- 10000 40000 100000
echo '| organisations | format | seconds | of the processors | to JSON | MiB |'
echo '| ---: | --- | ---: | ---: | ---: | ---: |'
for count; do
    directory "$count" >"$folder/$count.toml"
    audit "$count" json >/dev/null
    json=
    for format in json text csv markdown sarif junit; do
        read -r wall user system peak < <(audit "$count" "$format")
        json=${json:-$(awk "BEGIN { print $user + $system }")}
        awk -v OFS=' | ' -v count="$count" -v format="$format" -v wall="$wall" -v used="$user $system" -v json="$json" \
            -v peak="$peak" 'BEGIN { split(used, it, " "); all = it[1] + it[2]
            printf "| %d | %s | %.1f | %.1f | %.2f | %d |\n", count, format, wall, all, all / json, peak / 1024 }'
    done
done
