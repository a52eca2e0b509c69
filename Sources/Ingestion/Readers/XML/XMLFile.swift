internal import Annotation

/// A file of XML as its readers take it: its tree and its root, with the warnings told.
struct XMLFile {

  /// The elements of the file.
  let tree: MarkupTree
  /// The root element.
  let root: Int

  /// The name of the root.
  var rootName: String { tree.name(root) }

  /// Reads a file, or returns nil where there is no element in it.
  init?(_ file: SourceFile, _ warnings: inout [IngestionReport.Warning]) {
    let source = DeclaredEncoding.xml(file.bytes)
    if let label = source.unknownLabel { warnings.append(.unknownEncoding(label, file.origin)) }
    let (tree, faults) = XMLReader.read(source.bytes)
    guard let root = tree.indices.first(where: { !tree.nodes[$0].isText }) else {
      warnings.append(.noXML(file.origin))
      return nil
    }
    for fault in faults {
      warnings.append(
        fault.isTooLarge
          ? .tooLargeXML(file.origin, line: fault.line, byteCount: file.bytes.count)
          : .malformedXML(
            fault.message, file.origin, line: fault.line, isResumed: fault.isResumed))
    }
    if let name = Self.ownEntity(in: source.bytes) {
      warnings.append(.ownEntity(name, file.origin))
    }
    self.tree = tree
    self.root = root
  }

  /// The name of an entity that a file declares and refers to; nil where there is none.
  private static func ownEntity(in bytes: [UInt8]) -> String? {
    var place = 0
    var count = 0
    while count < 32, let start = bytes.place(of: declaration, in: place..<min(65_536, bytes.count))
    {
      let name = bytes[(start + declaration.count)...].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      place = name.endIndex
      count += 1
      // References in other declarations are not counted, and those of HTML are read.
      let reference = [0x26] + Array(name) + [0x3B]
      let end = bytes.place(of: [0x5D, 0x3E], in: place..<bytes.count) ?? place
      if name.isEmpty || HTMLEntity(reference, at: 0) != nil { continue }
      if bytes.place(of: reference, in: end..<bytes.count) != nil {
        return String(decoding: name, as: UTF8.self)
      }
    }
    return nil
  }

  private static let declaration = Array("<!ENTITY ".utf8)

  /// Reads a file by its root element.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - roots: The names of the root elements that a reader knows.
  ///   - read: Reads a file with such a root; any other is read as text, with a warning.
  /// - Returns: The documents and what is wrong.
  static func read(
    _ file: SourceFile, roots: [String], _ read: (XMLFile, inout Reading) -> Void
  ) -> Reading {
    var reading = Reading()
    guard let xml = XMLFile(file, &reading.warnings) else { return reading }
    if roots.contains(xml.rootName) {
      read(xml, &reading)
    } else if xml.rootName.lowercased() == "html" {
      return HTMLReader().read(file)
    } else {
      UnknownXML.read(xml, file, into: &reading)
    }
    return reading
  }

  /// The line of an element.
  func line(_ index: Int) -> Int { Int(tree.nodes[index].line) }
}

extension [UInt8] {

  /// Returns where others stand first in a part of the bytes.
  fileprivate func place(of other: [UInt8], in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start + other.count <= range.upperBound {
      if holds(other, at: start) { return start }
      start += 1
    }
    return nil
  }
}
