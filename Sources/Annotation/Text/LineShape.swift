/// What a line looks like: its words, their case, its marks.
struct LineShape {

  /// The number of words.
  private(set) var words = 0
  /// The number of words of four letters or more.
  private(set) var longWords = 0
  /// The number of those that begin with a capital.
  private(set) var longCapitals = 0
  /// The number of words that begin with a capital.
  private(set) var capitals = 0
  /// Whether it begins with a lower-case letter.
  private(set) var startsLow = false
  /// Whether there is no lower-case letter in it.
  private(set) var isUpper = true
  /// The number of opening and closing quotation marks.
  private(set) var quotationMarks = (opening: 0, closing: 0, straight: 0)
  /// The last byte; a curly mark counts as the straight one.
  private(set) var last: UInt8 = 0x20
  /// The last byte that is no quotation mark or closing bracket.
  private(set) var lastInside: UInt8 = 0x20
  /// The number of bytes.
  let length: Int

  /// Measures a run of the text.
  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    length = end - start
    var index = start
    while index < end {
      let wordEnd = bytes[index..<end].firstIndex(of: 0x20) ?? end
      if wordEnd > index { addWord(bytes, index..<wordEnd) }
      index = wordEnd + 1
    }
  }

  private mutating func addWord(_ bytes: [UInt8], _ range: Range<Int>) {
    var letters = 0
    var isCapital = false
    var index = range.lowerBound
    while index < range.upperBound {
      let sequence = UTF8Sequence(bytes, at: index)
      if let isUpperCase = Self.isUpperCase(sequence.scalar) {
        if letters == 0 { isCapital = isUpperCase }
        if words == 0, letters == 0 { startsLow = !isUpperCase }
        isUpper = isUpper && isUpperCase
        letters += 1
      } else {
        addMark(sequence.scalar)
      }
      if let isUpperCase = Self.isUpperCase(sequence.scalar) { note(isUpperCase ? 0x41 : 0x61) }
      index += sequence.length
    }
    words += 1
    capitals += isCapital ? 1 : 0
    guard letters >= 4 else { return }
    longWords += 1
    longCapitals += isCapital ? 1 : 0
  }

  private mutating func note(_ byte: UInt8) {
    last = byte
    lastInside = byte
  }

  private mutating func addMark(_ scalar: UInt32) {
    switch scalar {
    case 0x22, 0x201C, 0x201E, 0x201D, 0xAB, 0xBB:
      if scalar == 0x22 { quotationMarks.straight += 1 }
      if scalar == 0x201D || scalar == 0xBB { quotationMarks.closing += 1 }
      if scalar == 0x201C || scalar == 0x201E || scalar == 0xAB { quotationMarks.opening += 1 }
      last = 0x22
    case 0x27, 0x2018, 0x2019: last = 0x27
    case 0x29, 0x5D: last = 0x29
    case 0x2026: note(0x2E)
    case 0x2013...0x2015: note(0x2D)
    case 0..<0x80: note(UInt8(scalar))
    default: note(0x78)
    }
  }

  /// Whether a scalar is an upper-case letter; nil where it is no letter.
  private static func isUpperCase(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE: true
    case 0x61...0x7A, 0xDF...0x24F, 0x370...0x52F: false
    default: nil
    }
  }
}

// MARK: Judgements

extension LineShape {

  /// Whether there is nothing in it.
  var isEmpty: Bool { length == 0 }

  /// Whether it ends as a sentence does, with or without a closing mark behind the stop.
  var endsSentence: Bool {
    lastInside == 0x2E || lastInside == 0x21 || lastInside == 0x3F
  }

  /// Whether there are as many closing quotation marks as opening ones.
  var isBalanced: Bool {
    quotationMarks.opening == quotationMarks.closing && quotationMarks.straight % 2 == 0
  }

  /// Whether it holds a double quotation mark.
  var hasQuotationMark: Bool {
    quotationMarks.opening + quotationMarks.closing + quotationMarks.straight > 0
  }

  /// Whether nearly all of its longer words are capitalised, as in the title of an English paper.
  var isTitleCase: Bool { words >= 3 && longWords >= 2 && longCapitals * 5 >= longWords * 4 }

  /// Whether it can only be running text: a sentence with its stop, or long.
  var isProse: Bool { endsSentence && !isTitleCase && words >= 4 || words >= 28 }
}
