internal import Annotation

/// Takes in the documents of many files, and gives each a name of its own.
struct DocumentCollection {

  private(set) var report: IngestionReport

  private var names: DocumentNames

  /// The warnings of one kind about one file that are told line by line.
  static let toldCount = 5

  private struct Kind: Hashable {
    let file: String
    let mend: String
  }

  /// How many warnings of a kind there were, and where the count of the untold ones stands.
  private var kinds: [Kind: (count: Int, place: Int)] = [:]

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
    for warning in reading.warnings { add(warning) }
    report.documentCount += reading.documents.count
    var tally = report.readers[reading.reader] ?? IngestionReport.Tally()
    tally.files += isWholeFile ? 1 : 0
    tally.documents += reading.documents.count
    if tally.example.isEmpty { tally.example = reading.origin }
    report.readers[reading.reader] = tally
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

  /// Takes in that no reader knows a file.
  mutating func skip(_ name: String) { report.skip(name) }

  /// Takes in a warning; of many of one kind about the lines of a file the later are counted.
  private mutating func add(_ warning: IngestionReport.Warning) {
    guard warning.line != nil else { return report.warnings.append(warning) }
    let kind = Kind(file: warning.file, mend: warning.mend)
    var (count, place) = kinds[kind] ?? (0, 0)
    count += 1
    if count == Self.toldCount + 1 { place = report.warnings.count }
    if count <= Self.toldCount {
      report.warnings.append(warning)
    } else {
      let rest = IngestionReport.Warning.more(count - Self.toldCount, like: warning)
      if place < report.warnings.count {
        report.warnings[place] = rest
      } else {
        report.warnings.append(rest)
      }
    }
    kinds[kind] = (count, place)
  }
}
