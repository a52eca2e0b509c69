internal import Annotation

/// Parts of speech by the names that sources give them: those of Universal Dependencies, and those of
/// the Penn Treebank (Marcus, Santorini and Marcinkiewicz 1993), mapped as UD does.
enum TagNames {

  /// Returns the part of speech of a name; nil where it is none that is known.
  @inline(__always)
  static func tag(_ bytes: [UInt8], _ range: Range<Int>) -> PartOfSpeech? {
    guard range.count <= 8, !range.isEmpty else { return nil }
    return table.tag(of: bytes.span.word(range))
  }

  /// The names by a hash, in a table of which three quarters are free.
  private struct Table {

    private static let bits: UInt64 = 9

    private var keys = [UInt64](repeating: 0, count: 1 << Int(bits))
    private var tags = [PartOfSpeech](repeating: .x, count: 1 << Int(bits))

    init(_ names: [UInt64: PartOfSpeech]) {
      for (key, tag) in names {
        let place = place(of: key)
        keys[place] = key
        tags[place] = tag
      }
    }

    @inline(__always)
    func tag(of key: UInt64) -> PartOfSpeech? {
      let place = place(of: key)
      return keys[place] == key ? tags[place] : nil
    }

    /// Where a key stands, or the free place where it would stand.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
      // Multiplicative hashing (Knuth 1973), which wraps.
      var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
      while keys[place] != key, keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
      return place
    }
  }

  private static let table = Table(names)

  private static let names: [UInt64: PartOfSpeech] = {
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
    let bytes = Array(name.utf8)
    return bytes.span.word(0..<bytes.count)
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
