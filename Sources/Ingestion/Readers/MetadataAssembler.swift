internal import Annotation

/// Puts the metadata of a document together from the fields of its source.
struct MetadataAssembler {

  private var fields: [(name: String, value: MetadataValue)] = []

  /// Whether the name of a writer may stand in several fields, as in tables.
  var joinsNames = false

  /// Takes in a field.
  mutating func add(_ name: String, _ value: MetadataValue) {
    fields.append((name, value))
  }

  /// Returns the metadata, and warns of a date that cannot be read.
  ///
  /// Where a source names one field in two ways, ours goes before an alias; the other stays among
  /// the unknown ones. Without a date of its own a document has that of its address or file name.
  ///
  /// - Parameters:
  ///   - file: The file that it stands in.
  ///   - line: The line at which it begins; nil where it is all of the file.
  ///   - item: Its number in the file, which names it where lines do not tell documents apart.
  ///   - warnings: Takes the date that cannot be read.
  /// - Returns: The metadata.
  func assemble(
    _ file: SourceFile, line: Int?, item: Int? = nil,
    _ warnings: inout [IngestionReport.Warning]
  ) -> DocumentMetadata {
    let place = item.map { "#\($0)" } ?? line.map { ":\($0)" } ?? ""
    let (id, origin) = (file.name + place, file.origin + place)
    var metadata = DocumentMetadata(id: id, origin: origin)
    let chosen = chosenFields(file.options)
    file.options.mapped?.note(fields.map(\.name), in: file.origin)
    let writers =
      joinsNames && chosen[.author] == nil ? WriterColumns(fields, file.options) : nil
    if let writers { metadata.authors = MetadataValue.list(writers.names).people }
    for (index, field) in fields.enumerated() {
      let known = Self.known(field, file.options)?.field
      if let known, Self.isAbsent(field.value, known) { continue }
      // A text among them stands beside that of the document.
      let isChosen = known.map { chosen[$0] == index && $0 != .text } ?? false
      let isName = writers?.indices.contains(index) ?? false
      if let log = file.options.log, let value = field.value.trimmed {
        let target = isChosen ? known : isName ? .author : nil
        log.note(field.name, of: file.options.readerName, as: target, value)
      }
      if isName { continue }
      if let known, isChosen {
        apply(field.value, as: known, to: &metadata)
      } else if let value = field.value.trimmed {
        metadata.other.append((key: Self.name(field.name), value: value))
      }
    }
    if let index = chosen[.date], let text = fields[index].value.trimmed {
      setDate(of: &metadata, text, file, line: line, &warnings)
      // A year alone is no day, but not nothing.
      if metadata.date == nil, metadata.writtenDate == nil {
        metadata.other.append((key: Self.name(fields[index].name), value: text))
      }
    }
    // A by-line may name the paper beside the writer.
    if let outlet = metadata.outlet?.lowercased(), metadata.authors.count > 1 {
      metadata.authors.removeAll { $0.lowercased() == outlet }
    }
    metadata.date = metadata.date ?? Self.addressDate(of: metadata, file)
    return metadata
  }

  /// The name of a field in one line, as values are.
  private static func name(_ name: String) -> String { MetadataValue.text(name).trimmed ?? "_" }

  private static func addressDate(of metadata: DocumentMetadata, _ file: SourceFile) -> CalendarDay?
  {
    metadata.url.flatMap { CalendarDay(inPath: $0) } ?? CalendarDay(inPath: file.name)
  }

  /// The year that the address of a document or the path of its file names.
  private static func year(of metadata: DocumentMetadata, _ file: SourceFile) -> Int? {
    if let year = addressDate(of: metadata, file)?.year { return year }
    for path in [metadata.url, file.origin].compactMap(\.self) {
      let parts = path.utf8.split { !(0x30...0x39).contains($0) }.filter { $0.count == 4 }
      let years = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }.filter(
        (1900...2099).contains)
      if let year = years.last { return year }
    }
    return nil
  }

  /// Reads a date; where it has no year, the address or the file may name it, and where its figures may
  /// be in either order, the document's language and address tell, or else other dates of the source do
  /// later (`DateOrders`).
  private func setDate(
    of metadata: inout DocumentMetadata, _ text: String, _ file: SourceFile, line: Int?,
    _ warnings: inout [IngestionReport.Warning]
  ) {
    let host = metadata.url.flatMap(DocumentMetadata.host)
    let order =
      metadata.language.flatMap { DateOrder(language: $0) } ?? host.flatMap { DateOrder(host: $0) }
    metadata.date = CalendarDay(text, order: order) ?? CalendarDay(serial: text)
    if metadata.date != nil {
      if DateOrder(writtenIn: text) != nil { metadata.writtenDate = WrittenDate(text, line: line) }
      return
    }
    let orders = [DateOrder.dayFirst, .monthFirst].map { CalendarDay(text, order: $0) }
    guard orders.contains(where: { $0 != nil }) else {
      if let year = Self.year(of: metadata, file) {
        metadata.date = CalendarDay(text, year: year)
        if metadata.date != nil { return }
      }
      return warnings.append(.unreadableDate(text, file.origin, line))
    }
    metadata.date = Self.addressDate(of: metadata, file).flatMap { orders.contains($0) ? $0 : nil }
    if metadata.date == nil { metadata.writtenDate = WrittenDate(text, line: line) }
  }

  /// The field that an entry is of, and the rank of its name; a source that is an address is no outlet, and
  /// a signature of one word nobody's.
  private static func known(
    _ field: (name: String, value: MetadataValue), _ options: ReadingOptions
  ) -> (field: MetadataField, rank: Int)? {
    guard let found = options.field(named: field.name) else { return nil }
    // What signs a message is no name of anybody.
    if found.field == .author, found.rank > 0, MetadataField.key(field.name) == "signature",
      field.value.trimmed?.contains(" ") != true
    {
      return nil
    }
    guard found.field == .outlet, found.rank > 0, case .text(let value) = field.value,
      value.hasPrefix("http://") || value.hasPrefix("https://")
    else { return found }
    return (.url, found.rank + 100)
  }

  /// The index of the entry that stands for each known field.
  private func chosenFields(_ options: ReadingOptions) -> [MetadataField: Int] {
    var chosen: [MetadataField: (index: Int, rank: Int)] = [:]
    for (index, field) in fields.enumerated() where field.value.trimmed != nil {
      guard let (known, rank) = Self.known(field, options) else { continue }
      // The number of a writer in a database is no name.
      if known == .author, !field.value.line.contains(where: \.isLetter) { continue }
      if Self.isAbsent(field.value, known) { continue }
      if let best = chosen[known], best.rank <= rank {
        let isFuller = known == .author && best.rank >= 0 && names(index, fullerThan: best.index)
        if !isFuller { continue }
      }
      chosen[known] = (index, rank)
    }
    return chosen.mapValues(\.index)
  }

  /// Whether an entry names all writers that another does, and more: `authors` beside `author`.
  private func names(_ index: Int, fullerThan other: Int) -> Bool {
    let (names, others) = (fields[index].value.people, fields[other].value.people)
    return names.count > others.count && others.allSatisfy(names.contains)
  }

  /// Whether a value is what programs write where nothing is known; a headline may be one of these that are
  /// words, as “None” and “Null” are.
  private static func isAbsent(_ value: MetadataValue, _ field: MetadataField) -> Bool {
    guard case .text(let text) = value, let word = MetadataValue.text(text).trimmed else {
      return false
    }
    let isAbsent = MetadataValue.isAbsentText(Array(word.utf8))
    guard field == .title || field == .text else { return isAbsent }
    return isAbsent && !["null", "none", "nil"].contains(word.lowercased())
  }

  private func apply(
    _ value: MetadataValue, as field: MetadataField, to metadata: inout DocumentMetadata
  ) {
    switch field {
    case .id: metadata.id = value.trimmed ?? metadata.id
    case .title: metadata.title = value.trimmed
    case .date: break
    case .url: metadata.url = value.trimmed
    case .outlet: metadata.outlet = value.trimmed
    case .author: metadata.authors = value.people
    case .tags: metadata.tags = value.keywords
    case .section: metadata.section = value.trimmed
    case .language: metadata.language = value.trimmed.map(LanguageName.tag)
    case .text: break
    }
  }
}
