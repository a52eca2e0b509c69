"""Writes the tables of encodings that are no Unicode: Sources/CEncodingTables/encodings.tables.

    python3 Tests/Tools/make-encodings.py > Sources/CEncodingTables/encodings.tables

All numbers have 16 bits, little-endian: the UTF-16 of the character that some bytes stand for, 0 for none. First come
the encodings of one byte a character, with the 128 characters from 0x80 on each; then those of two, each a rectangle
of lead bytes by trail bytes, row by row. Pairs that stand for a character beyond 16 bits, or for two characters, have
none. The mappings are those of the codecs of Python, which are made from the tables of the Unicode Consortium
and, for the characters of Hong Kong, of its government. `CodePage` holds the same lists.
"""

import struct
import sys

SINGLE = [
    "mac_roman", "cp437", "cp1252", "cp1254", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u",
    "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7", "cp1255", "iso8859_8", "cp1256", "iso8859_6", "cp1257",
    "iso8859_13", "iso8859_4", "iso8859_10", "iso8859_14", "iso8859_16", "iso8859_3", "cp874", "cp1258", "cp850",
    "cp852",
]

# (codecs, of which the first that has a character wins; first and last lead; first and last trail)
DOUBLE = [
    (("cp932",), 0x81, 0xFC, 0x40, 0xFC),
    (("gb18030",), 0x81, 0xFE, 0x40, 0xFE),
    (("cp950", "big5hkscs"), 0x87, 0xFE, 0x40, 0xFE),
    (("cp949",), 0x81, 0xFE, 0x41, 0xFE),
]


def unit(raw: bytes, codecs: tuple[str, ...]) -> int:
    for codec in codecs:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        # Some pairs are two characters of one byte each: the lead is none. Controls mean nothing, and pairs of
        # private use are those that nobody has given a meaning.
        if len(text) != 1 or not 0xA0 <= ord(text) < 0x10000:
            continue
        if len(raw) == 1 or not 0xE000 <= ord(text) < 0xF900:
            return ord(text)
    return 0


def write(raw: bytes, codecs: tuple[str, ...]) -> None:
    sys.stdout.buffer.write(struct.pack("<H", unit(raw, codecs)))


for codec in SINGLE:
    for byte in range(0x80, 0x100):
        write(bytes([byte]), (codec,))
for codecs, lead, last_lead, trail, last_trail in DOUBLE:
    for first in range(lead, last_lead + 1):
        for second in range(trail, last_trail + 1):
            write(bytes([first, second]), codecs)
