#!/usr/bin/env python3
"""Compiles the readings of Unihan into the table that i18n/src/pinyin.cpp reads.

usage: pinyin_table.py Unihan_Readings.txt.bz2 OUT

Little-endian: u32 sets, u32 characters, u32 offsets[sets + 1] into the text, u32 characters[] sorted, each
code point << 14 | set, then the text. A set is "le yue lao": a character's readings without tones, the most
usual first. Many characters share a set, so the table stays small.
"""
import bz2
import re
import struct
import sys
import unicodedata

# Frequency of readings in print, then the one customary reading, then dictionaries from the modern to the
# historical: the order in which a reading is likely to be typed.
FIELDS = ["kHanyuPinlu", "kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"]
SYLLABLE = re.compile(r"[^\W\d_]+[\u0300-\u036f]*(?:[^\W\d_][\u0300-\u036f]*)*")


def without_tone(syllable):
    letters = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def read(path):
    readings = {}
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 3 and columns[1] in FIELDS:
                point = int(columns[0][2:], 16)
                readings.setdefault(point, {})[columns[1]] = columns[2]
    return readings


def ordered(fields):
    found = []
    for name in FIELDS:
        for syllable in SYLLABLE.findall(fields.get(name, "")):
            plain = without_tone(syllable)
            if plain and plain not in found:
                found.append(plain)
    return " ".join(found)


def main(source, target):
    characters = {point: ordered(fields) for point, fields in read(source).items()}
    sets = sorted(set(characters.values()))
    if not 40000 < len(characters) or not len(sets) < 1 << 14:
        sys.exit(f"{source}: {len(characters)} characters and {len(sets)} sets of readings are not what was expected")
    number = {readings: index for index, readings in enumerate(sets)}
    offsets, text = [0], ""
    for readings in sets:
        text += readings
        offsets.append(len(text))
    with open(target, "wb") as out:
        out.write(struct.pack("<II", len(sets), len(characters)))
        out.write(struct.pack(f"<{len(offsets)}I", *offsets))
        rows = [point << 14 | number[characters[point]] for point in sorted(characters)]
        out.write(struct.pack(f"<{len(rows)}I", *rows))
        out.write(text.encode("ascii"))


if __name__ == "__main__":
    main(*sys.argv[1:])
