internal import Annotation

/// Parts of speech by the names that sources give them: those of Universal Dependencies, and those of
/// the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993), mapped as UD does.
enum TagNames {

  /// Returns the part of speech of a name; nil where it is none that is known.
  @inline(__always)
  static func tag(_ bytes: [UInt8], _ range: Range<Int>) -> PartOfSpeech? {
    guard range.count <= 8, !range.isEmpty else { return nil }
    var key: UInt64 = 0
    for index in range { key = key << 8 | UInt64(bytes[index]) }
    return table[key]
  }

  private static let table: [UInt64: PartOfSpeech] = {
    var table: [UInt64: PartOfSpeech] = [:]
    for tag in PartOfSpeech.allCases { table[key(tag.name)] = tag }
    for (tag, names) in penn {
      for name in names.split(separator: " ") where table[key(String(name))] == nil {
        table[key(String(name))] = tag
      }
    }
    return table
  }()

  private static func key(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let penn: [(PartOfSpeech, String)] = [
    (.adj, "JJ JJR JJS AFX"), (.adp, "IN"), (.adv, "RB RBR RBS WRB"), (.aux, "MD"), (.cconj, "CC"),
    (.det, "DT PDT WDT"), (.intj, "UH"), (.noun, "NN NNS"), (.num, "CD"), (.part, "POS TO RP"),
    (.pron, "PRP PRP$ WP WP$ EX"), (.propn, "NNP NNPS NP NPS"),
    (.punct, ". , : `` '' -LRB- -RRB- ( ) \" HYPH NFP SENT"), (.sym, "$ # SYM"),
    (.verb, "VB VBD VBG VBN VBP VBZ VV VVD VVG VVN VVP VVZ VH VHD VHG VHN VHP VHZ"),
    (.x, "FW LS ADD GW XX"),
  ]
}
