internal import CorpusStore
internal import Ingestion
internal import Rendering

extension BuildRecord {

  /// Creates the record of what was read just now.
  init(_ report: IngestionReport, inputs: [String]) {
    self.init()
    version = Version.current
    time = Self.present
    self.inputs = inputs
    filesRead = report.fileCount
    filesSkipped = report.skippedCount
    passedOver = report.passedOver
    warnings = report.lines
    copies = report.copies
    duplicates = report.duplicates.count
    repairs = report.repairs.map { "\($0.document): \($0.repairs.joined(separator: ", "))" }
  }

  /// What came of the reading, in one line: `12 files read, 3 skipped, 1 document repaired`.
  var summary: String {
    var parts = [Plural.counted(filesRead, "files") + " read"]
    if filesSkipped > 0 { parts.append("\(Numerals.grouped(filesSkipped)) skipped") }
    if !passedOver.isEmpty {
      let count = passedOver.values.reduce(0, +)
      let kinds = passedOver.keys.sorted().joined(separator: ", ")
      parts.append("\(Plural.counted(count, "items")) passed over (\(kinds))")
    }
    if duplicates > 0 { parts.append(Plural.counted(duplicates, "duplicates")) }
    if !repairs.isEmpty { parts.append(Plural.counted(repairs.count, "documents") + " repaired") }
    if !warnings.isEmpty { parts.append(Plural.counted(warnings.count, "warnings")) }
    return parts.joined(separator: ", ")
  }

  /// The present, or what `SOURCE_DATE_EPOCH` says it is, so that an image can be made once more to
  /// the byte (https://reproducible-builds.org/specs/source-date-epoch).
  private static var present: String {
    if let given = UserFolder.variable("SOURCE_DATE_EPOCH"), let seconds = Int(given), seconds >= 0
    {
      return CorrectionClock.time(ofSecond: seconds)
    }
    return CorrectionClock.stamp().time
  }

  /// Returns the record that a corpus carries; nil where it carries none that can be read.
  init?(of corpus: Corpus) {
    guard let bytes = corpus.attachment(Self.attachment),
      let record = try? BuildRecord(Array(bytes))
    else { return nil }
    self = record
  }
}
