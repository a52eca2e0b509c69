#!/usr/bin/env python3
"""Makes the railroad diagrams and the TextMate grammar from quoth.ebnf.

    python3 grammar/make-pages.py            writes the files
    python3 grammar/make-pages.py --check    exits 1 if one of them is stale

Needs nothing but Python. Diagrams are laid out as in the Pascal User Manual: keywords and marks
are round, tokens slanted, productions square; a line above leads past what may be left out, a
line below leads back to what may come again.
"""

import json
import re
import sys
from html import escape
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RADIUS = 8
GAP = 10
HEIGHT = 26
CHARACTER = 7.9
GREATEST_WIDTH = 720


# ---------------------------------------------------------------------------- The grammar


def read_sections(text):
    """Returns the sections of the grammar: a title and its productions, each a name and a tree."""
    sections, lines = [], []
    for line in text.splitlines():
        title = re.match(r"# -{5,} (.+)$", line)
        if title:
            sections.append((title.group(1), []))
            lines = sections[-1][1]
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return [(title, read_productions(" ".join(lines).split())) for title, lines in sections if lines]


def read_productions(symbols):
    productions = []
    while symbols:
        name, equals = symbols.pop(0), symbols.pop(0)
        assert equals == "=", name
        productions.append((name, read_choice(symbols)))
        assert symbols.pop(0) == ".", name
    return productions


def read_choice(symbols):
    parts = [read_sequence(symbols)]
    while symbols[0] == "|":
        symbols.pop(0)
        parts.append(read_sequence(symbols))
    return parts[0] if len(parts) == 1 else ("choice", parts)


def read_sequence(symbols):
    parts = []
    while symbols[0] not in ("|", ")", "]", "}", "."):
        parts.append(read_part(symbols))
    return parts[0] if len(parts) == 1 else ("sequence", parts)


def read_part(symbols):
    symbol = symbols.pop(0)
    closers = {"(": ")", "[": "]", "{": "}"}
    if symbol in closers:
        inner = read_choice(symbols)
        assert symbols.pop(0) == closers[symbol]
        return {"(": inner, "[": ("optional", inner), "{": ("repetition", inner)}[symbol]
    if symbol.startswith('"'):
        return ("terminal", symbol[1:-1])
    return ("token" if symbol == symbol.upper() else "production", symbol)


def terminals(tree):
    kind, content = tree
    if kind == "terminal":
        return [content]
    if kind in ("token", "production"):
        return []
    parts = content if isinstance(content, list) else [content]
    return [word for part in parts for word in terminals(part)]


def keywords(tree):
    return [word for word in terminals(tree) if word[0].isalpha()]


# ---------------------------------------------------------------------------- The diagrams


class Figure:
    """A piece of a diagram: how far it reaches to the right of, above and below its entry."""

    width = up = down = 0

    def draw(self, x, y, out):
        raise NotImplementedError


class Line(Figure):
    """Nothing but the way on."""

    def draw(self, x, y, out):
        pass


class Box(Figure):
    """A keyword, token or production."""

    def __init__(self, kind, text):
        self.kind, self.text = kind, text
        self.width = round(len(text) * CHARACTER) + 20
        self.up = self.down = HEIGHT // 2

    def draw(self, x, y, out):
        top, width = y - HEIGHT // 2, self.width
        if self.kind == "token":
            out.append(
                f'<path class="token" d="M{x + 6} {top}H{x + width}L{x + width - 6} {top + HEIGHT}'
                f'H{x}Z"/>'
            )
        else:
            corner = HEIGHT // 2 if self.kind == "terminal" else 2
            out.append(
                f'<rect class="{self.kind}" x="{x}" y="{top}" width="{width}" height="{HEIGHT}"'
                f' rx="{corner}"/>'
            )
        out.append(f'<text x="{x + width / 2:g}" y="{y + 4}">{escape(self.text)}</text>')


class Sequence(Figure):
    """One behind the other."""

    def __init__(self, parts):
        self.parts = parts
        self.width = sum(part.width for part in parts) + GAP * (len(parts) - 1)
        self.up = max(part.up for part in parts)
        self.down = max(part.down for part in parts)

    def draw(self, x, y, out):
        for index, part in enumerate(self.parts):
            if index:
                out.append(path(x, y, f"h{GAP}"))
                x += GAP
            part.draw(x, y, out)
            x += part.width


class Stack(Figure):
    """A sequence too wide for one line."""

    def __init__(self, rows):
        self.rows = rows
        self.width = max(row.width for row in rows) + 4 * RADIUS
        self.up = rows[0].up
        self.places = [0]
        for above, below in zip(rows, rows[1:]):
            self.places.append(
                self.places[-1] + above.down + below.up + GAP + 2 * RADIUS
            )
        self.down = self.places[-1] + rows[-1].down

    def draw(self, x, y, out):
        left, right = x + 2 * RADIUS, x + self.width - 2 * RADIUS
        out.append(path(x, y, f"h{2 * RADIUS}"))
        for index, row in enumerate(self.rows):
            line = y + self.places[index]
            row.draw(left, line, out)
            if index + 1 == len(self.rows):
                out.append(path(left + row.width, line, f"H{x + self.width}"))
                continue
            below = y + self.places[index + 1]
            middle = line + row.down + GAP // 2 + RADIUS
            out.append(
                path(left + row.width, line, f"H{right}{turn(1, 1, 1)}V{middle - RADIUS}")
                + path(right + RADIUS, middle - RADIUS, f"{turn(1, -1, 1)}H{left}")
                + path(left, middle, f"{turn(0, -1, 1)}V{below - RADIUS}")
                + path(left - RADIUS, below - RADIUS, f"{turn(0, 1, 1)}")
            )


class Choice(Figure):
    """One or the other: the first on the line, the others below."""

    def __init__(self, parts):
        self.parts = parts
        self.inner = max(part.width for part in parts)
        self.width = self.inner + 4 * RADIUS
        self.up = parts[0].up
        self.places = [0]
        for above, below in zip(parts, parts[1:]):
            step = above.down + below.up + GAP // 2
            self.places.append(self.places[-1] + max(step, 2 * RADIUS))
        self.down = self.places[-1] + parts[-1].down

    def draw(self, x, y, out):
        end = x + self.width
        for part, place in zip(self.parts, self.places):
            line = y + place
            if place == 0:
                out.append(path(x, y, f"h{2 * RADIUS}"))
            else:
                out.append(
                    path(x, y, f"{turn(1, 1, 1)}V{line - RADIUS}")
                    + path(x + RADIUS, line - RADIUS, turn(0, 1, 1))
                )
            part.draw(x + 2 * RADIUS, line, out)
            behind = x + 2 * RADIUS + part.width
            if place == 0:
                out.append(path(behind, y, f"H{end}"))
            else:
                out.append(
                    path(behind, line, f"H{end - 2 * RADIUS}{turn(0, 1, -1)}V{y + RADIUS}")
                    + path(end - RADIUS, y + RADIUS, turn(1, 1, -1))
                )


class Optional(Figure):
    """Something, and a line above it that leads past."""

    def __init__(self, part):
        self.part = part
        self.width = part.width + 4 * RADIUS
        self.rise = max(2 * RADIUS, part.up + GAP // 2)
        self.up, self.down = self.rise, part.down

    def draw(self, x, y, out):
        end, line = x + self.width, y - self.rise
        out.append(path(x, y, f"h{2 * RADIUS}"))
        self.part.draw(x + 2 * RADIUS, y, out)
        out.append(path(end - 2 * RADIUS, y, f"h{2 * RADIUS}"))
        out.append(
            path(x, y, f"{turn(0, 1, -1)}V{line + RADIUS}")
            + path(x + RADIUS, line + RADIUS, f"{turn(1, 1, -1)}H{end - 2 * RADIUS}")
            + path(end - 2 * RADIUS, line, f"{turn(1, 1, 1)}V{y - RADIUS}")
            + path(end - RADIUS, y - RADIUS, turn(0, 1, 1))
        )


class Loop(Figure):
    """Something that may come again; what stands between, or comes again, is on the way back."""

    def __init__(self, part, back):
        self.part, self.back = part, back
        self.inner = max(part.width, back.width)
        self.width = self.inner + 4 * RADIUS
        self.fall = max(2 * RADIUS, part.down + back.up + GAP // 2)
        self.up, self.down = part.up, max(part.down, self.fall + back.down)

    def draw(self, x, y, out):
        left, right, line = x + 2 * RADIUS, x + self.width - 2 * RADIUS, y + self.fall
        out.append(path(x, y, f"H{left}"))
        self.part.draw(left, y, out)
        out.append(path(left + self.part.width, y, f"H{x + self.width}"))
        self.back.draw(left, line, out)
        out.append(
            path(right, y, f"{turn(1, 1, 1)}V{line - RADIUS}")
            + path(right + RADIUS, line - RADIUS, f"{turn(1, -1, 1)}H{left + self.back.width}")
            + path(left, y, f"{turn(0, -1, 1)}V{line - RADIUS}")
            + path(left - RADIUS, line - RADIUS, turn(0, 1, 1))
        )


def path(x, y, rest):
    return f'<path class="line" d="M{x} {y}{rest}"/>'


def turn(sweep, across, along):
    """A quarter of a circle."""
    return f"a{RADIUS} {RADIUS} 0 0 {sweep} {across * RADIUS} {along * RADIUS}"


def figure(tree, reverse=False):
    kind, content = tree
    if kind in ("terminal", "token", "production"):
        return Box(kind, content)
    if kind == "choice":
        return Choice([figure(part, reverse) for part in content])
    if kind == "optional":
        return Optional(figure(content, reverse))
    if kind == "repetition":
        return Loop(Line(), figure(content, not reverse))
    if not content:
        return Line()
    parts = sequence_figures(content, reverse)
    if reverse:
        parts.reverse()
    return wrapped(parts)


def sequence_figures(parts, reverse):
    """The figures of a sequence; `A { "," A }` is one loop with the comma on its way back."""
    figures, index = [], 0
    while index < len(parts):
        item, after = parts[index], parts[index + 1] if index + 1 < len(parts) else None
        between = separator(item, after)
        if between is not None:
            figures.append(Loop(figure(item, reverse), figure(between, not reverse)))
            index += 2
        else:
            figures.append(figure(item, reverse))
            index += 1
    return figures


def separator(item, after):
    if not after or after[0] != "repetition":
        return None
    if after[1] == item:
        return ("sequence", [])
    kind, content = after[1]
    if kind != "sequence" or content[-1] != item:
        return None
    return content[0] if len(content) == 2 else ("sequence", content[:-1])


def wrapped(parts):
    rows, row, width = [], [], 0
    for part in parts:
        if row and width + part.width + GAP > GREATEST_WIDTH:
            rows.append(row)
            row, width = [], 0
        row.append(part)
        width += part.width + GAP
    rows.append(row)
    lines = [row[0] if len(row) == 1 else Sequence(row) for row in rows]
    return lines[0] if len(lines) == 1 else Stack(lines)


STYLE = """
  svg { background: #ffffff }
  text { font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
         text-anchor: middle; fill: #1f2328 }
  text.name { text-anchor: start; font-weight: bold; fill: #0a5c45 }
  .line { fill: none; stroke: #57606a; stroke-width: 1.5 }
  .terminal { fill: #ddf4e8; stroke: #1a7f5a }
  .token { fill: #fff4d6; stroke: #9a6700 }
  .production { fill: #e7effa; stroke: #3565a8 }
  .end { fill: #57606a }
"""


def draw_section(productions):
    """Returns the diagrams of some productions, one below the other."""
    out, y, width = [], 12, 0
    for name, tree in productions:
        shape = figure(tree)
        y += 14
        out.append(f'<text class="name" id="{name}" x="12" y="{y}">{name}</text>')
        y += shape.up + 12
        out.append(f'<circle class="end" cx="20" cy="{y}" r="4"/>' + path(20, y, "h16"))
        shape.draw(36, y, out)
        end = 36 + shape.width
        out.append(path(end, y, "h16") + f'<circle class="end" cx="{end + 16}" cy="{y}" r="4"/>')
        width = max(width, end + 32)
        y += shape.down + 22
    return width, y, out


def svg(productions, mark):
    width, height, out = draw_section(productions)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">\n<!-- {mark} -->\n<style>{STYLE}</style>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
    )
    return head + "\n".join(out) + "\n</svg>\n"


def page(sections, mark):
    """Returns the page that shows the diagrams, with the keywords of each section."""
    lines = [
        "# The grammar of Quoth as railroad diagrams",
        "",
        f"<!-- {mark} -->",
        "",
        "Made from [quoth.ebnf](quoth.ebnf) by `make grammar`; the comments there say what a diagram",
        "cannot. Round is a keyword or mark, slanted a token, square another diagram. The line above",
        "a piece leads past it, the line below leads back.",
    ]
    for title, productions in sections:
        words = sorted({word for _, tree in productions for word in keywords(tree)})
        lines += ["", f"## {title}", "", f"![{title}](railroad/{file_name(title)})"]
        if words:
            lines += ["", "Keywords: " + " ".join(f"`{word}`" for word in words)]
    return "\n".join(lines) + "\n"


def file_name(title):
    return title.lower().replace(" ", "-") + ".svg"


# ---------------------------------------------------------------------- The TextMate grammar

SCOPES = {
    "Statements": "keyword.control.statement",
    "Sources": "keyword.operator.word.relation",
    "Patterns": "keyword.other.pattern",
    "Steps": "support.function.step",
    "Conditions": "keyword.operator.word.condition",
    "Values": "constant.language.unit",
}

STRINGS = [('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("„", "[“”]"), ("«", "»"), ("»", "«"),
           ("‹", "›"), ("›", "‹")]


def text_mate(sections, mark):
    rules = [
        {"name": "comment.line.quoth", "match": "(?:--|#).*$"},
        {"name": "string.regexp.quoth", "match": r"(?i)(?<=matches )\s*/(?:\\.|[^/\\\n])*/?"},
    ]
    for opener, closer in STRINGS:
        rules.append({
            "name": "string.quoted.quoth", "begin": opener, "end": f"{closer}|$",
            "patterns": [{"name": "constant.character.escape.quoth", "match": r"\\."}],
        })
    rules += [
        {"name": "variable.parameter.quoth", "match": r"\$\w+"},
        {"name": "constant.numeric.date.quoth", "match": r"\b\d{4}-\d{2}(?:-\d{2})?\b"},
        {"name": "constant.numeric.quoth", "match": r"(?<![\w-])-?\d+(?:\.\d+)?\b(?![-'’]\w)"},
        {"name": "storage.modifier.flags.quoth", "match": "(?i)%[cdl]+"},
        {"name": "meta.label.quoth", "match": r"\b(\w+)(:)(?=[\[\"“(])",
         "captures": {"1": {"name": "entity.name.tag.quoth"},
                      "2": {"name": "punctuation.separator.quoth"}}},
    ]
    rules += keyword_rules(sections)
    rules += [
        {"name": "keyword.operator.quoth", "match": r"!=|<=|>=|::|\.\.|[=<>≠≤≥&|!*+?]"},
        {"name": "punctuation.section.quoth", "match": r"[\[\](){}]"},
        {"name": "punctuation.separator.quoth", "match": "[;,./:]"},
    ]
    grammar = {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Quoth", "scopeName": "source.quoth", "fileTypes": ["quoth"], "comment": mark,
        "firstLineMatch": "^#!.*\\bquoth\\b", "patterns": rules,
    }
    return json.dumps(grammar, ensure_ascii=False, indent=2) + "\n"


def keyword_rules(sections):
    """One rule a role; a keyword has the role of the first section that names it."""
    seen, rules = set(), []
    kinds = [word for _, ps in sections for name, tree in ps if name == "RowKind"
             for word in keywords(tree)]
    groups = [("support.type.rows", kinds)]
    groups += [(SCOPES[title], [word for _, tree in productions for word in keywords(tree)])
               for title, productions in sections]
    for scope, words in groups:
        fresh = sorted(set(words) - seen)
        seen.update(fresh)
        if fresh:
            rules.append({"name": f"{scope}.quoth",
                          "match": r"(?i)(?<![\w'’-])(?:" + "|".join(fresh) + r")(?![\w'’-])"})
    return rules


# --------------------------------------------------------------------------------- The files


def fingerprint(*texts):
    """The FNV-1a hash of what the files are made from (Fowler, Noll and Vo 1991)."""
    value = 0xCBF29CE484222325
    for byte in "".join(texts).encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"made from quoth.ebnf, fingerprint {value:016x}"


def files():
    grammar = (FOLDER / "quoth.ebnf").read_text(encoding="utf-8")
    mark = fingerprint(grammar, Path(__file__).read_text(encoding="utf-8"))
    sections = read_sections(grammar)
    made = {FOLDER / "railroad" / file_name(title): svg(productions, mark)
            for title, productions in sections}
    made[FOLDER / "railroad.md"] = page(sections, mark)
    made[FOLDER / "quoth.tmLanguage.json"] = text_mate(sections, mark)
    return made


def main():
    stale = False
    for file, text in files().items():
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if "--check" not in sys.argv:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        print(file.relative_to(FOLDER.parent))
    sys.exit(1 if stale and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
