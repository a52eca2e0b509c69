internal import Annotation

/// A document as fields with names, one of which is its text.
struct DocumentFields {

  private let file: SourceFile
  private let wide: WideEncoding?
  private var assembler = MetadataAssembler()
  private var body: (name: String, bytes: [UInt8], rank: Int)?
  /// The quotes and names that the fields give.
  var given = GivenFields()

  /// Creates a document without fields.
  ///
  /// - Parameters:
  ///   - file: The file in which it stands.
  ///   - wide: The encoding of that, if its characters are no bytes.
  init(_ file: SourceFile, wide: WideEncoding?) {
    self.file = file
    self.wide = wide
  }

  /// Whether a field of this name is the text.
  func isText(_ name: String) -> Bool { file.options.field(named: name)?.field == .text }

  /// Whether a field of this name is one of ours.
  func isKnown(_ name: String) -> Bool { file.options.field(named: name) != nil }

  /// Takes in a field that is text.
  mutating func add(text bytes: [UInt8], _ name: String) {
    let rank = file.options.field(named: name)?.rank ?? .max - 1
    guard !bytes.isEmpty else { return }
    let last = body
    if rank < body?.rank ?? .max { body = (name, bytes, rank) }
    let rest = body?.name == name ? last.map { ($0.name, $0.bytes) } : (name, bytes)
    if let rest, MetadataField.isPartOfText(rest.0) {
      assembler.add(rest.0, .text(String(decoding: DecodedText.checked(rest.1), as: UTF8.self)))
    }
  }

  /// Takes in a field that tells of the document, without tags and references of HTML.
  mutating func add(_ name: String, _ value: MetadataValue) {
    let isName = file.options.field(named: name)?.field == .id
    assembler.add(name, isName ? value : value.withoutMarkup)
  }

  /// Returns the document; nil where it has no text.
  ///
  /// - Parameters:
  ///   - line: The line in the file at which it begins; nil where it is all of the file.
  ///   - item: Its number among those of the file, where lines do not tell them apart.
  ///   - warnings: Takes what is wrong with it.
  /// - Returns: The document.
  func document(
    line: Int?, item: Int? = nil, _ warnings: inout [IngestionReport.Warning]
  ) -> SourceDocument? {
    guard let body = body ?? given.ownText.map({ ("tokens", $0, 0) }) else { return nil }
    file.options.mapped?.note([body.name], in: file.origin)
    let (bytes, cutCount) = CutOffMark.removed(from: body.bytes)
    if let cutCount { warnings.append(.cutOffText(cutCount, file.origin, line: line)) }
    let (text, isMarkup) = text(of: bytes)
    guard !text.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) else { return nil }
    file.options.log?.note(
      body.name, of: file.options.readerName, as: .text,
      MetadataValue.text(String(decoding: text.bytes.prefix(60), as: UTF8.self)).trimmed ?? "",
      form: isMarkup ? "HTML" : nil)
    var assembler = assembler
    for field in given.loose { assembler.add(field.name, field.value.metadata) }
    let metadata = assembler.assemble(file, line: line, item: item, &warnings)
    let layers = given.layers(of: text, reader: file.options.readerName) { fault in
      warnings.append(.init(fault, file.origin, line: line))
    }
    return SourceDocument(text: text, metadata: metadata, given: layers)
  }

  /// Returns the text that a field holds, and whether it was HTML.
  ///
  /// What has places in it given by numbers stays as it is.
  private func text(of value: [UInt8]) -> (text: NormalizedText, isMarkup: Bool) {
    if given.isNormalized && value.isNormalized {
      return (NormalizedText(bytes: value, originalBytes: value, edits: [], repairs: []), false)
    }
    let decoded = DecodedText(part: value, of: wide)
    if !given.holdsPlaces, let page = FieldMarkup.text(of: decoded.bytes) {
      return (TextNormalizer.normalize(decoded.with(page.bytes)), true)
    }
    return (TextNormalizer.normalize(decoded), false)
  }
}

extension [UInt8] {

  /// Whether nothing that breaks a normalised text is in it, as a source promises.
  fileprivate var isNormalized: Bool {
    !contains { $0 == 0 || $0 == 0x0D } && (try? UTF8Span(validating: span)) != nil
  }
}

extension SourceFile {

  /// The bytes of a file of fields, and its encoding if that is UTF-16 or UTF-32.
  ///
  /// Only these are decoded; others are, value by value. A byte order mark is left out.
  var fielded: (bytes: [UInt8], wide: WideEncoding?) {
    let wide = WideEncoding(of: Array(bytes.prefix(512)))
    let decoded = wide == nil ? bytes : DecodedText(bytes).bytes
    return (decoded.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(decoded[3...]) : decoded, wide)
  }
}
