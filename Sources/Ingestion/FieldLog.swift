internal import Synchronization

/// Notes which fields sources have, and what becomes of them.
///
/// Several readers at the same time may write to it.
package final class FieldLog: Sendable, Hashable {

  /// A field as a source names it.
  package struct Source: Hashable, Sendable {
    /// The name of the reader.
    package let reader: String
    /// The name that the source gives it.
    package let name: String
  }

  /// What became of a field of a source.
  package struct Entry: Sendable {
    /// What it was taken for: our name of a field, and in how many documents; an empty name where it
    /// was kept under its own.
    package var targets: [String: Int] = [:]
    /// A value that it had.
    package var example = ""
    /// Where it stands among the fields in the order in which they were met.
    package let order: Int
  }

  private let state = Mutex<[Source: Entry]>([:])

  /// Creates a log of nothing.
  package init() {}

  /// What has been noted so far, in the order in which the fields were met.
  package var entries: [(source: Source, entry: Entry)] {
    state.withLock { fields in
      fields.map { (source: $0.key, entry: $0.value) }.sorted { $0.entry.order < $1.entry.order }
    }
  }

  /// Notes a field of a document; `form` is what its value was, if that was no plain text.
  func note(
    _ name: String, of reader: String, as target: MetadataField?, _ example: String,
    form: String? = nil
  ) {
    note(name, of: reader, target?.name ?? "", example, form: form)
  }

  /// Notes a field of a row that is a quotation.
  func note(
    _ name: String, of reader: String, as target: QuotationField, _ example: String
  ) {
    note(name, of: reader, target.rawValue, example, form: nil)
  }

  private func note(
    _ name: String, of reader: String, _ target: String, _ example: String, form: String?
  ) {
    let source = Source(reader: reader, name: name)
    state.withLock { fields in
      var entry = fields[source] ?? Entry(order: fields.count)
      let form = form.map { " (\($0))" } ?? ""
      entry.targets[target + form, default: 0] += 1
      if entry.example.isEmpty { entry.example = String(example.prefix(60)) }
      fields[source] = entry
    }
  }

  /// Whether both are the same log.
  package static func == (left: FieldLog, right: FieldLog) -> Bool { left === right }

  /// Hashes the identity of the log.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
