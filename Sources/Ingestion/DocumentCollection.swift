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

  /// A document that others may repeat.
  private struct Original {
    var id: String
    /// Where it was found.
    var place: String
    /// Its number among those that were returned, or those of the earlier build.
    var number: Int
    var isEarlier = false
    /// What its source gives of it; nil where that has yet to be looked up.
    var layers: GivenKinds?
    /// The places in the report of those that repeat it.
    var copies: [Int] = []
  }

  private let policy: DuplicatePolicy
  /// Whether a document can take the place of one that was returned before it.
  private let replaces: Bool
  private let earlier: ImageDocuments?
  private var finder = DuplicateFinder()
  private var orders = DateOrders()
  /// The documents that the finder knows, by their numbers.
  private var originals: [Original] = []
  private var returnedCount = 0

  /// The documents whose place others have taken.
  private(set) var replaced = ReplacedDocuments()

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
    self.replaces = replaces
    self.earlier = earlier
    names = DocumentNames(ids)
    var number = 0
    earlier?.forEachText { text, origin in
      if finder.know(text, from: origin) == nil {
        originals.append(
          Original(
            id: origin.name, place: origin.address ?? origin.name, number: number, isEarlier: true))
      }
      number += 1
    }
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
    let metadata = document.metadata
    let layers = GivenKinds(document.given)
    let origin = DuplicateFinder.Origin(
      name: metadata.id, address: metadata.url, outlet: metadata.outlet, day: Day(metadata.date),
      title: metadata.title, file: file, layers: layers, identity: { document.identity })
    let place = metadata.url ?? metadata.origin
    let match = finder.match(document.text.bytes, from: origin)
    var isReplacing = false
    if let match {
      isReplacing = policy != .keep && isMore(document, than: match.number, at: place)
      if !isReplacing { add(match, place: place) }
      if policy != .keep, !isReplacing { return nil }
    }
    if isReplacing, let match { names.release(originals[match.number].id) }
    var document = document
    document.metadata.id = names.unused(document.metadata)
    takeCopies(&document.metadata)
    let original = Original(
      id: document.metadata.id, place: place, number: returnedCount, layers: layers)
    if isReplacing, let match {
      replace(match, with: original)
      finder.replace(match.number, with: document.text.bytes, from: origin)
    } else if match == nil {
      originals.append(original)
    }
    if !document.text.repairs.isEmpty {
      report.repairs.append(.init(document: document.metadata.id, repairs: document.text.repairs))
    }
    returnedCount += 1
    return document
  }

  /// Takes the places where a corpus that was exported has found a text, a list with a semicolon at
  /// its end; what a source of its own calls so is a field of it.
  private mutating func takeCopies(_ metadata: inout DocumentMetadata) {
    let found = metadata.other.firstIndex { $0.key == "copies" && $0.value.hasSuffix(";") }
    guard let index = found else { return }
    let places = metadata.other.remove(at: index).value.split(separator: ";")
    for place in places {
      report.copies[metadata.id, default: []].append(String(place.drop { $0 == " " }))
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

// MARK: Documents that repeat others

extension DocumentCollection {

  /// Whether what the source of a document gives is worth more than what that of an earlier one does,
  /// which it repeats, so that it is kept instead; what is lost with either is told.
  private mutating func isMore(
    _ document: SourceDocument, than number: Int, at place: String
  ) -> Bool {
    let layers = GivenKinds(document.given)
    if layers.isEmpty { return false }
    let original = originals[number]
    let known = original.layers ?? earlier?.layers(of: original.number, like: document.given) ?? []
    originals[number].layers = known
    let isMore = replaces && layers.isMore(than: known)
    let (kept, left) = isMore ? (layers, known) : (known, layers)
    // Where nothing is replaced words are all that is kept.
    let lost = left.subtracting(kept).intersection(replaces ? [.words, .names, .quotes] : .words)
    if !lost.isEmpty {
      let (file, other) = isMore ? (original.place, place) : (place, original.place)
      let warning = IngestionReport.Warning.lostLayers(lost, file, kept, of: other)
      add(warning, of: Kind(file: "", mend: warning.mend))
    }
    return isMore
  }

  private mutating func add(_ match: DuplicateFinder.Match, place: String) {
    let original = originals[match.number]
    originals[match.number].copies.append(report.duplicates.count)
    report.duplicates.append(
      .init(place: place, original: original.id, resemblance: match.resemblance))
    // The place of the original is no other place.
    guard policy == .link, place != original.place else { return }
    if report.copies[original.id]?.contains(place) != true {
      report.copies[original.id, default: []].append(place)
    }
  }

  /// Takes a document for an earlier one, which is left out.
  private mutating func replace(_ match: DuplicateFinder.Match, with new: Original) {
    let old = originals[match.number]
    if old.isEarlier {
      replaced.earlier.insert(old.number)
      replaced.names[old.id] = new.id
    } else {
      replaced.own.insert(old.number)
      report.documentCount -= 1
      report.repairs.removeAll { $0.document == old.id }
    }
    originals[match.number] = new
    originals[match.number].copies = old.copies
    let places = report.copies.removeValue(forKey: old.id) ?? []
    for place in places where place != new.place {
      report.copies[new.id, default: []].append(place)
    }
    for copy in old.copies {
      let copied = report.duplicates[copy]
      report.duplicates[copy] = .init(
        place: copied.place, original: new.id, resemblance: copied.resemblance)
    }
    add(match, place: old.place)
  }
}

/// The documents whose place later ones have taken, since these give more of the same text.
package struct ReplacedDocuments: Sendable {

  /// The numbers of those of an earlier build.
  package var earlier: Set<Int> = []
  /// The numbers of those that were read, in the order in which they were returned.
  package var own: Set<Int> = []
  /// The names of those that have their place, by the names of those of the earlier build.
  package var names: [String: String] = [:]
}
