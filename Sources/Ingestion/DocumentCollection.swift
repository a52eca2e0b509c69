internal import Annotation
internal import CorpusStore

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

  private let policy: DuplicatePolicy
  private var finder = DuplicateFinder()
  private var orders = DateOrders()
  /// The documents that the finder knows, by their numbers: their ids, and where they were found.
  private var originals: [(id: String, place: String?)] = []

  /// Creates a collection that goes on with a report; `ids` are names that are given away already.
  init(
    report: IngestionReport, ids: Set<String> = [], duplicates policy: DuplicatePolicy = .link
  ) {
    self.report = report
    self.policy = policy
    names = DocumentNames(ids)
  }

  /// Makes a document known that later ones may repeat, and that is no part of what is read.
  mutating func know(_ text: [UInt8], from origin: DuplicateFinder.Origin) {
    if finder.know(text, from: origin) == nil { originals.append((origin.name, origin.address)) }
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
    var tally = report.readers[reading.reader] ?? IngestionReport.Tally()
    tally.files += isWholeFile ? 1 : 0
    tally.documents += reading.documents.count
    if tally.example.isEmpty { tally.example = reading.origin }
    report.readers[reading.reader] = tally
    var documents: [SourceDocument] = []
    for document in reading.documents {
      if let document = taken(document) { documents.append(document) }
    }
    report.documentCount += documents.count
    return documents
  }

  /// Returns a document with its name; nil for one that repeats another and is left out.
  private mutating func taken(_ document: SourceDocument) -> SourceDocument? {
    var document = document
    let metadata = document.metadata
    let match = finder.match(
      document.text.bytes,
      from: DuplicateFinder.Origin(
        name: metadata.id, address: metadata.url, outlet: metadata.outlet,
        day: Day(metadata.date)))
    if let match {
      add(match, place: metadata.url ?? metadata.origin)
      if policy != .keep { return nil }
    }
    document.metadata.id = names.unused(document.metadata)
    takeCopies(&document.metadata)
    if match == nil { originals.append((document.metadata.id, metadata.url)) }
    if !document.text.repairs.isEmpty {
      report.repairs.append(.init(document: document.metadata.id, repairs: document.text.repairs))
    }
    return document
  }

  /// Takes the places where a corpus that was exported has found a text.
  private mutating func takeCopies(_ metadata: inout DocumentMetadata) {
    guard let index = metadata.other.firstIndex(where: { $0.key == "copies" }) else { return }
    let places = metadata.other.remove(at: index).value.split(separator: ";")
    for place in places {
      report.copies[metadata.id, default: []].append(String(place.drop { $0 == " " }))
    }
  }

  private mutating func add(_ match: DuplicateFinder.Match, place: String) {
    let original = originals[match.number]
    report.duplicates.append(
      .init(place: place, original: original.id, resemblance: match.resemblance))
    // The place of the original is no other place.
    guard policy == .link, place != original.place else { return }
    if report.copies[original.id]?.contains(place) != true {
      report.copies[original.id, default: []].append(place)
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

  /// Takes in that a link of an archive was met.
  mutating func skipLink() {
    report.skippedCount += 1
    report.linkCount += 1
  }

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
