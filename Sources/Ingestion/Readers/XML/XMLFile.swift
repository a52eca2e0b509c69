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
    let (tree, fault) = XMLReader.read(source.bytes)
    guard let root = tree.indices.first(where: { !tree.nodes[$0].isText }) else {
      warnings.append(.noXML(file.origin))
      return nil
    }
    if let fault {
      warnings.append(
        fault.isTooLarge
          ? .tooLargeXML(file.origin, line: fault.line, byteCount: file.bytes.count)
          : .malformedXML(fault.message, file.origin, line: fault.line))
    }
    self.tree = tree
    self.root = root
  }

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
