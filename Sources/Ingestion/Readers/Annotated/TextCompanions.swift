internal import Annotation

/// The files of annotation beside a plain text that are called like it: `a.ann` and `a.jsonld` for
/// `a.txt`.
///
/// A web annotation belongs to the text where it names that, holds no text of its own and names no
/// other.
struct TextCompanions {

  /// The endings of their names.
  static let endings = [StandoffReader.ending, webEnding]

  /// The ending of the names of web annotations.
  static let webEnding = "jsonld"

  /// The longest web annotation that is read with its text, in bytes.
  static let longest = 8 << 20

  private let file: SourceFile
  private let standoff: (name: String, bytes: [UInt8])?
  private let web: (name: String, source: AnnotatedSource)?

  /// Looks for the companions of a file.
  init(of file: SourceFile) {
    self.file = file
    standoff = file.companion(ending: StandoffReader.ending).flatMap {
      StandoffReader().recognizes($0.bytes) ? $0 : nil
    }
    web =
      file.names(ending: Self.webEnding).lazy.compactMap { name in
        file.neighbour(name, Self.longest).flatMap { Self.source($0, named: name, of: file.name) }
          .map { (name, $0) }
      }.first
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
      annotation.read($0.bytes, of: origin($0.name), &warnings)
    }
    guard let web else { return own }
    let other = web.source.layers(of: places, file: origin(web.name), &warnings)
    guard var own else { return other.isEmpty ? nil : other }
    let lost = own.merge(other)
    if lost > 0, let standoff {
      warnings.append(.otherAnnotation(lost, origin(web.name), than: standoff.name))
    }
    return own
  }

  private func origin(_ name: String) -> String {
    let folder = file.origin.lastIndex(of: "/").map { file.origin[...$0] } ?? ""
    return folder + name
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
  static func source(
    _ bytes: [UInt8], named name: String, of text: String
  ) -> AnnotatedSource? {
    guard bytes.count <= longest, WebAnnotationReader().recognizes(bytes) else { return nil }
    return WebAnnotationReader.source(
      in: SourceFile(name: name, origin: name, bytes: bytes), naming: text)
  }
}

extension [UInt8] {

  /// Whether a path ends so, with a dot before it, in small letters or capitals.
  func hasEnding(_ ending: String) -> Bool {
    suffix(ending.utf8.count + 1).elementsEqual(("." + ending).utf8) { own, other in
      own == other || 0x41...0x5A ~= own && own | 0x20 == other
    }
  }
}
