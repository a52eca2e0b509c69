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

  /// Returns the longest list of documents in the object at `start`, or where there is none, the longest
  /// list of objects; nil where there is none of these either.
  ///
  /// - Parameters:
  ///   - start: Where the object begins.
  ///   - depth: How deep it stands in the first.
  ///   - isText: Whether a field of a name is a text.
  /// - Returns: Where the list stands, and whether it is one of documents.
  func longestList(
    inObjectAt start: Int, depth: Int = 0, isText: (String) -> Bool
  ) -> (range: Range<Int>, isOfDocuments: Bool)? {
    guard depth < 6 else { return nil }
    var longest: (range: Range<Int>, isOfDocuments: Bool)?
    for member in members(ofObjectAt: start) where member.value.lowerBound < bytes.count {
      let first = member.value.lowerBound
      let found: (range: Range<Int>, isOfDocuments: Bool)? =
        switch bytes[first] {
        case 0x5B where isList(at: first):
          (member.value, holdsDocument(listAt: first, isText: isText))
        case 0x7B: longestList(inObjectAt: first, depth: depth + 1, isText: isText)
        default: nil
        }
      guard let found else { continue }
      guard let best = longest else {
        longest = found
        continue
      }
      let isBetter =
        found.isOfDocuments == best.isOfDocuments
        ? found.range.count > best.range.count : found.isOfDocuments
      if isBetter { longest = found }
    }
    return longest
  }

  /// Whether a list of objects begins at `start`.
  func isList(at start: Int) -> Bool {
    let first = skipBlanks(from: start + 1)
    return first < bytes.count && bytes[first] == 0x7B
  }

  /// Whether it begins with a page of an answer: an object that is no document, and holds a list of such
  /// as are.
  var isPage: Bool {
    let isText: (String) -> Bool = { MetadataField.named($0)?.field == .text }
    guard bytes.first == 0x7B, !isDocument(at: 0, isText: isText) else { return false }
    return longestList(inObjectAt: 0, isText: isText)?.isOfDocuments ?? false
  }

  /// Whether it begins with an article in linked data, or a list of such, and not with an annotation.
  var isLinkedArticle: Bool {
    let isText: (String) -> Bool = { MetadataField.named($0)?.field == .text }
    if bytes.first == 0x5B { return holdsDocument(listAt: 0, isText: isText) }
    let names = members(ofObjectAt: 0).map { String(decoding: $0.name, as: UTF8.self) }
    return !names.contains("target")
      && (isDocument(at: 0, isText: isText)
        || longestList(inObjectAt: 0, isText: isText)?.isOfDocuments ?? false)
  }

  /// Whether one of the first objects of a list is a document.
  private func holdsDocument(listAt start: Int, isText: (String) -> Bool) -> Bool {
    var place = skipBlanks(from: start + 1)
    for _ in 0..<Self.weighedItems where place < bytes.count && bytes[place] == 0x7B {
      if isDocument(at: place, isText: isText) { return true }
      guard let end = end(of: place) else { return false }
      place = skipBlanks(from: end)
      if place < bytes.count, bytes[place] == 0x2C { place = skipBlanks(from: place + 1) }
    }
    return false
  }

  /// How many objects of a list are looked at for what it holds.
  private static let weighedItems = 8

  /// Whether the object at `start` has a text, be it in an object that only holds its fields; a list of
  /// documents is none.
  func isDocument(at start: Int, depth: Int = 0, isText: (String) -> Bool) -> Bool {
    members(ofObjectAt: start).contains { member in
      let name = String(decoding: member.name, as: UTF8.self)
      let first = member.value.lowerBound
      guard first < bytes.count else { return isText(name) }
      if isText(name) {
        // `speech` of a quotation is true or false.
        let isFlag = bytes[first] == 0x74 || bytes[first] == 0x66
        return !isFlag && !isListOfDocuments(at: first, isText: isText)
      }
      guard bytes[first] == 0x7B, depth == 0 else { return false }
      if DocumentFields.isWrapper(name) { return isDocument(at: first, depth: 1, isText: isText) }
      return members(ofObjectAt: first).contains {
        isText("\(name).\(String(decoding: $0.name, as: UTF8.self))")
      }
    }
  }

  /// Whether what begins at `start` is a list of objects that have texts and addresses or days, as against
  /// the paragraphs of one.
  private func isListOfDocuments(at start: Int, isText: (String) -> Bool) -> Bool {
    guard bytes[start] == 0x5B, isList(at: start) else { return false }
    let names = members(ofObjectAt: skipBlanks(from: start + 1)).map {
      String(decoding: $0.name, as: UTF8.self)
    }
    return names.contains(where: isText)
      && names.contains { [.url, .date].contains(MetadataField.named($0)?.field) }
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
