"""Sweeps WARC files on Apache Spark: a map from files to findings, and a merge of findings.

    pip install pyspark
    spark-submit sweep.py --officieel target/release/officieel --out findings.json archives/*.warc.gz

Each file is read by `officieel sweep --from - --json` where its part of the data is. What comes out is merged by
organisation, platform and account; merging is associative, commutative and idempotent, so that Spark may do it in any
order, and again where a machine was lost.
"""

import argparse
import json
import subprocess

from pyspark.sql import SparkSession

# What tells more stands first, as in `officieel sweep`.
OUTCOMES = ["confirms", "belongs-to-another", "person", "new", "unclear", "refused"]
SITE_WIDE = {"header", "footer", "nav", "aside", "json-ld", "data"}
# The order of the zones where all else is the same.
ZONES = ["header", "footer", "nav", "aside", "body", "text", "comments", "embed", "noscript", "hidden", "head", "json-ld", "data"]
MOST_PAGES = 8


def key(row):
    """What a row is of. No two accounts that pages show differ by capitals only."""
    return (row["organisation"], row["platform"], (row["account"] or row["url"]).lower())


def weight(row):
    """Of two rows of one account the lighter one tells more."""
    is_weak = not row["follow"] and row["zone"] not in SITE_WIDE
    # The newest first; a day that is not known last.
    seen = tuple(-ord(letter) for letter in row["seen"] or "")
    return (OUTCOMES.index(row["outcome"]), is_weak, not seen, seen, row["page"], ZONES.index(row["zone"]), row["follow"], row["rule"])


def merge(one, other):
    """One row of two on the same account."""
    best = min(one, other, key=weight)
    pages = sorted(set(one["pages"]) | set(other["pages"]))[:MOST_PAGES]
    return {**best, "pages": pages}


def sweep(command, archive):
    """The rows of one archive, which is given as its bytes."""
    ran = subprocess.run(command, input=archive, capture_output=True, check=False)
    if ran.returncode not in (0, 1):
        raise RuntimeError(ran.stderr.decode())
    return json.loads(ran.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--officieel", default="officieel", help="the program, where every worker has it")
    parser.add_argument("--directory", help="another directory file, where every worker has it")
    parser.add_argument("--today", help="the day on which pages without one were seen")
    parser.add_argument("--out", required=True, help="the file to write")
    parser.add_argument("archives", nargs="+", help="WARC files, or patterns that Spark reads")
    given = parser.parse_args()

    command = [given.officieel, "sweep", "--json", "--from", "-"]
    if given.directory:
        command += ["--directory", given.directory]
    if given.today:
        command += ["--today", given.today]

    spark = SparkSession.builder.appName("officieel sweep").getOrCreate()
    files = spark.sparkContext.binaryFiles(",".join(given.archives), minPartitions=len(given.archives))
    rows = files.flatMap(lambda file: sweep(command, file[1]))
    merged = rows.map(lambda row: (key(row), row)).reduceByKey(merge).values().collect()
    merged.sort(key=lambda row: (row["organisation"], row["platform"], row["account"] or "", row["url"]))
    with open(given.out, "w", encoding="utf-8") as out:
        json.dump(merged, out, ensure_ascii=False, indent=1)
    spark.stop()


if __name__ == "__main__":
    main()
