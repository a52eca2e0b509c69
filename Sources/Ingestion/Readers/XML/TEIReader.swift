internal import Annotation

/// Reads texts of the Text Encoding Initiative (TEI P5), and corpora of them.
///
/// The paragraphs and headings are those of the file. What `said`, `q`, `quote`, `sp` and `u` hold is
/// taken for a quote where they tell `who` speaks, and `said` in any case; names are taken for mentions,
/// beside which others are looked for where some have no reference. Title pages, lists of what stands where,
/// notes, forms of the page and the wrong
/// one of a `choice` are left out, but for a note that names the speaker of the speech behind it.
public struct TEIReader: DocumentReader {

  /// `tei`.
  public static let name = "tei"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["tei", "xml"]

  static let roots = ["TEI", "teiCorpus", "TEI.2"]

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with the root element of TEI.
  public func recognizes(_ start: [UInt8]) -> Bool {
    MarkupRoot.name(in: start).map { Self.roots.contains($0) } ?? false
  }

  /// Reads a file as a document a `TEI`.
  public func read(_ file: SourceFile) -> Reading {
    XMLFile.read(file, roots: Self.roots) { xml, reading in
      let texts = xml.tree.indices.filter {
        xml.tree.name($0) == "TEI" || xml.tree.name($0) == "TEI.2"
      }
      if texts.isEmpty {
        reading.warnings.append(.emptyXML(file.origin, line: xml.line(xml.root), xml.rootName))
      }
      let people = TEIPeople(xml.tree)
      var lost: (count: Int, first: String)?
      for element in texts {
        let own = Self.read(element, of: xml, people, isOne: texts.count == 1, file, into: &reading)
        if let own { lost = ((lost?.count ?? 0) + own.count, lost?.first ?? own.first) }
      }
      if let lost {
        reading.warnings.append(.lostSpeakers(lost.count, first: lost.first, file.origin))
      }
    }
  }

  /// Reads a text.
  ///
  /// - Returns: How many references to speakers lead to nobody, and the first of them.
  private static func read(
    _ element: Int, of xml: XMLFile, _ people: TEIPeople, isOne: Bool, _ file: SourceFile,
    into reading: inout Reading
  ) -> (count: Int, first: String)? {
    let line = xml.line(element)
    let header = TEIHeader(xml.tree, of: element)
    let text = TEIText(xml.tree, element, people, header)
    guard text.bytes.hasText else {
      reading.warnings.append(.emptyXML(file.origin, line: line, xml.tree.name(element)))
      return nil
    }
    var assembler = MetadataAssembler()
    for field in header.fields { assembler.add(field.name, field.value) }
    let metadata = assembler.assemble(file, line: isOne ? nil : line, &reading.warnings)
    let normalized = TextNormalizer.normalize(text.bytes)
    reading.documents.append(
      SourceDocument(text: normalized, metadata: metadata, given: text.layers(in: normalized)))
    return text.marks.lost
  }
}
