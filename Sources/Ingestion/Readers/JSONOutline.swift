/// Where the values of a JSON text begin and end, told by brackets and quotes alone.
///
/// It finds its way through a text that is not valid, too, and takes memory for nothing.
struct JSONOutline {

  private let bytes: [UInt8]

  /// Creates the outline of a text.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the first place from `start` on that is not blank; the end where there is none.
  func skipBlanks(from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    return place
  }

  /// Returns where the value ends that begins at `start`; nil where it does not.
  func end(of start: Int) -> Int? {
    let bytes = bytes.span
    var (place, depth) = (start, 0)
    while place < bytes.count {
      switch bytes[place] {
      case 0x22:
        guard let end = endOfText(place) else { return nil }
        place = end
        if depth == 0 { return place }
        continue
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D:
        if depth == 0 { return place }
        depth -= 1
        if depth == 0 { return place + 1 }
      case 0x2C where depth == 0: return place
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Returns the place behind the quote that closes the one at `start`.
  private func endOfText(_ start: Int) -> Int? {
    let bytes = bytes.span
    var place = start + 1
    while place < bytes.count {
      if bytes[place] == 0x22 { return place + 1 }
      place += bytes[place] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// Returns the names of the object at `start`, each with where its value stands.
  ///
  /// What is no member, and all behind it, is left out; a value without an end goes to that of the text.
  func members(ofObjectAt start: Int) -> [(name: [UInt8], value: Range<Int>)] {
    var members: [(name: [UInt8], value: Range<Int>)] = []
    var place = skipBlanks(from: start + 1)
    while place < bytes.count, bytes[place] == 0x22, let end = endOfText(place) {
      let name = Array(bytes[(place + 1)..<(end - 1)])
      let colon = skipBlanks(from: end)
      guard colon < bytes.count, bytes[colon] == 0x3A else { break }
      let first = skipBlanks(from: colon + 1)
      let last = self.end(of: first) ?? bytes.count
      members.append((name, first..<max(first, last)))
      let comma = skipBlanks(from: last)
      guard comma < bytes.count, bytes[comma] == 0x2C else { break }
      place = skipBlanks(from: comma + 1)
    }
    return members
  }

  /// Returns the longest list of objects in the object at `start`; nil where there is none.
  func longestList(inObjectAt start: Int, depth: Int = 0) -> Range<Int>? {
    guard depth < 6 else { return nil }
    var longest: Range<Int>?
    for member in members(ofObjectAt: start) where member.value.lowerBound < bytes.count {
      let first = member.value.lowerBound
      let found: Range<Int>? =
        switch bytes[first] {
        case 0x5B where isList(at: first): member.value
        case 0x7B: longestList(inObjectAt: first, depth: depth + 1)
        default: nil
        }
      if let found, found.count > longest?.count ?? 0 { longest = found }
    }
    return longest
  }

  /// Whether a list of objects begins at `start`.
  private func isList(at start: Int) -> Bool {
    let first = skipBlanks(from: start + 1)
    return first < bytes.count && bytes[first] == 0x7B
  }

  /// Whether it begins with a page of an answer: an object that is no document, and holds a list of such
  /// as are.
  var isPage: Bool {
    guard bytes.first == 0x7B, !isDocument(at: 0), let list = longestList(inObjectAt: 0) else {
      return false
    }
    return isDocument(at: skipBlanks(from: list.lowerBound + 1))
  }

  /// Whether the object at `start` has a text.
  private func isDocument(at start: Int) -> Bool {
    members(ofObjectAt: start).contains {
      MetadataField.named(String(decoding: $0.name, as: UTF8.self))?.field == .text
    }
  }

  /// Returns where the next object of a list begins behind one that is damaged at `fault`.
  ///
  /// - Parameters:
  ///   - fault: The place of the damage.
  ///   - hasComma: Whether a comma parts the objects; else they follow each other.
  /// - Returns: The place, or nil where there is none.
  func nextObject(behind fault: Int, hasComma: Bool = true) -> Int? {
    var place = fault
    while place < bytes.count {
      guard bytes[place] == 0x7D else {
        place += 1
        continue
      }
      let comma = skipBlanks(from: place + 1)
      let isParted = comma < bytes.count && bytes[comma] == 0x2C
      let next = isParted ? skipBlanks(from: comma + 1) : comma
      if isParted || !hasComma, next < bytes.count, bytes[next] == 0x7B { return next }
      place += 1
    }
    return nil
  }
}
