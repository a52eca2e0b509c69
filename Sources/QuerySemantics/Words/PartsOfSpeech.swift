/// The names that other tag sets have for parts of speech.
///
/// The corpus has the universal tags (de Marneffe and others 2021); linguists know those of the Penn
/// Treebank, of the British National Corpus or of TreeTagger as well.
enum PartsOfSpeech {

  /// Returns the universal tag that a tag of another set, or a word for it, most likely means.
  static func universal(for tag: String) -> String? {
    let letters = tag.lowercased().unicodeScalars.prefix { ("a"..."z").contains($0) || $0 == " " }
    let key = String(String.UnicodeScalarView(letters))
    guard !key.isEmpty else { return nil }
    return table.filter { key.hasPrefix($0.key) }.max { $0.key.utf8.count < $1.key.utf8.count }?
      .value
  }

  /// The beginnings of tags; the longest that fits counts.
  private static let table: [String: String] = [
    "jj": "ADJ", "aj": "ADJ", "adja": "ADJ", "adjd": "ADJ", "adjective": "ADJ", "a": "ADJ",
    "in": "ADP", "prep": "ADP", "prp$": "PRON", "appr": "ADP", "rp": "ADP", "prf": "ADP",
    "rb": "ADV", "av": "ADV", "adverb": "ADV", "wrb": "ADV",
    "md": "AUX", "vm": "AUX", "modal": "AUX", "auxiliary": "AUX", "vb be": "AUX",
    "cc": "CCONJ", "cj": "CCONJ", "conjunction": "CCONJ", "conj": "CCONJ", "coord": "CCONJ",
    "dt": "DET", "at": "DET", "pdt": "DET", "wdt": "DET", "article": "DET", "determiner": "DET",
    "art": "DET",
    "uh": "INTJ", "interjection": "INTJ", "itj": "INTJ",
    "n": "NOUN", "nn": "NOUN", "nns": "NOUN", "noun": "NOUN", "substantive": "NOUN",
    "cd": "NUM", "crd": "NUM", "card": "NUM", "number": "NUM", "numeral": "NUM",
    "to": "PART", "pos": "PART", "particle": "PART",
    "prp": "PRON", "pn": "PRON", "wp": "PRON", "ex": "PRON", "pp": "PRON", "pronoun": "PRON",
    "nnp": "PROPN", "np": "PROPN", "ne": "PROPN", "proper": "PROPN", "name": "PROPN",
    "sent": "PUNCT", "pun": "PUNCT", "punctuation": "PUNCT",
    "cs": "SCONJ", "subord": "SCONJ",
    "sym": "SYM", "symbol": "SYM",
    "v": "VERB", "vb": "VERB", "vv": "VERB", "verb": "VERB",
    "fw": "X",
  ]
}
