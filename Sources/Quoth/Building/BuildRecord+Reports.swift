internal import CorpusStore
internal import Ingestion

extension BuildRecord {

  /// Creates the record of what was read just now.
  init(_ report: IngestionReport, inputs: [String]) {
    self.init()
    version = Version.current
    time = CorrectionClock.stamp().time
    self.inputs = inputs
    filesRead = report.fileCount
    filesSkipped = report.skippedCount
    warnings = report.lines
    repairs = report.repairs.map { "\($0.document): \($0.repairs.joined(separator: ", "))" }
  }

  /// Returns the record that a corpus carries; nil where it carries none that can be read.
  init?(of corpus: Corpus) {
    guard let bytes = corpus.attachment(Self.attachment),
      let record = try? BuildRecord(Array(bytes))
    else { return nil }
    self = record
  }
}
