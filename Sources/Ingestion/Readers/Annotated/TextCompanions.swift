internal import Annotation

/// The files of annotation beside a plain text that are called like it: `a.ann` and `a.jsonld` for
/// `a.txt`.
///
/// A web annotation belongs to the text where it names that, holds no text of its own and names no
/// other.
struct TextCompanions {

  /// The endings of their names.
  static let endings = [StandoffReader.ending, "jsonld"]

  /// The longest web annotation that is read with its text, in bytes.
  private static let longest = 8 << 20

  private let file: SourceFile
  private let standoff: [UInt8]?
  private let web: AnnotatedSource?

  /// Looks for the companions of a file.
  init(of file: SourceFile) {
    self.file = file
    standoff = file.companion("\(file.stem).\(StandoffReader.ending)").flatMap {
      StandoffReader().recognizes($0) ? $0 : nil
    }
    web = file.neighbour("\(file.stem).jsonld", Self.longest).flatMap {
      Self.source($0, named: "\(file.stem).jsonld", of: file.name)
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { standoff == nil && web == nil }

  /// Returns what they say of the text; nil where that is nothing.
  ///
  /// Of a quote or a name that both give at one place that of brat is kept, and told where the
  /// other says something else.
  func layers(
    of text: NormalizedText, _ warnings: inout [IngestionReport.Warning]
  ) -> GivenLayers? {
    let places = StandoffText(text, unit: .scalars)
    var annotation = StandoffAnnotation(places)
    let own = standoff.flatMap {
      annotation.read($0, of: origin(StandoffReader.ending), &warnings)
    }
    guard let other = web?.layers(of: places, file: origin("jsonld"), &warnings) else { return own }
    guard var own else { return other.isEmpty ? nil : other }
    let lost = own.merge(other)
    if lost > 0 {
      warnings.append(
        .otherAnnotation(lost, origin("jsonld"), than: "\(file.stem).\(StandoffReader.ending)"))
    }
    return own
  }

  private func origin(_ ending: String) -> String {
    let folder = file.origin.lastIndex(of: "/").map { file.origin[...$0] } ?? ""
    return "\(folder)\(file.stem).\(ending)"
  }

  // MARK: Files beside each other

  /// The name of the format of an annotation at a path.
  static func reader(of path: [UInt8]) -> String {
    path.hasEnding(StandoffReader.ending) ? StandoffReader.name : WebAnnotationReader.name
  }

  /// Whether a file is an annotation of the text beside it.
  static func isAnnotation(_ path: [UInt8], of text: [UInt8]) -> Bool {
    if path.hasEnding(StandoffReader.ending) {
      return (try? FileReading.start(of: path, 65_536)).map(StandoffReader().recognizes) ?? false
    }
    guard let bytes = try? FileReading.start(of: path, longest + 1) else { return false }
    return source(bytes, named: name(of: path), of: name(of: text)) != nil
  }

  private static func name(of path: [UInt8]) -> String {
    String(decoding: path.split(separator: 0x2F).last ?? [], as: UTF8.self)
  }

  /// What a web annotation says of a text of that name, if that is all that it is about.
  private static func source(
    _ bytes: [UInt8], named name: String, of text: String
  ) -> AnnotatedSource? {
    guard bytes.count <= longest, WebAnnotationReader().recognizes(bytes) else { return nil }
    return WebAnnotationReader.source(
      in: SourceFile(name: name, origin: name, bytes: bytes), naming: text)
  }
}

extension [UInt8] {

  /// Whether a path ends so, with a dot before it.
  func hasEnding(_ ending: String) -> Bool {
    suffix(ending.utf8.count + 1).elementsEqual(("." + ending).utf8)
  }
}
