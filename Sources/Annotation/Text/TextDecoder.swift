/// A text as it came, decoded to valid UTF-8 and otherwise unchanged.
public struct DecodedText: Sendable {

  /// The text.
  public let bytes: [UInt8]

  /// What had to be repaired to decode it.
  private(set) var tally: RepairTally

  /// Decodes the bytes of a file.
  ///
  /// A byte order mark, or without one the places of the NUL bytes, tells UTF-16 and UTF-32. Bytes
  /// that are not valid UTF-8 become the characters of Windows-1252 where they look like it, or where
  /// all of the text is, those of Mac Roman where they make words only so, and U+FFFD elsewhere.
  public init(_ raw: [UInt8]) {
    var tally = RepairTally()
    if let wide = WideEncoding(of: raw) {
      tally.add(wide.repair)
      bytes = wide.decode(raw, &tally)
    } else if let fault = Self.firstFault(raw) {
      bytes = Self.decodeUTF8(raw, from: fault, &tally)
    } else {
      bytes = raw
    }
    self.tally = tally
  }

  /// Decodes a part of a text, like the value of a field.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - wide: The encoding of the text, if its characters are no bytes; a repair of each part.
  public init(part: [UInt8], of wide: WideEncoding?) {
    self.init(part)
    if let wide { tally.add(wide.repair) }
  }

  private init(_ bytes: [UInt8], _ tally: RepairTally) {
    self.bytes = bytes
    self.tally = tally
  }

  /// Returns a text that was made of this one, as by leaving out its tags, with the same repairs.
  package func with(_ bytes: [UInt8]) -> DecodedText { DecodedText(bytes, tally) }

  private static func firstFault(_ raw: [UInt8]) -> Int? {
    var index = 0
    while index < raw.count {
      if raw[index] < 0x80 {
        index += 1
        continue
      }
      let sequence = UTF8Sequence(raw, at: index)
      if !sequence.isValid { return index }
      index += sequence.length
    }
    return nil
  }
}

// MARK: Invalid UTF-8

extension DecodedText {

  private static func decodeUTF8(
    _ raw: [UInt8], from fault: Int, _ tally: inout RepairTally
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + 64)
    if MacRoman.looksLike(raw) {
      for byte in raw { UTF8Sequence.append(MacRoman.scalar(byte), to: &bytes) }
      tally.add(.macRoman, raw.count { $0 >= 0x80 })
      return bytes
    }
    let isWindows1252 = isWindows1252(raw)
    var index = isWindows1252 ? 0 : fault
    bytes.append(contentsOf: raw[..<index])
    while index < raw.count {
      let sequence = UTF8Sequence(raw, at: index)
      if sequence.isValid, !isWindows1252 || sequence.length == 1 {
        bytes.append(contentsOf: raw[index..<index + sequence.length])
        index += sequence.length
      } else {
        let end =
          isWindows1252
          ? raw[index...].firstIndex { $0 < 0x80 } ?? raw.count : endOfStrayRun(raw, from: index)
        decodeStray(raw, index..<end, isWindows1252, into: &bytes, &tally)
        index = end
      }
    }
    return bytes
  }

  private static func endOfStrayRun(_ raw: [UInt8], from start: Int) -> Int {
    var end = start
    while end < raw.count {
      let sequence = UTF8Sequence(raw, at: end)
      if sequence.isValid { break }
      end += sequence.length
    }
    return end
  }

  private static func decodeStray(
    _ raw: [UInt8], _ run: Range<Int>, _ isWindows1252: Bool, into bytes: inout [UInt8],
    _ tally: inout RepairTally
  ) {
    let isDefined = isWindows1252 && raw[run].allSatisfy(Windows1252.isDefined)
    if isDefined || looksLikeWindows1252(raw, run) {
      for byte in raw[run] { UTF8Sequence.append(Windows1252.scalar(byte), to: &bytes) }
      tally.add(.windows1252, run.count)
      return
    }
    var index = run.lowerBound
    while index < run.upperBound {
      index += UTF8Sequence(raw, at: index).length
      UTF8Sequence.append(0xFFFD, to: &bytes)
      tally.add(.invalidUTF8)
    }
  }

  /// Whether all of a text is Windows-1252: some of its stray bytes look like it, and nothing in it is
  /// surely UTF-8 beyond ASCII.
  ///
  /// A capital with an accent and a mark behind it look like a rare letter, É and » like ɻ. They are
  /// such where there are more stray bytes than of them, or as many and each ends a word in capitals.
  private static func isWindows1252(_ raw: [UInt8]) -> Bool {
    var (index, hasSign, strays, doubtful, isCapitals) = (0, false, 0, 0, true)
    while index < raw.count {
      if raw[index] < 0x80 {
        index += 1
        continue
      }
      let sequence = UTF8Sequence(raw, at: index)
      if sequence.isValid {
        guard isDoubtful(raw[index]) else { return false }
        doubtful += 1
        isCapitals = isCapitals && isMarkedCapital(raw, at: index)
        index += sequence.length
        continue
      }
      let end = endOfStrayRun(raw, from: index)
      hasSign = hasSign || looksLikeWindows1252(raw, index..<end)
      strays += end - index
      index = end
    }
    guard doubtful > 0 else { return hasSign }
    let isMore = strays > doubtful || strays == doubtful && isCapitals
    return hasSign && isMore && raw.allSatisfy(Windows1252.isDefined)
  }

  /// Whether two bytes are the last letter of a word in capitals and a mark behind it, as in „NÖ“.
  private static func isMarkedCapital(_ raw: [UInt8], at index: Int) -> Bool {
    let isBehindCapital = index > 0 && (0x41...0x5A).contains(raw[index - 1])
    let isMark = (0xC4...0xDE).contains(raw[index]) && Windows1252.isPunctuation(raw[index + 1])
    return isBehindCapital && isMark && !(index + 2 < raw.count && isLetter(raw[index + 2]))
  }

  /// Whether a character of UTF-8 that begins so is rather several of Windows-1252, where most others
  /// are: no letter or mark of a Western language does.
  private static func isDoubtful(_ lead: UInt8) -> Bool {
    (0xC4...0xEE).contains(lead) && lead != 0xE2
  }

  /// Whether stray bytes read as Windows-1252.
  ///
  /// They do if they are one character that the code page defines, or several that are punctuation
  /// or letters. What the end of the file cuts off is rather UTF-8, but not two letters there, nor a
  /// letter that is all of the file.
  private static func looksLikeWindows1252(_ raw: [UInt8], _ run: Range<Int>) -> Bool {
    let first = raw[run.lowerBound]
    let isCutOff =
      run.upperBound == raw.count && UTF8Sequence.length(first) > run.count
      && UTF8Sequence(raw, at: run.lowerBound).length == run.count
    if isCutOff && run.count > 1 || !raw[run].allSatisfy(Windows1252.isDefined) { return false }
    if run.count == 1 {
      return !isCutOff || run.lowerBound == 0 || isLetter(raw[run.lowerBound - 1])
    }
    return raw[run].allSatisfy { Windows1252.isPunctuation($0) || $0 >= 0xC0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
