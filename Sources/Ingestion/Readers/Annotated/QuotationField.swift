/// A field of a row that is a quotation, by the names that tables and objects give it: English, German and
/// French.
enum QuotationField: String, CaseIterable {
  case quotation, speaker

  /// The names as `MetadataField.key` writes them; the first is our own.
  private var names: [String] {
    switch self {
    case .quotation:
      [
        "quotation", "quote", "quotetext", "quotationtext", "statement", "zitat", "zitattext",
        "citation",
      ]
    case .speaker:
      [
        "speaker", "speakername", "nameofspeaker", "saidby", "quotedperson", "sprecher",
        "sprecherin", "redner", "rednerin", "locuteur", "locutrice", "orateur", "oratrice",
        "intervenant", "intervenante",
      ]
    }
  }

  private static let byName: [String: (field: QuotationField, rank: Int)] = {
    var table: [String: (field: QuotationField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { table[name] = (field, rank) }
    }
    return table
  }()

  /// Finds the field of a name and the rank of that name, as `MetadataField.named` does.
  static func named(_ name: String) -> (field: QuotationField, rank: Int)? {
    name.hasPrefix("_") ? nil : byName[MetadataField.key(name)]
  }
}

/// Which fields of rows are quotations and who speaks, where rows are quotations.
///
/// They are, where one field holds quotations, another tells who speaks, and none is a text; or where the
/// user names a field that holds quotations.
struct QuotationColumns {

  /// The number of the field that holds the quotation.
  let quotation: Int
  /// The number of the field that tells who speaks; nil where none does.
  let speaker: Int?

  /// Looks through the names of fields; nil where rows are no quotations.
  init?(_ names: [String], _ options: ReadingOptions) {
    var best: [QuotationField: (index: Int, rank: Int)] = [:]
    for (index, name) in names.enumerated() {
      guard let (field, rank) = options.quotationField(named: name),
        rank < best[field]?.rank ?? .max
      else { continue }
      best[field] = (index, rank)
    }
    guard let quotation = best[.quotation] else { return nil }
    let isNamed = quotation.rank < 0
    guard isNamed || best[.speaker] != nil else { return nil }
    let hasText = names.enumerated().contains { index, name in
      // Of a quotation `speech` tells whether it was said; who takes quotations for texts means them.
      index != quotation.index && MetadataField.key(name) != "speech"
        && options.field(named: name)?.field == .text
    }
    if hasText, !isNamed { return nil }
    (self.quotation, speaker) = (quotation.index, best[.speaker]?.index)
  }

  /// Returns names of fields by those that a quotation has in our own exports.
  func names(of names: [String]) -> [String] {
    names.enumerated().map { index, name in
      if index == quotation { return QuotationField.quotation.rawValue }
      if index == speaker { return QuotationField.speaker.rawValue }
      // Another that is called so is kept under its name.
      let key = name.lowercased()
      if QuotationField(rawValue: key) != nil { return name + "_" }
      return QuotationText.columns.contains(key) ? key : name
    }
  }

  /// Notes of a row what was taken for the quotation and for who speaks.
  ///
  /// - Parameters:
  ///   - names: The names of the fields.
  ///   - options: Who takes note, and for which reader.
  ///   - value: Returns the value of a field by its number.
  func note(_ names: [String], _ options: ReadingOptions, _ value: (Int) -> String?) {
    guard let log = options.log else { return }
    let fields: [(QuotationField, Int?)] = [(.speaker, speaker), (.quotation, quotation)]
    for (field, index) in fields {
      guard let index, let text = value(index) else { continue }
      log.note(
        names[index], of: options.readerName, as: field, MetadataValue.text(text).trimmed ?? "")
    }
  }
}

extension SourceFile {

  /// Returns the document of an object: its text, or where it has none the quotation that it is; nil where it
  /// is neither.
  ///
  /// Where the user names fields, these may tell that it is a quotation whatever else it holds.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - fields: Its fields as those of a text.
  ///   - line: The line at which it begins; nil where it is all of the file.
  ///   - item: Its number in the file, where lines do not tell objects apart.
  ///   - warnings: Takes what is wrong with it.
  /// - Returns: The document.
  func document(
    of value: JSONValue, _ fields: DocumentFields, line: Int?, item: Int? = nil,
    _ warnings: inout [IngestionReport.Warning]
  ) -> SourceDocument? {
    if !options.fields.isEmpty,
      let quotation = quotation(value, line: line, item: item, &warnings)
    {
      return quotation
    }
    return fields.document(line: line, item: item, &warnings)
      ?? quotation(value, line: line, item: item, &warnings)
  }

  /// Returns the document of an object that is a quotation, by the names of its fields; nil for another.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - line: The line at which it begins; nil where it is all of the file.
  ///   - item: Its number in the file, where lines do not tell objects apart.
  ///   - warnings: Takes what is wrong with it.
  /// - Returns: The document.
  private func quotation(
    _ value: JSONValue, line: Int?, item: Int?, _ warnings: inout [IngestionReport.Warning]
  ) -> SourceDocument? {
    guard case .object(let members) = value else { return nil }
    let names = members.map(\.name)
    guard let columns = QuotationColumns(names, options),
      members[columns.quotation].value.string != nil
    else { return nil }
    options.mapped?.note(names, in: origin)
    columns.note(names, options) { members[$0].value.person }
    let fields = zip(columns.names(of: names), members).map { (name: $0, value: $1.value) }
    return QuotationText(.object(fields)).document(self, line, item: item, &warnings)
  }
}
