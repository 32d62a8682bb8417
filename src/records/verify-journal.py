#!/usr/bin/env python3
"""Checks the journal of one concern without any of Concern Desk's own code: python3 and its standard library are enough.

    python3 verify-journal.py GRV-26-0042.ndjson [SHA-256 of the last entry, from an anchor]

Each line holds an entry's key, the exact text of its body, and its hash: sha256(hash before + "\\n" + key + "\\n" + body). Words that may be removed
lie beside it, with a salt: the body names sha256(salt + "\\n" + words). Exit 0: all holds; 1: something does not, and it is named; 2: asked wrongly.
"""
import hashlib
import json
import sys


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def check(lines):
    """Yields a sentence for each entry that does not hold; returns how many there were, the last hash, and the entries whose words were removed."""
    problems, removed, told, previous = [], [], set(), ""
    entries = []
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            key, body, stated = entry["key"], entry["body"], entry["hash"]
            entry["parsed"] = json.loads(body)
        except (ValueError, KeyError, TypeError):
            problems.append(f"Line {number} is no entry.")
            break
        if key != f"e-{number:06d}":
            problems.append(f"Entry e-{number:06d} is missing: {key} stands in its place.")
            break
        if sha256(f"{previous}\n{key}\n{body}") != stated:
            problems.append(f"Entry {key} is not as it was written.")
            break
        if entry["parsed"]["shape"].startswith("items-removed/"):
            told.update(entry["parsed"]["data"]["items"])
        previous = stated
        entries.append(entry)
    for number, entry in enumerate(entries, start=1):
        named, salt, text = entry["parsed"].get("item"), entry.get("salt"), entry.get("text")
        if text is not None and named is None:
            problems.append(f"Entry {entry['key']} has words beside it that it never had.")
        elif text is not None and sha256(f"{salt}\n{text}") != named:
            problems.append(f"The words of entry {entry['key']} are not as they were written.")
        elif text is None and named is not None and number not in told:
            problems.append(f"The words of entry {entry['key']} are gone, and nobody recorded that they were removed.")
        elif text is None and named is not None:
            removed.append(entry["key"])
    return problems, len(entries), previous, removed


def main(argv):
    if len(argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(argv[1], encoding="utf-8", newline="\n") as journal:
        problems, count, last, removed = check([line for line in journal.read().split("\n") if line])
    if len(argv) == 3 and last != argv[2].lower():
        problems.append(f"The last entry's hash is {last}, not the one that was anchored: the end was cut off, or all of it was written anew.")
    for key in removed:
        print(f"{key}: its words were removed on purpose.")
    for problem in problems:
        print(problem)
    print(f"{count} entries, last hash {last or 'none'}: {'something does not hold.' if problems else 'all is as it was written.'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
