/// Gives each token its universal part of speech.
///
/// A hidden Markov model over pairs of tags, decoded exactly by Viterbi's algorithm (as in TnT,
/// Brants 2000): what a word may be comes from the lexicon or, for an unknown word, from its
/// ending; how it is written counts as well.
public struct PartOfSpeechTagger: Annotator {

  /// Tags are chosen for a sentence at a time.
  public static let requires: Set<Layer> = [.tokens, .sentences]
  /// The parts of speech of tokens.
  public static let provides: Set<Layer> = [.partsOfSpeech]

  /// Creates a tagger.
  public init() {}

  /// Gives each token of a document its part of speech.
  public func annotate(_ document: inout AnnotatedDocument) {
    var candidates = TagCandidates(bytes: document.text.bytes)
    var lattice = TagLattice()
    for sentence in document.sentences {
      lattice.clear()
      var isFirst = true
      for index in Int(sentence.firstToken)..<Int(sentence.endToken) {
        let range = document.tokens[index].range
        candidates.find(Int(range.start)..<Int(range.end), isFirst: isFirst)
        lattice.append(candidates)
        isFirst = isFirst && candidates.isOpener
      }
      lattice.solve()
      for offset in 0..<lattice.count {
        document.tokens[Int(sentence.firstToken) + offset].partOfSpeech =
          PartOfSpeech(rawValue: lattice.path[offset]) ?? .x
      }
    }
  }
}

/// The costs of tag sequences, and of shapes of words: tables of the lexicon, unpacked.
struct TagCosts: Sendable {

  static let english = TagCosts(.english)

  /// The number of tags, and the number that stands for the start of a sentence.
  static let count = 17
  static let start = 17

  /// Cost of a tag behind two others: `(before * 18 + last) * 17 + tag`.
  let transitions: [Int32]

  /// Cost of a shape for a tag: `shape * 17 + tag`; the shapes are those of the script.
  let shapes: [Int32]

  private init(_ lexicon: Lexicon) {
    let letters = Array("abcdefghijklmnopq^".utf8)
    var transitions: [Int32] = []
    transitions.reserveCapacity(18 * 18 * 17)
    for before in letters {
      for last in letters {
        transitions += Self.costs([0x40, before, last], lexicon)
      }
    }
    self.transitions = transitions
    shapes = (0..<8).flatMap { Self.costs([0x40, 0x30 + UInt8($0)], lexicon) }
  }

  private static func costs(_ key: [UInt8], _ lexicon: Lexicon) -> [Int32] {
    guard let start = lexicon.value(of: key, key.indices, hash: WordHash(key, key.indices)) else {
      return [Int32](repeating: 0, count: count)
    }
    return (0..<count).map { Int32(lexicon.bytes[start + $0]) - 0x21 }
  }
}
