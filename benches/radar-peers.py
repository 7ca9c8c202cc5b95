#!/usr/bin/env python3
"""`officieel radar` beside other scanners for look-alikes of domains, over the same made-up hosts.

    pip install dnstwist opensquat
    benches/radar-peers.py make FOLDER                  # hosts.txt, kinds.tsv and sample.txt
    /usr/bin/time -v officieel radar --limit 0 --format csv FOLDER/hosts.txt >FOLDER/radar.csv
    /usr/bin/time -v benches/radar-peers.py dnstwist FOLDER >FOLDER/dnstwist.csv
    /usr/bin/time -v benches/radar-peers.py dnstwist-told FOLDER >FOLDER/dnstwist-told.csv
    /usr/bin/time -v benches/radar-peers.py opensquat FOLDER >FOLDER/opensquat.csv
    benches/radar-peers.py count FOLDER radar.csv       # and so on for each

One in five hundred hosts is a fake of a listed one, an eighth of them in each of eight ways, half of them of sites
that are an organisation's own front page, half of other sites that are listed. The others are domains that exist
(tests/fixtures/domains.txt), harmless names (innocent.txt) and up to three words at a time (words.txt). The same hosts
come out on every machine. dnstwist makes all that it can think of for each listed host, and what it made is looked up
among the hosts; told, it is also given the very endings and words that the fakes have. openSquat compares each host
with the names of all listed ones of five letters or more, which takes hours for all: it is given the fakes and three
thousand others.
"""

import csv
import random
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOSTS, FAKES, SAMPLE, SHORTEST = 1_000_000, 2_000, 3_000, 5
ENDINGS = ["com", "info", "org", "net", "eu", "online"]
BEHIND = ["inloggen", "betalen", "veilig", "controle", "portaal", "update"]
BEFORE = ["mijn", "mijn-", "inloggen-", "veilig-", "portaal-", "service-"]
BEFORE_WORDS = ["mijn", "service"]
COMMON = ["nl", "nl", "nl", "com", "com", "eu", "org", "net"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ALIKE = {"o": "0", "l": "1", "i": "1", "e": "3", "m": "rn", "w": "vv"}


def listed():
    """The hosts of all listed organisations, and whether an organisation has its front page there."""
    directory = tomllib.loads((ROOT / "directory.toml").read_text(encoding="utf-8"))
    hosts = {}
    for organisation in directory["organisation"]:
        sites = [site["host"] for site in organisation.get("sites", [])]
        for address in [organisation.get("website", ""), *sites]:
            host, _, path = address.split("://")[-1].removeprefix("www.").lower().partition("/")
            if host.isascii() and "." in host:
                hosts[host] = hosts.get(host, False) or ("://" in address and path == "")
    return dict(sorted(hosts.items()))


def lines(name):
    text = (ROOT / "tests/fixtures" / name).read_text(encoding="utf-8")
    return [it.strip().lower() for it in text.splitlines() if it.strip() and it[0] != "#"]


WORDS = lines("words.txt")


def one_letter(label, change):
    """`label` with something else in the place of one of its letters, but not of the first."""
    at = random.randrange(1, len(label))
    return label[:at] + change(label[at]) + label[at + 1 :]


def swapped(label):
    at = random.randrange(1, len(label) - 1)
    return label[:at] + label[at + 1] + label[at] + label[at + 2 :]


def looking_alike(label):
    places = [at for at, letter in enumerate(label) if letter in ALIKE]
    at = random.choice(places or [0])
    return label[:at] + ALIKE.get(label[at], label[at]) + label[at + 1 :]


def words():
    return random.choice(["", "-"]).join(random.choices(WORDS, k=random.choice([1, 2, 2, 3])))


WAYS = {
    "a letter left out": lambda label, end: f"{one_letter(label, lambda _: '')}.{end}",
    "two letters swapped": lambda label, end: f"{swapped(label)}.{end}",
    "another letter": lambda label, end: f"{one_letter(label, lambda _: random.choice(LETTERS))}.{end}",
    "letters that look alike": lambda label, end: f"{looking_alike(label)}.{end}",
    "another ending": lambda label, end: f"{label}.{random.choice(ENDINGS)}",
    "a word behind": lambda label, end: f"{label}-{random.choice(BEHIND)}.{end}",
    "a word before": lambda label, end: f"{random.choice(BEFORE)}{label}.{end}",
    "in front of another domain": lambda label, end: f"{label}.{end}.{words()}.com",
}


def make(folder):
    random.seed(7)
    genuine = listed()
    domains = [it for it in lines("domains.txt") if it not in genuine]
    kinds = {}
    for group, is_own in [("own site", True), ("further site", False)]:
        # Those that somebody would imitate: domains of their own, with a name to recognise.
        worth = [it.split(".") for it, own in genuine.items() if own == is_own and it.count(".") == 1]
        worth = [(label, end) for label, end in worth if len(label) >= SHORTEST]
        for way, change in WAYS.items():
            until = len(kinds) + FAKES // len(WAYS) // 2
            while len(kinds) < until:
                host = change(*random.choice(worth))
                if host not in genuine and host not in domains:
                    kinds.setdefault(host, f"{group}, {way}")
    fakes = list(kinds)
    for host in domains:
        kinds[host] = "a domain that exists"
    for name in lines("innocent.txt"):
        if name.replace("-", "").isalnum() and f"{name}.nl" not in genuine:
            kinds.setdefault(f"{name}.nl", "a harmless name")
    while len(kinds) < HOSTS:
        number = random.choice(["", "", str(random.randrange(1000))])
        host = f"{words()}{number}.{random.choice(COMMON)}"
        if host not in genuine:
            kinds.setdefault(host, "made of words")
    everything = list(kinds)
    random.shuffle(everything)
    sample = fakes + random.sample(everything, SAMPLE)
    folder.mkdir(parents=True, exist_ok=True)
    for name, some in [
        ("hosts.txt", everything),
        ("sample.txt", dict.fromkeys(sample)),
        ("kinds.tsv", (f"{host}\t{kind}" for host, kind in kinds.items())),
    ]:
        (folder / name).write_text("".join(f"{it}\n" for it in some), encoding="utf-8")


def twisted(arguments):
    """What dnstwist makes of a host."""
    import dnstwist

    host, told = arguments
    fuzzer = dnstwist.Fuzzer(host, *([[*BEHIND, *BEFORE_WORDS], ENDINGS] if told else []))
    fuzzer.generate()
    return [it["domain"] for it in fuzzer.domains]


def dnstwist(folder, told):
    hosts, genuine, made, met = set(read(folder, "hosts.txt")), list(listed()), 0, {}
    with ProcessPoolExecutor() as pool:
        for host, some in zip(genuine, pool.map(twisted, [(it, told) for it in genuine], chunksize=8)):
            made += len(some)
            met |= {it: host for it in some if it in hosts and it not in met}
    print(f"{made} permutations of {len(genuine)} hosts", file=sys.stderr)
    return met


def compared(arguments):
    """The hosts that openSquat says are like a keyword."""
    from opensquat.squatting_detector import SquattingDetector

    keyword, hosts = arguments
    return SquattingDetector(1).check(keyword, hosts)


def opensquat(folder):
    hosts, met = read(folder, "sample.txt"), {}
    keywords = sorted({label for label in (it.split(".")[-2] for it in listed()) if len(label) >= SHORTEST})
    with ProcessPoolExecutor() as pool:
        for keyword, some in zip(keywords, pool.map(compared, [(it, hosts) for it in keywords])):
            met |= {it: keyword for it in some}
    print(f"{len(hosts)} hosts beside {len(keywords)} keywords", file=sys.stderr)
    return met


def read(folder, name):
    return (folder / name).read_text(encoding="utf-8").splitlines()


def count(folder, suspects):
    """How many hosts of each kind are among the suspects."""
    kinds = dict(line.split("\t") for line in read(folder, "kinds.tsv"))
    looked_at = read(folder, "sample.txt" if "opensquat" in suspects else "hosts.txt")
    with (folder / suspects).open(encoding="utf-8", newline="") as file:
        met = {row["name"] for row in csv.DictReader(file)}
    for kind in dict.fromkeys(kinds.values()):
        hosts = [it for it in looked_at if kinds[it] == kind]
        print(f"{sum(it in met for it in hosts):6} of {len(hosts):6}  {kind}")


def main():
    match sys.argv[1:]:
        case ["make", folder]:
            make(Path(folder))
        case ["count", folder, suspects]:
            count(Path(folder), suspects)
        case [("dnstwist" | "dnstwist-told" | "opensquat") as which, folder]:
            met = opensquat(Path(folder)) if which == "opensquat" else dnstwist(Path(folder), which != "dnstwist")
            writer = csv.writer(sys.stdout)
            writer.writerows([("name", "genuine"), *met.items()])
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
