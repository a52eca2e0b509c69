/// A key that a terminal sends as a sequence, by the private-use scalar that libedit knows it by.
enum NamedKey: UInt32, CaseIterable {
  case up = 0xF700
  case down, left, right, home, end, delete
  case wordLeft, wordRight, backTab, altEnter, escape
}

/// What was typed.
enum Key: Equatable {
  case scalar(Unicode.Scalar)
  case alt(Unicode.Scalar)
  case named(NamedKey)
  case paste([Unicode.Scalar])
}

/// Makes keys of the bytes that a terminal sends: UTF-8, control sequences, bracketed pastes.
///
/// A sequence that means nothing to us is dropped whole, so that its tail is never typed.
struct KeyDecoder {

  private var bytes: [UInt8] = []
  private var position = 0
  /// Where the search for the end of a paste goes on.
  private var pasteScan = 0

  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Whether all that is left is an escape, which is a key if nothing follows soon.
  var isEscapePending: Bool { position + 1 == bytes.count && bytes[position] == 0x1B }

  mutating func feed(_ new: some Sequence<UInt8>) {
    bytes.removeFirst(position)
    position = 0
    bytes.append(contentsOf: new)
  }

  /// Takes a pending escape as the key itself.
  mutating func takeEscape() -> Key? {
    guard isEscapePending else { return nil }
    position += 1
    return .named(.escape)
  }

  /// The next key, or nil when its bytes are not all there.
  mutating func next() -> Key? {
    while position < bytes.count {
      let before = position
      if let key = bytes[position] == 0x1B ? sequence() : scalar().map(Key.scalar) { return key }
      if position == before { return nil }
    }
    return nil
  }

  // MARK: UTF-8

  private mutating func scalar() -> Unicode.Scalar? {
    let first = bytes[position]
    let count = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    let available = bytes[position...].prefix(count)
    let tail = available.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if available.count < count, tail == available.count - 1 { return nil }
    guard tail == count - 1, let text = String(validating: available, as: UTF8.self) else {
      position += 1
      return "\u{FFFD}"
    }
    position += count
    return text.unicodeScalars.first
  }

  // MARK: Sequences

  private mutating func sequence() -> Key? {
    guard position + 1 < bytes.count else { return nil }
    switch bytes[position + 1] {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return shiftedSequence()
    case 0x0D, 0x0A:
      position += 2
      return .named(.altEnter)
    case 0x1B:
      position += 1
      return .named(.escape)
    default:
      position += 1
      guard let scalar = scalar() else {
        position -= 1
        return nil
      }
      return .alt(scalar)
    }
  }

  private mutating func shiftedSequence() -> Key? {
    guard position + 2 < bytes.count else { return nil }
    let final = bytes[position + 2]
    position += 3
    return KeyDecoder.cursorKey(final, modifier: 1)
  }

  private mutating func controlSequence() -> Key? {
    if bytes[position...].starts(with: KeyDecoder.pasteStart) { return paste() }
    var end = position + 2
    while end < bytes.count, 0x20...0x3F ~= bytes[end] { end += 1 }
    guard end < bytes.count else { return nil }
    let parameters = bytes[position + 2..<end].split(separator: UInt8(ascii: ";")).map(number)
    let final = bytes[end]
    // What is no final byte belongs to the next key.
    position = 0x40...0x7E ~= final ? end + 1 : end
    let modifier = parameters.count > 1 ? parameters[1] : 1
    if final == UInt8(ascii: "~") {
      return KeyDecoder.editingKey(parameters.first ?? 0, modifier: modifier)
    }
    return KeyDecoder.cursorKey(final, modifier: modifier)
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(4).reduce(0) { 0x30...0x39 ~= $1 ? $0 * 10 + Int($1 - 0x30) : $0 }
  }

  private static func cursorKey(_ final: UInt8, modifier: Int) -> Key? {
    switch (final, modifier) {
    case (UInt8(ascii: "A"), _): .named(.up)
    case (UInt8(ascii: "B"), _): .named(.down)
    case (UInt8(ascii: "C"), 1): .named(.right)
    case (UInt8(ascii: "D"), 1): .named(.left)
    case (UInt8(ascii: "C"), _): .named(.wordRight)
    case (UInt8(ascii: "D"), _): .named(.wordLeft)
    case (UInt8(ascii: "H"), _): .named(.home)
    case (UInt8(ascii: "F"), _): .named(.end)
    case (UInt8(ascii: "Z"), _): .named(.backTab)
    case (UInt8(ascii: "M"), _): .scalar("\r")
    default: nil
    }
  }

  private static func editingKey(_ number: Int, modifier: Int) -> Key? {
    switch number {
    case 1, 7: .named(.home)
    case 3: .named(.delete)
    case 4, 8: .named(.end)
    // Enter with a modifier, as terminals with modifyOtherKeys send it.
    case 27 where modifier > 1: .named(.altEnter)
    default: nil
    }
  }

  // MARK: Pastes

  private mutating func paste() -> Key? {
    let start = position + KeyDecoder.pasteStart.count
    var index = max(start, pasteScan)
    while index + KeyDecoder.pasteEnd.count <= bytes.count {
      if bytes[index] == 0x1B, bytes[index...].starts(with: KeyDecoder.pasteEnd) {
        position = index + KeyDecoder.pasteEnd.count
        pasteScan = 0
        return .paste(KeyDecoder.cleaned(bytes[start..<index]))
      }
      index += 1
    }
    pasteScan = index - position
    return nil
  }

  /// The text of a paste: line feeds for all line ends, no controls, no line end at the end.
  private static func cleaned(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(bytes.count)
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": result.append("\n")
      case "\t": result.append(scalar)
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
      previous = scalar
    }
    while result.last == "\n" { result.removeLast() }
    return result
  }
}
