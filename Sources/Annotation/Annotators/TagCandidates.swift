/// The tags that one word may have, with what each costs.
struct TagCandidates {

  /// The tags, as raw values of `PartOfSpeech`, cheapest first but for what is added at the end.
  private(set) var tags: [UInt8] = []

  /// What each tag costs for this word, in quarter bits.
  private(set) var costs: [Int32] = []

  /// Whether the word is a mark behind which a sentence may still begin with a capital.
  private(set) var isOpener = false

  private let bytes: [UInt8]
  private let lexicon = Lexicon.english
  private let model = TagCosts.english
  private var lower: [UInt8] = []

  /// Cost of a name for a capitalised word that is only known as something else.
  private static let unseenName: Int32 = 20

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The number of tags, at least one.
  var count: Int { tags.count }

  /// Finds the tags of the word at `range`.
  mutating func find(_ range: Range<Int>, isFirst: Bool) {
    tags.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    let form = WordForm(bytes, range, into: &lower)
    isOpener = !form.hasLetter && !form.hasDigit
    if let value = lexicon.value(of: lower, lower.indices, hash: form.hash) {
      read(value)
      if form.isCapitalized, !tags.contains(PartOfSpeech.propn.rawValue) {
        add(.propn, isFirst ? Self.unseenName + 12 : Self.unseenName)
      }
    } else {
      guess(form)
    }
    if tags.isEmpty { add(form.hasLetter ? .noun : .punct, 0) }
    if form.hasLetter { weighShape(form.shape + (isFirst ? 4 : 0)) }
  }

  private mutating func add(_ tag: PartOfSpeech, _ cost: Int32) {
    tags.append(tag.rawValue)
    costs.append(cost)
  }

  /// Reads pairs of a letter and a cost, each with `=lemma ` behind it or not.
  private mutating func read(_ start: Int) {
    var index = start
    while index + 1 < lexicon.bytes.count, lexicon.bytes[index] >= 0x61 {
      tags.append(lexicon.bytes[index] - 0x61)
      costs.append(Int32(lexicon.bytes[index + 1]) - 0x21)
      index += 2
      guard lexicon.bytes[index] == 0x3D else { continue }
      while lexicon.bytes[index] > 0x20 { index += 1 }
      if lexicon.bytes[index] == 0x20 { index += 1 }
    }
  }

  /// Tags by the longest ending that is known for words written like this one.
  private mutating func guess(_ form: WordForm) {
    let kind: UInt8 =
      form.hasDigit ? 0x64 : form.isCapitalized ? 0x75 : form.hasLetter ? 0x6C : 0x70
    for length in stride(from: min(5, lower.count), through: 0, by: -1) {
      let key: [UInt8] = [0x2A, kind, 0x2D] + lower[(lower.count - length)...]
      if let value = lexicon.value(of: key, key.indices, hash: WordHash(key, key.indices)) {
        return read(value)
      }
    }
  }

  private mutating func weighShape(_ shape: Int) {
    for index in tags.indices {
      costs[index] += model.shapes[shape * TagCosts.count + Int(tags[index])]
    }
  }
}

/// How a word is written.
struct WordForm {

  /// Of the word in lower case, a curly apostrophe as a straight one.
  let hash: WordHash
  private(set) var hasLetter = false
  private(set) var hasDigit = false
  private(set) var isCapitalized = false

  /// Lower case 0, capitalised 1, capitals 2, anything else 3.
  private(set) var shape = 3

  /// Reads a word and leaves it in lower case in `lower`.
  init(_ bytes: [UInt8], _ range: Range<Int>, into lower: inout [UInt8]) {
    lower.removeAll(keepingCapacity: true)
    var hash = WordHash()
    var (uppers, lowers) = (0, 0)
    var previous: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        lower.append(0x27)
        hash.append(0x27)
        index += 3
        continue
      }
      let low = byte.lowercased(after: previous)
      if low != byte {
        uppers += 1
        if lower.isEmpty || lower.count == 1 && previous == 0xC3 { isCapitalized = true }
      } else if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 && previous >= 0xC3 {
        lowers += 1
      } else if byte >= 0x30 && byte <= 0x39 {
        hasDigit = true
      }
      lower.append(low)
      hash.append(low)
      previous = byte
      index += 1
    }
    self.hash = hash
    hasLetter = uppers + lowers > 0
    if uppers == 0, lowers > 0 {
      shape = 0
    } else if uppers > 1, lowers == 0 {
      shape = 2
    } else if isCapitalized {
      shape = 1
    }
  }
}
