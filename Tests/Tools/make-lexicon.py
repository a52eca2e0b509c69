"""Makes Sources/CAnnotationLexicon/lexicon.txt, the tables of the tagger and lemmatizer.

    xz -dc ../shared/data/treebanks/ewt/en_ewt-ud-train.conllu.xz |
        python3 Tests/Tools/make-lexicon.py Tests/Tools/extra-words.txt \
        > Sources/CAnnotationLexicon/lexicon.txt

Counts come from the training part of the English Web Treebank (Universal Dependencies, CC BY-SA
4.0); no text of it is kept, only words with frequencies. `extra-words.txt` is our own list.

The output, one entry a line, key and value parted by a tab:

    @CLASS       seventeen or more costs: transitions `@a`..`@q`, `@^`, and shapes `@0`..`@7`
    *c-suffix    costs of the tags of unknown words of shape class c with this suffix
    word         costs of the tags of the word; `=lemma` behind a tag where no rule finds it

Costs are -4 log2 p, one character each from '!' (0). Tags are letters in the order of UPOS names.
"""

import collections
import math
import sys

TAGS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
        "PUNCT", "SCONJ", "SYM", "VERB", "X"]
LETTER = {tag: chr(ord("a") + index) for index, tag in enumerate(TAGS)}
OPEN = ["ADJ", "ADV", "NOUN", "PROPN", "VERB", "NUM", "X", "INTJ"]
MAXIMUM = 80
SUFFIX_MINIMUM = 4
VOWELS = set("aeiou")


def cost(probability):
    if probability <= 0:
        return MAXIMUM
    return max(0, min(MAXIMUM, round(-4 * math.log2(probability))))


def code(number):
    return chr(ord("!") + number)


def shape(form, is_first):
    """Lower 0, capitalised 1, capitals 2, other 3; plus 4 at the start of a sentence."""
    letters = [c for c in form if c.isalpha()]
    if not letters:
        kind = 3
    elif all(c.islower() for c in letters):
        kind = 0
    elif all(c.isupper() for c in letters) and len(letters) > 1:
        kind = 2
    elif form[0].isupper():
        kind = 1
    else:
        kind = 3
    return kind + (4 if is_first else 0)


def shape_class(form):
    if any(c.isdigit() for c in form):
        return "d"
    if form[0].isupper():
        return "u"
    if any(c.isalpha() for c in form):
        return "l"
    return "p"


def rule_lemma(form, tag):
    """The lemma by rule, as `Lemmatizer` finds it for a word without an entry."""
    word = form if tag == "PROPN" else form.lower()
    if tag == "NOUN":
        return strip_s(word)
    if tag in ("VERB", "AUX"):
        if word.endswith("ing") and has_vowel(word[:-3]):
            return restore(word[:-3])
        if word.endswith("ied") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith("eed"):
            return word
        if word.endswith("ed") and has_vowel(word[:-2]):
            return restore(word[:-2])
        return strip_s(word)
    return word


def has_vowel(stem):
    return len(stem) > 1 and any(c in "aeiouy" for c in stem)


def strip_s(word):
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def restore(stem):
    """The base form of a stem that has lost `ed` or `ing`."""
    last, before = stem[-1], stem[-2]
    if last == before:
        return stem if last in "lszfeo" else stem[:-1]
    if last in "cuvzs" or stem.endswith(("dg", "rg", "lg", "ang")):
        return stem + "e"
    if last == "l" and before not in "aeioulwr":
        return stem + "e"
    if before not in VOWELS or last in VOWELS or last in "wxy":
        return stem
    if len(stem) > 2 and stem[-3] in VOWELS:
        return stem
    starts = sum(c in VOWELS and (i == 0 or stem[i - 1] not in VOWELS) for i, c in enumerate(stem))
    return stem + "e" if starts == 1 or stem.endswith(SILENT) else stem


SILENT = ("at", "ir", "ur", "in", "id", "ut", "ak", "ok")


def read(lines):
    sentence = []
    skip_to = 0
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if sentence:
                yield sentence
            sentence = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                sentence.append((columns[1], columns[3], columns[2]))
    if sentence:
        yield sentence


OPENERS = {'"', "“", "‘", "'", "``", "(", "[", "-", "«", "–", "—"}


def train(sentences):
    model = {name: collections.defaultdict(collections.Counter)
             for name in ("word", "lemma", "pair", "triple", "shape", "suffix")}
    model["tag"] = collections.Counter()
    model["lower"] = collections.Counter()
    for sentence in sentences:
        before, last = "^", "^"
        first = True
        for form, tag, lemma in sentence:
            if tag not in LETTER:
                continue
            form = form.replace("’", "'")
            word = form.lower()
            model["word"][word][tag] += 1
            model["lemma"][(word, tag)][lemma if tag == "PROPN" else lemma.lower()] += 1
            model["tag"][tag] += 1
            model["pair"][last][tag] += 1
            model["triple"][(before, last)][tag] += 1
            model["shape"][tag][shape(form, first)] += 1
            before, last = last, tag
            first = first and form in OPENERS
    for word, tags in model["word"].items():
        if sum(tags.values()) <= 8:
            for tag, count in tags.items():
                for form_class in ("u", "l") if word[0].isalpha() else (shape_class(word),):
                    if shape_class(word) == "d":
                        form_class = "d"
                    for length in range(0, min(5, len(word)) + 1):
                        model["suffix"][form_class + "-" + word[len(word) - length:]][tag] += count
    return model


def suffix_distribution(model, form_class, word):
    """P(tag | suffix), each longer suffix mixed with the shorter one."""
    result = None
    for length in range(0, min(5, len(word)) + 1):
        counts = model["suffix"].get(form_class + "-" + word[len(word) - length:])
        if counts is None:
            break
        total = sum(counts.values())
        if length and total < SUFFIX_MINIMUM:
            break
        if result is None:
            result = {tag: counts[tag] / total for tag in TAGS}
        else:
            result = {tag: (counts[tag] + 3 * result[tag]) / (total + 3) for tag in TAGS}
    return result or {tag: 1 / len(TAGS) for tag in TAGS}


def emission_costs(model, distribution):
    """-log p(tag | word) / p(tag), shifted so that the best tag's cost is kept small."""
    total = sum(model["tag"].values())
    raw = {tag: -4 * math.log2(p / (model["tag"][tag] / total))
           for tag, p in distribution.items() if p > 0.004}
    lowest = min(raw.values())
    return {tag: min(MAXIMUM, round(value - lowest)) for tag, value in raw.items()}


def write(model, extra):
    out = []
    total = sum(model["tag"].values())
    unigram = {tag: model["tag"][tag] / total for tag in TAGS}
    for last in ["^"] + TAGS:
        pair = model["pair"][last]
        sum_pair = sum(pair.values()) or 1
        smooth = {t: 0.98 * pair[t] / sum_pair + 0.02 * unigram[t] for t in TAGS}
        key = "^" if last == "^" else LETTER[last]
        out.append(("@" + key, "".join(code(cost(smooth[t])) for t in TAGS)))
        for before in ["^"] + TAGS:
            triple = model["triple"][(before, last)]
            n = sum(triple.values())
            keep = n / (n + 12)
            other = "^" if before == "^" else LETTER[before]
            out.append(("@" + other + key, "".join(
                code(cost(keep * triple[t] / (n or 1) + (1 - keep) * smooth[t])) for t in TAGS)))
    kinds = {t: sum(model["shape"][t].values()) or 1 for t in TAGS}
    for kind in range(8):
        group = range(0, 4) if kind < 4 else range(4, 8)
        costs = []
        for t in TAGS:
            among = sum(model["shape"][t][k] for k in group)
            costs.append(code(cost((model["shape"][t][kind] + 0.2) / (among + 0.8))))
        out.append(("@%d" % kind, "".join(costs)))
    suffixes = {}
    for key, counts in sorted(model["suffix"].items()):
        if sum(counts.values()) < SUFFIX_MINIMUM and not key.endswith("-"):
            continue
        form_class, suffix = key.split("-", 1)
        costs = emission_costs(model, suffix_distribution(model, form_class, suffix))
        suffixes[key] = "".join(LETTER[t] + code(c) for t, c in sorted(
            costs.items(), key=lambda item: item[1]) if c < 36)
    for key, value in suffixes.items():
        form_class, suffix = key.split("-", 1)
        shorter = suffixes.get(form_class + "-" + suffix[1:]) if suffix else None
        if value != shorter:
            out.append(("*" + key, value))
    for word in sorted(set(model["word"]) | set(extra)):
        counts = dict(model["word"].get(word, {}))
        for tag, (count, _) in extra.get(word, {}).items():
            if tag not in counts:
                counts[tag] = count
        entry = word_entry(model, word, counts, extra.get(word, {}))
        if entry:
            out.append((word, entry))
    return out


def word_entry(model, word, counts, extra):
    if "\t" in word or "=" in word and len(word) > 1:
        return None
    n = sum(counts.values())
    form_class = "d" if any(c.isdigit() for c in word) else "l"
    guess = suffix_distribution(model, form_class, word)
    weight = 1.0 if any(t in OPEN for t in counts) and word.isalpha() else 0.02
    weight = weight if n < 30 else 0.3
    only_propn = set(counts) == {"PROPN"}
    mixed = {t: (counts.get(t, 0) + weight * (guess[t] if not only_propn else 0)) / (n + weight)
             for t in TAGS}
    costs = emission_costs(model, {t: p for t, p in mixed.items() if t in counts or p > 0.02})
    parts = []
    exceptional = False
    for tag, c in sorted(costs.items(), key=lambda item: (item[1], item[0])):
        if c >= 48:
            continue
        lemma = best_lemma(model, word, tag, extra)
        part = LETTER[tag] + code(c)
        if lemma and lemma != rule_lemma(word, tag):
            part += "=" + lemma + " "
            exceptional = True
        parts.append(part)
    if n < 2 and not exceptional and not extra:
        best_guess = max(guess, key=guess.get)
        if best_guess in counts or only_propn or not word.isalpha():
            return None
    return "".join(parts).rstrip()


def best_lemma(model, word, tag, extra):
    if tag in extra and extra[tag][1]:
        return extra[tag][1]
    if tag == "PROPN":
        return None
    lemmas = model["lemma"].get((word, tag))
    if not lemmas:
        return None
    lemma = lemmas.most_common(1)[0][0]
    if tag == "NOUN" and lemma == word and is_noun(model, strip_s(word)):
        lemma = strip_s(word)
    return lemma if " " not in lemma and "=" not in lemma and "_" not in lemma else None


def is_noun(model, word):
    """Whether a word is a noun in its own right.

    The treebank takes a plural of a meaning of its own, as `goods`, for its own lemma. Who asks for
    the lemma `good` wants `goods` too.
    """
    return model["lemma"][(word, "NOUN")][word] >= 2


def read_extra(path):
    """Lines `TAG base [form…]`; a form `base:form` gives an irregular lemma by its line's base."""
    extra = collections.defaultdict(dict)
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].split()
        if not line:
            continue
        tag, base, forms = line[0], line[1], line[2:]
        if tag == "VERB" and not forms:
            forms = regular_forms(base)
        for form in [base] + forms:
            extra[form][tag] = (3, base)
    return extra


def regular_forms(base):
    if base.endswith("e"):
        stem_ed, stem_ing = base[:-1], base[:-1]
    elif base.endswith("y") and base[-2] not in VOWELS:
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    else:
        stem_ed = stem_ing = base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [third, stem_ed + "ed", stem_ing + "ing"]


def main():
    extra = read_extra(sys.argv[1])
    model = train(read(sys.stdin))
    for key, value in write(model, extra):
        print(key + "\t" + value)


if __name__ == "__main__":
    main()
