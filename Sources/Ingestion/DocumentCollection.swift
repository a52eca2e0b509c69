internal import Annotation
internal import CorpusStore

/// Takes in the documents of many files, and gives each a name of its own.
struct DocumentCollection {

  private(set) var report: IngestionReport

  private var names: DocumentNames

  /// The longest text of one document, in bytes; it is annotated as a whole, which takes some 35 times
  /// its length of memory.
  static let longestText = 64 << 20

  /// The warnings of one kind about one file that are told line by line.
  static let toldCount = 5

  private struct Kind: Hashable {
    let file: String
    let mend: String
  }

  /// How many warnings of a kind there were, and where the count of the untold ones stands.
  private var kinds: [Kind: (count: Int, place: Int)] = [:]

  /// What came of looking for documents that repeat others.
  var copies: CopyLedger
  private let policy: DuplicatePolicy
  private var orders = DateOrders()

  /// The documents whose place others have taken.
  var replaced: ReplacedDocuments { copies.replaced }

  /// Creates a collection that goes on with a report.
  ///
  /// - Parameters:
  ///   - report: What came of it so far.
  ///   - ids: Names that are given away already.
  ///   - policy: What happens to documents that repeat others.
  ///   - replaces: Whether a document can take the place of one that was returned before it.
  ///   - earlier: Documents that those to be read may repeat.
  init(
    report: IngestionReport, ids: Set<String> = [], duplicates policy: DuplicatePolicy = .link,
    replaces: Bool = true, behind earlier: ImageDocuments? = nil
  ) {
    self.report = report
    self.policy = policy
    names = DocumentNames(ids)
    copies = CopyLedger(policy, replaces: replaces, behind: earlier)
  }

  /// Takes in the documents of a file, or of a piece of one.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - isWholeFile: Whether the file counts as read with this; no later piece of it does.
  /// - Returns: The documents with the names that they have from now on.
  mutating func add(_ reading: Reading, isWholeFile: Bool = true) -> [SourceDocument] {
    var reading = reading
    orders.settle(&reading)
    report.fileCount += isWholeFile ? 1 : 0
    for warning in reading.warnings { add(warning) }
    report.passedOver.merge(reading.passedOver, uniquingKeysWith: +)
    var tally = report.readers[reading.reader] ?? IngestionReport.Tally()
    tally.files += isWholeFile ? 1 : 0
    tally.documents += reading.documents.count
    if tally.example.isEmpty { tally.example = reading.origin }
    report.readers[reading.reader] = tally
    var documents: [SourceDocument] = []
    for document in reading.documents {
      guard document.text.bytes.count <= Self.longestText else {
        report.warnings.append(
          .tooLongText(document.metadata.origin, byteCount: document.text.bytes.count))
        continue
      }
      if let document = taken(document, file: reading.origin) { documents.append(document) }
    }
    report.documentCount += documents.count
    return documents
  }

  /// Returns a document with its name; nil for one that repeats another and is left out.
  private mutating func taken(_ document: SourceDocument, file: String) -> SourceDocument? {
    let fate = copies.fate(of: document, file: file, &report)
    if let warning = fate.warning { add(warning, of: Kind(file: "", mend: warning.mend)) }
    guard !fate.isLeftOut else { return nil }
    if let id = fate.released { names.release(id) }
    var document = document
    let known = document.metadata
    document.metadata.id = names.unused(known)
    if document.metadata.id != known.id, !fate.isCopy, known.isNamedBySource {
      let (line, place) = known.place(in: file)
      add(.idTwice(known.id, place, line: line), of: Kind(file: file, mend: "id"))
    }
    copies.take(&document, fate, &report)
    if !document.text.repairs.isEmpty {
      report.repairs.append(.init(document: document.metadata.id, repairs: document.text.repairs))
    }
    return document
  }

  /// Takes in that a file could not be read: an error where the user named it, else a warning.
  ///
  /// - Parameters:
  ///   - error: What is wrong.
  ///   - isNamed: Whether the user named the file.
  ///   - isWhole: Whether nothing of it was read.
  mutating func add(_ error: InputError, isNamed: Bool, isWhole: Bool) {
    if isWhole, [.unreadable, .missing].contains(error.kind) { report.skipUnreadable() }
    if error.kind == .empty { report.skipUnread() }
    if error.kind == .binary { report.skipBinary() }
    if isNamed {
      report.errors.append(error)
    } else {
      report.warnings.append(.init(error))
    }
  }

  /// Takes in that no reader knows a file.
  mutating func skip(_ name: String) { report.skip(name) }

  /// Takes in that an annotation in an archive was read with its text; by itself it counts as a file
  /// that no reader knows.
  mutating func readCompanion(_ file: String) {
    report.skip(file, count: -1)
    report.readCompanion(StandoffReader.name)
  }

  /// Takes in that an annotation of a format was met in an archive that is read with its text.
  mutating func countCompanion(of format: String) { report.readCompanion(format) }

  /// Takes in that a link of an archive was met.
  mutating func skipLink() {
    report.skippedCount += 1
    report.linkCount += 1
  }

  /// Takes in a warning; of many of one kind about the lines of a file the later are counted.
  mutating func add(_ warning: IngestionReport.Warning) {
    guard warning.line != nil else { return report.warnings.append(warning) }
    add(warning, of: Kind(file: warning.file, mend: warning.mend))
  }

  private mutating func add(_ warning: IngestionReport.Warning, of kind: Kind) {
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

// MARK: The second reading

extension DocumentCollection {

  /// Begins to take in the same files once more, for what copies tell of those that are kept.
  mutating func rewind(forAll: Bool) {
    orders = DateOrders()
    copies.rewind(forAll: forAll)
  }

  /// Takes in the documents of a file that is read once more; the report stays as it is.
  ///
  /// - Returns: The documents that are kept and have something of their copies, or all that are kept.
  mutating func addAgain(_ reading: Reading) -> [SourceDocument] {
    var reading = reading
    orders.settle(&reading)
    return reading.documents.compactMap { copies.again($0) }
  }
}
