internal import Annotation

/// Gathers the documents of many files, and gives each a name of its own.
struct DocumentCollection {

  private(set) var documents: [SourceDocument] = []
  private(set) var report: IngestionReport

  private var ids: Set<String> = []

  /// Creates a collection that goes on with a report.
  init(report: IngestionReport) { self.report = report }

  /// Takes in the documents of a file.
  mutating func add(_ reading: Reading) {
    report.fileCount += 1
    report.warnings += reading.warnings
    for var document in reading.documents {
      document.metadata.id = unusedID(document.metadata)
      if !document.text.repairs.isEmpty {
        report.repairs.append(
          .init(document: document.metadata.id, repairs: document.text.repairs))
      }
      documents.append(document)
    }
    report.documentCount = documents.count
  }

  /// Takes in that a file could not be read: an error where the user named it, else a warning.
  mutating func add(_ error: InputError, isNamed: Bool) {
    if isNamed {
      report.errors.append(error)
    } else {
      report.warnings.append(.init(error))
    }
  }

  /// Returns the id of a document, or where another has it the path, or that with a number.
  private mutating func unusedID(_ metadata: DocumentMetadata) -> String {
    if ids.insert(metadata.id).inserted { return metadata.id }
    if ids.insert(metadata.origin).inserted { return metadata.origin }
    var number = 2
    while !ids.insert("\(metadata.origin) (\(number))").inserted { number += 1 }
    return "\(metadata.origin) (\(number))"
  }
}
