/// The text of a message, or of a part of one.
struct MailText {

  /// The text.
  let bytes: [UInt8]
  /// Whether it was written as HTML.
  let isHTML: Bool

  /// Whether it goes before another that says the same: plain text before HTML, unless it only points to
  /// that.
  func goes(before other: MailText) -> Bool {
    other.isStub(beside: self) || other.isHTML && !isHTML && !isStub(beside: other)
  }

  /// Whether a plain text is so short beside the same as HTML that it only points to that, or gives no
  /// more than its beginning.
  private func isStub(beside other: MailText) -> Bool {
    guard !isHTML, other.isHTML else { return false }
    let (own, others) = (length, other.length)
    return own * (own < Self.fewLetters ? 2 : 4) < others
  }

  /// Of how many bytes a text is that may be no more than a line or two on how to see the other.
  private static let fewLetters = 400

  /// The number of bytes without blanks and addresses.
  private var length: Int { words.reduce(0) { $0 + $1.count } }

  private var words: [ArraySlice<UInt8>] {
    bytes.split { $0 <= 0x20 }.filter { !Array($0).holds(Self.address, in: 0..<$0.count) }
  }

  private static let address = Array("://".utf8)

  /// Returns the text with another one behind it that a reader of mail shows below it; where both say
  /// the same, that which goes before the other.
  func joined(with other: MailText) -> MailText {
    if isHTML != other.isHTML, repeats(other) { return other.goes(before: self) ? other : self }
    return MailText(bytes: bytes + [0x0A, 0x0A] + other.bytes, isHTML: isHTML || other.isHTML)
  }

  /// Whether the first letters of the shorter one stand in the other, too.
  private func repeats(_ other: MailText) -> Bool {
    let (own, others) = (letters, other.letters)
    let (short, long) = own.count < others.count ? (own, others) : (others, own)
    let start = Array(short.prefix(60))
    return !start.isEmpty && Array(long).holds(start, in: long.indices)
  }

  private var letters: [UInt8] { words.joined().filter(Self.isLetter) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
