#!/usr/bin/env python3
"""Compiles what Unicode says of signs that stand for others into the table that forms/src/folding.cpp reads.

usage: folding_table.py UnicodeData.txt EquivalentUnifiedIdeograph.txt OUT

Little-endian u32: entries, then for each entry, sorted, the code point and the one to three code points it becomes,
0 where there are fewer. An entry says: capital -> small letter, accented letter -> letter and accents, half and full
width -> the usual width, forms of an Arabic letter within a word -> the letter, a radical or a compatibility
ideograph -> the character everybody types. What only looks related (m2 for a square metre sign, 1 for a circled one)
stays as it is.
"""
import struct
import sys

TAGS = {"<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>"}
LIGATURES = range(0xFB00, 0xFB07)
HANGUL = range(0xAC00, 0xD7A4)
LONGEST = 3


def steps(unicode_data):
    """What each sign becomes in one step."""
    becomes = {}
    with open(unicode_data, encoding="ascii") as lines:
        for line in lines:
            columns = line.split(";")
            point, parts, small = int(columns[0], 16), columns[5].split(), columns[13]
            tagged = bool(parts) and parts[0].startswith("<")
            if parts and (not tagged or parts[0] in TAGS or point in LIGATURES):
                becomes[point] = [int(part, 16) for part in parts[1 if tagged else 0:]]
            elif small:
                becomes[point] = [int(small, 16)]
    return becomes


def add_radicals(becomes, equivalents):
    with open(equivalents, encoding="utf-8") as lines:
        for line in lines:
            line = line.split("#")[0]
            if ";" not in line:
                continue
            points, ideograph = (part.strip() for part in line.split(";"))
            first, _, last = points.partition("..")
            for point in range(int(first, 16), int(last or first, 16) + 1):
                becomes[point] = [int(ideograph, 16)]


def settled(point, becomes):
    return [last for step in becomes[point] for last in settled(step, becomes)] if point in becomes else [point]


def main():
    unicode_data, equivalents, out = sys.argv[1:]
    becomes = steps(unicode_data)
    add_radicals(becomes, equivalents)
    entries = []
    for point in sorted(becomes):
        # Arabic vowel signs stand on a blank there, for want of a letter.
        last = [each for each in settled(point, becomes) if each != 0x20]
        if point not in HANGUL and point > 0x7F and 0 < len(last) <= LONGEST:
            entries.append((point, last + [0] * (LONGEST - len(last))))
    with open(out, "wb") as table:
        table.write(struct.pack("<I", len(entries)))
        for point, last in entries:
            table.write(struct.pack("<4I", point, *last))


main()
