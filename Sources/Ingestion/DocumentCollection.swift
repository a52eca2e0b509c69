internal import Annotation

/// Takes in the documents of many files, and gives each a name of its own.
struct DocumentCollection {

  private(set) var report: IngestionReport

  private var names: DocumentNames

  /// Creates a collection that goes on with a report; `ids` are names that are given away already.
  init(report: IngestionReport, ids: Set<String> = []) {
    self.report = report
    names = DocumentNames(ids)
  }

  /// Takes in the documents of a file, or of a piece of one.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - isWholeFile: Whether the file counts as read with this; no later piece of it does.
  /// - Returns: The documents with the names that they have from now on.
  mutating func add(_ reading: Reading, isWholeFile: Bool = true) -> [SourceDocument] {
    report.fileCount += isWholeFile ? 1 : 0
    report.warnings += reading.warnings
    report.documentCount += reading.documents.count
    return reading.documents.map { document in
      var document = document
      document.metadata.id = names.unused(document.metadata)
      if !document.text.repairs.isEmpty {
        report.repairs.append(
          .init(document: document.metadata.id, repairs: document.text.repairs))
      }
      return document
    }
  }

  /// Takes in that a file could not be read: an error where the user named it, else a warning.
  mutating func add(_ error: InputError, isNamed: Bool) {
    if isNamed {
      report.errors.append(error)
    } else {
      report.warnings.append(.init(error))
    }
  }
}
