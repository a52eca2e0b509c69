// Sources of the layouts: WHATWG Encoding Standard, sections 10 to 13; RFC 1468 for ISO-2022-JP.

extension CodePage {

  /// The encoding in which that of seven bits is read.
  static let eucJP = CodePage(label: "euc-jp")

  /// Returns the character that begins with a byte from 0x80 on, and its length.
  ///
  /// A pair that means nothing is U+FFFD; where its second byte is ASCII that stays.
  func character(_ bytes: [UInt8], _ place: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[place]
    if let scalar = alone(lead) { return (scalar, 1) }
    guard place + 1 < bytes.count else { return (0xFFFD, 1) }
    let trail = bytes[place + 1]
    if layout == .gb18030, (0x30...0x39).contains(trail) { return quadruple(bytes, place) }
    if layout == .eucJP, lead == 0x8F {
      // The characters of JIS X 0212, which nobody writes, are not in the table.
      return place + 2 < bytes.count && trail >= 0xA1 && bytes[place + 2] >= 0xA1
        ? (0xFFFD, 3) : (0xFFFD, 1)
    }
    if layout == .eucJP, lead == 0x8E, (0xA1...0xDF).contains(trail) {
      return (0xFF61 + UInt32(trail) - 0xA1, 2)
    }
    let scalar = index(lead, trail).map(scalar) ?? 0xFFFD
    return (scalar, scalar == 0xFFFD && trail < 0x80 ? 1 : 2)
  }

  /// What a byte stands for that is a character of its own.
  private func alone(_ byte: UInt8) -> UInt32? {
    switch (layout, byte) {
    case (.shiftJIS, 0xA1...0xDF): 0xFF61 + UInt32(byte) - 0xA1
    case (.shiftJIS, 0x80), (_, 0xFF): 0xFFFD
    case (.gb18030, 0x80): 0x20AC
    case (.shiftJIS, 0xA0), (.shiftJIS, 0xFD...): 0xFFFD
    default: nil
    }
  }

  /// The place of a pair in the table; nil where none may stand so.
  private func index(_ lead: UInt8, _ trail: UInt8) -> Int? {
    let (lead, trail) = (Int(lead), Int(trail))
    switch layout {
    case .shiftJIS: return Self.place(lead, trail, 0x81...0xFC, 0x40...0xFC)
    case .gb18030: return Self.place(lead, trail, 0x81...0xFE, 0x40...0xFE)
    case .big5: return Self.place(lead, trail, 0x87...0xFE, 0x40...0xFE)
    case .eucKR: return Self.place(lead, trail, 0x81...0xFE, 0x41...0xFE)
    case .eucJP:
      // The rows and cells of JIS X 0208 as Shift JIS has them: two rows a lead.
      guard lead >= 0xA1, trail >= 0xA1 else { return nil }
      let (row, cell) = (lead - 0xA1, trail - 0xA1)
      let first = row / 2 + (row < 62 ? 0x81 : 0xC1)
      let second = row % 2 == 1 ? 0x9F + cell : 0x40 + cell + (cell >= 63 ? 1 : 0)
      return Self.place(first, second, 0x81...0xFC, 0x40...0xFC)
    case .single, .iso2022JP: return nil
    }
  }

  private static func place(
    _ lead: Int, _ trail: Int, _ leads: ClosedRange<Int>, _ trails: ClosedRange<Int>
  ) -> Int? {
    guard leads.contains(lead), trails.contains(trail) else { return nil }
    return (lead - leads.lowerBound) * trails.count + trail - trails.lowerBound
  }

  /// A character of four bytes of GB 18030: of those beyond 16 bits, or of the others that no pair means.
  private func quadruple(_ bytes: [UInt8], _ place: Int) -> (scalar: UInt32, length: Int) {
    guard place + 3 < bytes.count, (0x81...0xFE).contains(bytes[place + 2]),
      (0x30...0x39).contains(bytes[place + 3])
    else { return (0xFFFD, 1) }
    let digits = (0..<4).map { Int(bytes[place + $0]) }
    let number =
      ((digits[0] - 0x81) * 10 + digits[1] - 0x30) * 1260 + (digits[2] - 0x81) * 10 + digits[3]
      - 0x30
    if number >= 189_000 {
      return (number - 189_000 < 0x100000 ? UInt32(number - 189_000 + 0x10000) : 0xFFFD, 4)
    }
    let others = Self.withoutPair
    return (number < others.count ? UInt32(others[number]) : 0xFFFD, 4)
  }

  /// The scalars of 16 bits that no pair of GB 18030 means, in order.
  private static let withoutPair: [UInt16] = {
    guard let page = CodePage(label: "gb18030") else { return [] }
    var isPair = [Bool](repeating: false, count: 0x10000)
    for index in 0..<126 * 191 {
      let scalar = Int(page.scalar(index))
      if scalar != 0xFFFD { isPair[scalar] = true }
    }
    // Pairs of private use are not in the table; 81 scalars of that have no pair.
    for scalar in 0xD800...0xE813 { isPair[scalar] = true }
    return (0x80..<0x10000).filter { !isPair[$0] }.map { UInt16($0) }
  }()

  // MARK: Seven bits

  /// Text of ISO-2022-JP as EUC-JP: behind the sign of two bytes a character each has its upper bit.
  static func shifted(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var (place, isWide) = (0, false)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x1B, place + 2 < bytes.count,
        bytes[place + 1] == 0x24 || bytes[place + 1] == 0x28
      {
        isWide = bytes[place + 1] == 0x24
        place += isWide && bytes[place + 2] == 0x28 ? 4 : 3
        continue
      }
      if byte == 0x0A { isWide = false }
      out.append(isWide && (0x21...0x7E).contains(byte) ? byte | 0x80 : byte)
      place += 1
    }
    return out
  }

  /// Whether a text holds the signs of ISO-2022-JP: two bytes a character, and back.
  static func isShifted(_ bytes: [UInt8]) -> Bool {
    func holds(_ first: UInt8, _ seconds: [UInt8]) -> Bool {
      bytes.indices.dropLast(2).contains {
        bytes[$0] == 0x1B && bytes[$0 + 1] == first && seconds.contains(bytes[$0 + 2])
      }
    }
    return holds(0x24, [0x40, 0x42]) && holds(0x28, [0x42, 0x4A])
  }
}
