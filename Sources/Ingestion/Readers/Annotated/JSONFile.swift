internal import Annotation

/// A file that is one value of JSON.
struct JSONFile {

  private let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  /// Returns the value; nil, with a warning, where the file is none.
  func value(_ reading: inout Reading) -> JSONValue? {
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
      reading.warnings.append(
        .badAnnotation("\(error.message) at byte \(column)", file.origin, line: line))
      return nil
    }
  }
}
