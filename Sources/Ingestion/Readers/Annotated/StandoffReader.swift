internal import Annotation

/// Reads the stand-off annotation of brat: a file `.ann` with the text beside it as `.txt`.
///
/// A text that lies in a folder with its annotation is read with it by `PlainTextReader`; this reader
/// is for annotations that are named, and for texts where it is asked for. Source: https://brat.nlplab.org/standoff.html.
public struct StandoffReader: DocumentReader {

  /// `brat`.
  public static let name = "brat"

  /// None: in folders it is the text that is met.
  public static let extensions: [String] = []

  /// The ending of the names of annotations, in lower case.
  static let ending = "ann"

  /// Creates the reader.
  public init() {}

  /// Whether the first line is an entity, relation, event, attribute or note.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let line = start.prefix { $0 != 0x0A }
    guard let first = line.first, "TREAMN".utf8.contains(first),
      let tab = line.firstIndex(of: 0x09), tab > 1
    else { return false }
    return line[1..<tab].allSatisfy { (0x30...0x39).contains($0) }
      && line[(tab + 1)...].contains(0x20)
  }

  /// Reads the text that the annotation is of, or the annotation of the text.
  public func read(_ file: SourceFile) -> Reading {
    if PlainTextReader.extensions.contains(SourceFile.pathExtension(file.name)) {
      return text(file)
    }
    var reading = Reading()
    guard let (name, text) = file.companion(ending: "txt") else {
      reading.warnings.append(.noAnnotatedText(file.stem + ".txt", file.origin))
      return reading
    }
    var metadata = DocumentMetadata(id: name, origin: file.origin)
    metadata.date = CalendarDay(inPath: name)
    let standoff = StandoffText(text, unit: .scalars)
    var annotation = StandoffAnnotation(standoff)
    let layers = annotation.read(file.bytes, of: file.origin, &reading.warnings)
    reading.documents = [
      SourceDocument(text: standoff.text, metadata: metadata, given: layers)
    ]
    return reading
  }
}

extension StandoffReader {

  /// Reads a text with its annotation; without one it is left out.
  private func text(_ file: SourceFile) -> Reading {
    if file.companion(ending: Self.ending) != nil { return PlainTextReader().read(file) }
    var reading = Reading()
    reading.warnings.append(.noStandoff("\(file.stem).\(Self.ending)", file.origin))
    return reading
  }
}
