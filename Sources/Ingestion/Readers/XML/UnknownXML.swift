internal import Annotation

/// Reads XML whose elements nobody knows: each that holds text of its own is a paragraph.
enum UnknownXML {

  /// Adds the text of a file as one document, with a warning that names its root.
  static func read(_ xml: XMLFile, _ file: SourceFile, into reading: inout Reading) {
    reading.warnings.append(.unknownXML(xml.rootName, file.origin))
    let text = paragraphs(of: xml.tree)
    guard text.hasText else {
      return reading.warnings.append(
        .emptyXML(file.origin, line: xml.line(xml.root), xml.rootName))
    }
    let metadata = MetadataAssembler().assemble(file, line: nil, &reading.warnings)
    reading.documents.append(
      SourceDocument(text: TextNormalizer.normalize(text), metadata: metadata))
  }

  private static func paragraphs(of tree: MarkupTree) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < tree.nodes.count {
      let isParagraph = tree.children(index).contains { child in tree.text(child).hasText }
      guard isParagraph, let line = tree.line(of: index) else {
        index += 1
        continue
      }
      if !text.isEmpty { text += [0x0A, 0x0A] }
      text += FieldMarkup.text(of: Array(line.utf8))?.bytes ?? Array(line.utf8)
      index = Int(tree.nodes[index].end)
    }
    return text
  }
}

extension ArraySlice<UInt8> {

  /// Whether anything can be read in them.
  var hasText: Bool { contains { $0 > 0x20 && $0 != 0x7F } }
}
