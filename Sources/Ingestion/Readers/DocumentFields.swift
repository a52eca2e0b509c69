internal import Annotation

/// A document as fields with names, one of which is its text.
struct DocumentFields {

  private let file: SourceFile
  private let wide: WideEncoding?
  private var assembler = MetadataAssembler()
  private typealias Text = (name: String, bytes: [UInt8], rank: Int)
  /// The fields that are text, in their order.
  private var texts: [Text] = []
  /// Whether values are what they are, and none holds markup.
  var isPlain = false
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

  /// Takes in the members of an object; one of our own exports says that its values are what they are.
  mutating func add(_ members: [(name: String, value: JSONValue)]) {
    isPlain = members.contains { $0.name == "normalized" && $0.value.flag == true }
    for member in members { add(member.name, member.value) }
  }

  /// Whether a field of this name is the text.
  func isText(_ name: String) -> Bool { file.options.field(named: name)?.field == .text }

  /// Whether the user names a field inside of one of this name.
  func isMappedInside(_ name: String) -> Bool {
    let start = MetadataField.key(name) + "."
    return file.options.fields.keys.contains { MetadataField.key($0).hasPrefix(start) }
  }

  /// Whether a field of this name is one of ours.
  func isKnown(_ name: String) -> Bool { file.options.field(named: name) != nil }

  /// Whether a field of this name is a list of words that a site has for its subjects.
  func isList(_ name: String) -> Bool {
    [.tags, .section].contains(file.options.field(named: name)?.field)
  }

  /// Takes in a field that is text; what programs write for a missing one is none.
  mutating func add(text bytes: [UInt8], _ name: String) {
    let rank = file.options.field(named: name)?.rank ?? .max - 1
    guard !bytes.isEmpty, !MetadataValue.isAbsentText(bytes) else { return }
    texts.append((name, bytes, rank))
  }

  /// Takes in a field that tells of the document, without tags and references of HTML.
  mutating func add(_ name: String, _ value: MetadataValue) {
    let isName = file.options.field(named: name)?.field == .id
    assembler.add(name, isName || isPlain ? value : value.withoutMarkup)
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
    let chosen = chosenText
    let own = given.ownText.map { Text(name: "tokens", bytes: $0, rank: 0) }
    guard let body = chosen.map({ texts[$0] }) ?? own else { return nil }
    file.options.mapped?.note(texts.isEmpty ? [body.name] : texts.map(\.name), in: file.origin)
    let (bytes, cutCount) = CutOffMark.removed(from: body.bytes)
    if let cutCount { warnings.append(.cutOffText(cutCount, file.origin, line: line)) }
    let (text, isMarkup) = text(of: bytes)
    guard !text.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) else { return nil }
    file.options.log?.note(
      body.name, of: file.options.readerName, as: .text,
      MetadataValue.text(String(decoding: text.bytes.prefix(60), as: UTF8.self)).trimmed ?? "",
      form: isMarkup ? "HTML" : nil)
    var assembler = assembler
    assembler.joinsNames = !isPlain
    addTexts(besides: chosen, text.bytes, to: &assembler)
    for field in given.loose { assembler.add(field.name, field.value.metadata) }
    let metadata = assembler.assemble(file, line: line, item: item, &warnings)
    let layers = given.layers(of: text, reader: file.options.readerName) { fault in
      warnings.append(.init(fault, file.origin, line: line))
    }
    return SourceDocument(text: text, metadata: metadata, given: layers)
  }

  /// The index of the field that is the text: that of the best name, or one that is much longer.
  ///
  /// What is short beside another is a teaser. What the user names, and what words or places are given
  /// of, goes before all.
  private var chosenText: Int? {
    guard let best = texts.indices.min(by: { texts[$0].rank < texts[$1].rank }) else { return nil }
    if texts.count == 1 || texts[best].rank < 0 || !given.isEmpty { return best }
    let rivals = texts.indices.filter {
      texts[$0].bytes.count > 2 * texts[best].bytes.count
        && !MetadataField.isPartOfText(texts[$0].name)
        && (!MetadataField.isPage(texts[$0].name)
          || MetadataField.isPartOfText(texts[best].name))
    }
    guard !rivals.isEmpty else { return best }
    // Tags make no text longer.
    let lengths = (rivals + [best]).map {
      (index: $0, length: text(of: texts[$0].bytes).text.bytes.count)
    }
    guard let longest = lengths.max(by: { $0.length < $1.length }), let own = lengths.last,
      longest.length > 2 * own.length
    else { return best }
    return longest.index
  }

  /// Keeps the texts that are not that of the document under their names, but for those that repeat it.
  private func addTexts(
    besides chosen: Int?, _ body: [UInt8], to assembler: inout MetadataAssembler
  ) {
    guard texts.count > 1 else { return }
    let letters = body.filter { $0 > 0x20 }
    for (index, other) in texts.enumerated() where index != chosen {
      let bytes = text(of: other.bytes).text.bytes
      if bytes.filter({ $0 > 0x20 }) == letters { continue }
      assembler.add(other.name, .text(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// Returns the text that a field holds, and whether it was HTML.
  ///
  /// What has places in it given by numbers stays as it is.
  private func text(of value: [UInt8]) -> (text: NormalizedText, isMarkup: Bool) {
    if isPlain || given.isNormalized, value.isNormalized {
      return (NormalizedText(bytes: value, originalBytes: value, edits: [], repairs: []), false)
    }
    let decoded = DecodedText(part: value, of: wide)
    if !isPlain, !given.holdsPlaces, let page = FieldMarkup.text(of: decoded.bytes) {
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
