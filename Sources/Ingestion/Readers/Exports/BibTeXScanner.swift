/// Goes through the entries of a file of BibTeX.
struct BibTeXScanner {

  /// An entry of a file.
  struct Entry {
    /// Its type in lower case, like `article`.
    let type: String
    /// The number of its first line, from one.
    let line: Int
    /// What it is called in the file.
    var key = ""
    /// Its fields with names in lower case, as they are written between braces or marks.
    var fields: [(name: String, value: [UInt8])] = []
    /// What is wrong with it; nil for nothing.
    var problem: String?
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  /// The place up to which lines are counted.
  private var counted = 0
  /// The values of names, in lower case: those of months, and those of `@string`.
  private var strings: [String: [UInt8]]

  /// Creates a view of entries.
  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    line = firstLine
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    strings = Dictionary(uniqueKeysWithValues: months.map { ($0, Array($0.utf8)) })
  }

  /// Returns the next entry; nil behind the last.
  mutating func next() -> Entry? {
    while let start = entryStart(from: position) {
      position = start + 1
      let type = word { $0.isTeXLetter }.lowercased()
      skipBlanks()
      guard position < bytes.count, bytes[position] == 0x7B || bytes[position] == 0x28 else {
        continue
      }
      if type == "comment" || type == "preamble" {
        skipGroup()
        continue
      }
      var entry = Entry(type: type, line: line(of: start))
      let close: UInt8 = bytes[position] == 0x7B ? 0x7D : 0x29
      position += 1
      if type != "string" {
        skipBlanks()
        entry.key = word { $0 > 0x20 && $0 != 0x2C && $0 != close && $0 != 0x3D }
      }
      readFields(&entry, until: close)
      if type != "string" { return entry }
      for field in entry.fields { strings[field.name] = field.value }
    }
    return nil
  }

  // MARK: Fields

  private mutating func readFields(_ entry: inout Entry, until close: UInt8) {
    while true {
      skipBlanks(and: 0x2C)
      guard position < bytes.count else { break }
      if bytes[position] == close {
        position += 1
        return
      }
      let start = position
      let name = word {
        $0.isTeXLetter || (0x30...0x39).contains($0) || [0x2D, 0x5F, 0x3A].contains($0)
      }
      skipBlanks()
      guard !name.isEmpty, position < bytes.count, bytes[position] == 0x3D else {
        position = start
        break
      }
      position += 1
      let (value, isWhole) = value(until: close)
      entry.fields.append((name.lowercased(), value))
      if !isWhole { break }
    }
    entry.problem = "the reference has no end"
  }

  /// Reads a value of one part or of several with sharps between; nothing more where it has no end.
  private mutating func value(until close: UInt8) -> (bytes: [UInt8], isWhole: Bool) {
    var value: [UInt8] = []
    while true {
      skipBlanks()
      guard position < bytes.count else { return (value, false) }
      if bytes[position] == 0x7B || bytes[position] == 0x22 {
        let (part, isWhole) = group()
        value += part
        if !isWhole { return (value, false) }
      } else {
        let name = word { $0 > 0x20 && $0 != 0x2C && $0 != 0x23 && $0 != close }
        value += strings[name.lowercased()] ?? Array(name.utf8)
      }
      skipBlanks()
      guard position < bytes.count, bytes[position] == 0x23 else { return (value, true) }
      position += 1
    }
  }

  /// Reads what stands between braces or marks, with those inside; up to the next entry where it has no
  /// end.
  private mutating func group() -> (bytes: [UInt8], isWhole: Bool) {
    let isMarked = bytes[position] == 0x22
    let start = position + 1
    var depth = isMarked ? 0 : 1
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth == 0, !isMarked {
          position = index + 1
          return (Array(bytes[start..<index]), true)
        }
        if depth < 0 {
          position = index
          return (Array(bytes[start..<index]), false)
        }
      case 0x22 where isMarked && depth == 0:
        position = index + 1
        return (Array(bytes[start..<index]), true)
      case 0x0A where isEntry(at: index + 1):
        position = index
        return (Array(bytes[start..<index]), false)
      default: break
      }
      index += 1
    }
    position = bytes.count
    return (Array(bytes[min(start, bytes.count)...]), false)
  }

  private mutating func skipGroup() {
    if bytes[position] == 0x7B { _ = group() } else { position += 1 }
  }

  // MARK: Places

  /// The place of the next type at the start of a line.
  private func entryStart(from place: Int) -> Int? {
    var index = place
    while let start = bytes[min(index, bytes.count)...].firstIndex(of: 0x40) {
      let line = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      // Several may stand on a line.
      let isFree = bytes[max(line, min(place, start))..<start].allSatisfy {
        $0 <= 0x20 || $0 >= 0x80
      }
      if isFree { return start }
      index = start + 1
    }
    return nil
  }

  /// Whether an entry begins at a place: its type and a brace.
  private func isEntry(at place: Int) -> Bool {
    guard place < bytes.count, bytes[place] == 0x40 else { return false }
    let rest = bytes[(place + 1)...].prefix(40)
    let type = rest.prefix { $0.isTeXLetter }
    return !type.isEmpty && rest.dropFirst(type.count).first { $0 > 0x20 } == 0x7B
  }

  private mutating func line(of place: Int) -> Int {
    line += bytes[counted..<max(counted, place)].count { $0 == 0x0A }
    counted = max(counted, place)
    return line
  }

  private mutating func skipBlanks(and other: UInt8 = 0x20) {
    while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == other {
      position += 1
    }
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let word = bytes[min(position, bytes.count)...].prefix(while: isPart)
    position += word.count
    return word.text
  }
}

extension UInt8 {

  /// Whether it is a letter of ASCII, as commands of TeX consist of.
  var isTeXLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
