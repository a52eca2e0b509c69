internal import Annotation

/// A file that is one value of JSON.
struct JSONFile {

  private let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  /// Returns the value; nil, with a warning, where the file is none.
  ///
  /// Of a list that is damaged or cut off the items that are whole are the value.
  ///
  /// - Parameters:
  ///   - reading: Takes what is wrong with it.
  ///   - lists: The names under which an object that is all of the file may hold such a list.
  /// - Returns: The value.
  func value(_ reading: inout Reading, lists: [String] = []) -> JSONValue? {
    let bytes = DecodedText.checked(file.bytes)
    guard bytes.contains(where: { $0 > 0x20 }) else {
      reading.warnings.append(.noText(file.origin, line: nil))
      return nil
    }
    do {
      return try JSONScanner.value(bytes)
    } catch {
      let before = bytes[..<min(error.offset, bytes.count)]
      let line = file.firstLine + before.count { $0 == 0x0A }
      let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      let items = Self.wholeItems(of: bytes, lists)
      reading.warnings.append(
        items.isEmpty
          ? .badAnnotation("\(error.message) at byte \(column)", file.origin, line: line)
          : .invalidJSON(error.message, file.origin, line: line, column: column))
      return items.isEmpty ? nil : .array(items)
    }
  }

  /// The items that are whole of the list that a text is, or that it holds under one of some names.
  private static func wholeItems(of bytes: [UInt8], _ lists: [String]) -> [JSONValue] {
    let outline = JSONOutline(bytes)
    var place = outline.skipBlanks(from: 0)
    if place < bytes.count, bytes[place] == 0x7B {
      let list = outline.members(ofObjectAt: place).first { member in
        lists.contains { member.name.elementsEqual($0.utf8) }
      }
      place = list?.value.lowerBound ?? bytes.count
    }
    guard place < bytes.count, bytes[place] == 0x5B else { return [] }
    var items: [JSONValue] = []
    place = outline.skipBlanks(from: place + 1)
    while let end = outline.end(of: place), end > place {
      if let item = try? JSONScanner.value(Array(bytes[place..<end])) { items.append(item) }
      place = outline.skipBlanks(from: end)
      guard place < bytes.count, bytes[place] == 0x2C else { break }
      place = outline.skipBlanks(from: place + 1)
    }
    return items
  }
}
