/// What a user wants read otherwise than the readers would by themselves.
public struct ReadingOptions: Hashable, Sendable {

  /// The name of the reader of all files; nil where their names and contents tell.
  public var reader: String?

  /// The fields of documents by the names that a source gives them, as in `["story": "text"]`.
  public var fields: [String: String] = [:]

  /// What happens to documents that repeat another.
  public var duplicates = DuplicatePolicy.link

  /// The number of bytes from which a file of many documents is read in pieces; tests ask for fewer.
  package var pieceLength = 8 << 20

  /// Takes note of the fields that are met; nil where nobody asks.
  package var log: FieldLog?
  /// The name of the reader by which a file is read.
  var readerName = ""

  /// Takes note of all fields that are met, where the user names some.
  var mapped: MappedFields?

  /// Creates options that leave all to the readers.
  public init() {}

  /// The fields that documents have, by our names.
  public static var fieldNames: [String] { MetadataField.allCases.map(\.name) }

  /// The fields of rows that are quotations, by our names.
  public static var quotationFieldNames: [String] { QuotationField.allCases.map(\.rawValue) }

  /// Finds the field that a source's name stands for, and the rank of the name: a name that the user
  /// gave goes before our own, and that before others.
  func field(named name: String) -> (field: MetadataField, rank: Int)? {
    if let target = mapped(name) {
      if let field = MetadataField.named(target)?.field { return (field, -1) }
      if QuotationField(rawValue: target) != nil { return nil }
    }
    return MetadataField.named(name)
  }

  /// Finds the field of a quotation that a source's name stands for, and the rank of the name, as
  /// `field(named:)` does.
  func quotationField(named name: String) -> (field: QuotationField, rank: Int)? {
    if let target = mapped(name), let field = QuotationField(rawValue: target) {
      return (field, -1)
    }
    return QuotationField.named(name)
  }

  /// The field that the user names for a name of the source.
  private func mapped(_ name: String) -> String? {
    if fields.isEmpty { return nil }
    if let own = fields[name] { return own }
    if name.hasPrefix("_") { return nil }
    return fields.first { MetadataField.key($0.key) == MetadataField.key(name) }?.value
  }
}
