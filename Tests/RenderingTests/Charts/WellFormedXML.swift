import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Tells whether bytes are well-formed XML.
enum WellFormedXML {

  /// Returns the first mistake, or nil.
  static func mistake(in bytes: [UInt8]) -> String? {
    let parser = XMLParser(data: Data(bytes))
    if parser.parse() { return nil }
    return "line \(parser.lineNumber): \(String(describing: parser.parserError))"
  }
}
