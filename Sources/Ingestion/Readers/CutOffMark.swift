/// The mark with which services of news end a text that they cut off: `… [+1234 chars]`.
enum CutOffMark {

  /// Returns a text without the mark behind it, and how many characters it says are missing; nil where
  /// there is no mark.
  static func removed(from text: [UInt8]) -> (text: [UInt8], missing: Int?) {
    let tail = text.suffix(24)
    guard tail.last == 0x5D, let open = tail.lastIndex(of: 0x5B) else { return (text, nil) }
    let words = tail[(open + 1)...].dropLast().split(separator: 0x20)
    guard words.count == 2, words[0].first == 0x2B, words[1].elementsEqual("chars".utf8),
      let count = Int(String(decoding: words[0].dropFirst(), as: UTF8.self))
    else { return (text, nil) }
    var rest = text[..<open]
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return (Array(rest), count)
  }
}
