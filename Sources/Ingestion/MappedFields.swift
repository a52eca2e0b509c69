internal import Synchronization

/// Notes which fields sources have, so that one that a user names with `--map` and that is nowhere can
/// be told once all has been read.
///
/// Several readers at the same time may write to it.
final class MappedFields: Sendable {

  /// What has been met.
  private struct Met {
    /// The names as they are compared.
    var keys: Set<String> = []
    /// The first names as they are written.
    var names: [String] = []
    /// The first file that has fields, as it is shown.
    var file: String?
  }

  private let met = Mutex(Met())

  /// How many names are told.
  private static let most = 12

  /// Notes the fields of a document or of a table.
  func note(_ names: some Sequence<String>, in file: String) {
    met.withLock { met in
      if met.file == nil { met.file = file }
      for name in names where met.keys.insert(MetadataField.key(name)).inserted {
        if met.names.count < Self.most { met.names.append(name) }
      }
    }
  }

  /// Returns a warning for each name of `fields` that was not met.
  ///
  /// - Parameters:
  ///   - fields: The fields of documents by the names that the user gave.
  ///   - input: What is told where no file has fields.
  /// - Returns: The warnings, by name.
  func warnings(of fields: [String: String], input: String) -> [IngestionReport.Warning] {
    met.withLock { met in
      fields.keys.sorted().filter { !met.keys.contains(MetadataField.key($0)) }.map {
        .noSuchField($0, met.file ?? input, names: met.names)
      }
    }
  }
}

extension MappedFields: Hashable {

  /// True: what has been met is no part of what a user wants.
  static func == (left: MappedFields, right: MappedFields) -> Bool { true }

  /// Adds nothing, for all are equal.
  func hash(into hasher: inout Hasher) {}
}
