internal import Annotation
internal import CorpusStore

/// Which documents repeat others, which of them is kept, and what the others tell of it.
struct CopyLedger {

  /// A document that others may repeat.
  struct Original {
    var id: String
    /// Where it was found: its address, or else its file.
    var place: String
    /// Its file with its place in it, where that is not `place`.
    var file: String?
    /// Its number among those that were returned, or those of the earlier build.
    var number: Int
    var isEarlier = false
    /// Its number among all that were read.
    var sequence = -1
    /// What its source gives of it; nil where that has yet to be looked up.
    var layers: GivenKinds?
    /// What tells its text from others.
    var textHash: UInt64
    /// What tells the words of its quotes from others; nil where its source gives none.
    var quotesHash: UInt64?
    /// What its source tells of it.
    var fields = KnownFields()
    /// What its source or the head of its text tells of it.
    var fieldsWithHead = KnownFields()
    /// What its source, that of a copy or the head of either tells of it.
    var allFields: KnownFields.Kinds = []
    /// The places in the report of those that repeat it.
    var copies: [Int] = []
  }

  /// What becomes of a document.
  struct Fate {
    fileprivate var origin: DuplicateFinder.Origin
    fileprivate var match: DuplicateFinder.Match?
    fileprivate var isReplacing = false
    /// Whether it is left out, for it repeats another.
    var isLeftOut = false
    /// Whether it repeats another, whatever becomes of it.
    var isCopy: Bool { match != nil }
    /// A name that nobody needs any more.
    var released: String?
    /// What is lost with it.
    var warning: IngestionReport.Warning?
  }

  private let policy: DuplicatePolicy
  /// Whether a document can take the place of one that was returned before it.
  private let replaces: Bool
  private let earlier: ImageDocuments?
  private var finder = DuplicateFinder()
  /// The documents that the finder knows, by their numbers.
  private var originals: [Original] = []
  private var returnedCount = 0
  /// For each document that was read the number of the original that it is or repeats.
  private var numbers: [Int32] = []
  /// What copies that were left out tell, by the numbers of their originals.
  private var told: [Int: [SourceCopy]] = [:]
  /// How many documents were read again, and whether all that are kept are asked for.
  private var again: (count: Int, isForAll: Bool)?

  /// The documents whose place others have taken.
  private(set) var replaced = ReplacedDocuments()

  /// Whether copies tell something of documents that were returned, so that the files are to be read
  /// again.
  private(set) var hasMore = false

  /// The numbers of the documents that were returned again.
  private(set) var repeated: [Int] = []

  /// Creates a ledger that knows the documents of an earlier build.
  init(_ policy: DuplicatePolicy, replaces: Bool, behind earlier: ImageDocuments?) {
    self.policy = policy
    self.replaces = replaces
    self.earlier = earlier
    var number = 0
    earlier?.forEachText { text, origin in
      if finder.know(text, from: origin) == nil {
        originals.append(
          Original(
            id: origin.name, place: origin.address ?? origin.name, number: number, isEarlier: true,
            textHash: NormalizedText.hash(text), allFields: origin.address == nil ? [] : .url))
      }
      number += 1
    }
  }

  /// Finds out what becomes of a document that is read.
  mutating func fate(
    of document: SourceDocument, file: String, _ report: inout IngestionReport
  ) -> Fate {
    let metadata = document.metadata
    var fate = Fate(
      origin: DuplicateFinder.Origin(
        name: metadata.id, address: metadata.url, outlet: metadata.outlet,
        day: Day(metadata.date), title: metadata.title, file: file,
        layers: GivenKinds(document.given), metadata: metadata,
        identity: { document.identity }))
    fate.match = finder.match(document.text.bytes, from: fate.origin)
    guard let match = fate.match else { return fate }
    if policy == .keep {
      add(match, of: document, &report)
      return fate
    }
    fate.warning = weigh(document, against: match.number, &fate)
    if fate.isReplacing {
      fate.released = originals[match.number].id
    } else {
      add(match, of: document, &report)
      leave(document, for: match.number, &report)
      fate.isLeftOut = true
    }
    return fate
  }

  /// Takes in a document that is returned, under its own name.
  mutating func take(
    _ document: inout SourceDocument, _ fate: Fate, _ report: inout IngestionReport
  ) {
    addPlaces(of: document.metadata, to: document.metadata.id, &report)
    document.metadata.other.removeAll(where: DocumentMetadata.isListOfCopies)
    let metadata = document.metadata
    var original = Original(
      id: metadata.id, place: metadata.url ?? metadata.origin,
      file: metadata.url == nil ? nil : metadata.origin, number: returnedCount,
      layers: fate.origin.layers, textHash: document.text.hash)
    original.sequence = numbers.count
    original.quotesHash = document.quotesHash
    original.fields = KnownFields(metadata, document.given)
    original.fieldsWithHead =
      policy == .keep || original.fields.kinds.isSuperset(of: .inHeads)
      ? original.fields : KnownFields(document.metadataWithHead, document.given)
    original.allFields = original.fieldsWithHead.kinds
    if fate.isReplacing, let match = fate.match {
      numbers.append(Int32(clamping: match.number))
      replace(match, with: original, &report)
      finder.replace(match.number, with: document.text.bytes, from: fate.origin)
    } else if fate.match == nil {
      numbers.append(Int32(clamping: originals.count))
      originals.append(original)
    }
    returnedCount += 1
  }
}

// MARK: Documents that repeat others

extension CopyLedger {

  /// Tells whether what the source of a document gives is worth more than what that of an earlier one
  /// does, which it repeats, so that it is kept instead.
  ///
  /// - Returns: What is lost with either: layers of a text that is set otherwise have no place.
  private mutating func weigh(
    _ document: SourceDocument, against number: Int, _ fate: inout Fate
  ) -> IngestionReport.Warning? {
    let layers = GivenKinds(document.given)
    if layers.isEmpty { return nil }
    let original = originals[number]
    let known = original.layers ?? earlier?.layers(of: original.number, like: document.given) ?? []
    originals[number].layers = known
    fate.isReplacing = replaces && layers.isMore(than: known)
    let (kept, left) = fate.isReplacing ? (layers, known) : (known, layers)
    let isTaken = !original.isEarlier && original.textHash == document.text.hash
    if isTaken, !left.isSubset(of: kept) { hasMore = true }
    // Where nothing is replaced words are all that is kept.
    var lost = left.subtracting(kept).intersection(replaces ? [.words, .names, .quotes] : .words)
    // Of one text all layers are taken that the kept one lacks; other quotes of it are not.
    if isTaken { lost = [] }
    if isTaken, replaces, let own = original.quotesHash, let other = document.quotesHash,
      own != other
    {
      lost = .quotes
    }
    guard !lost.isEmpty else { return nil }
    let place = document.metadata.url ?? document.metadata.origin
    let (file, other) = fate.isReplacing ? (original.place, place) : (place, original.place)
    return .lostLayers(lost, file, kept, of: other)
  }

  /// Notes what a document tells that is left out for another.
  private mutating func leave(
    _ document: SourceDocument, for number: Int, _ report: inout IngestionReport
  ) {
    numbers.append(Int32(clamping: number))
    let original = originals[number]
    addPlaces(of: document.metadata, to: original.id, &report)
    let copy = SourceCopy(document)
    if original.isEarlier {
      guard let known = earlier?.known(of: original.number) else { return }
      var filled = known
      filled.fill(from: [copy])
      if filled != known { replaced.told[original.number, default: []].append(copy) }
      if filled.url != nil { originals[number].allFields.insert(.url) }
      return
    }
    let fields = KnownFields(document.metadata, document.given)
    let withHead = copy.head.map { KnownFields($0, document.given) } ?? fields
    originals[number].allFields.formUnion(withHead.kinds)
    let hasLayers =
      document.given != nil && document.text.hash == original.textHash
      && !GivenKinds(document.given).isSubset(of: original.layers ?? [])
    guard
      fields.mayAdd(to: original.fields) || withHead.mayAdd(to: original.fieldsWithHead)
        || hasLayers
    else { return }
    hasMore = true
    told[number, default: []].append(copy)
  }

  private mutating func add(
    _ match: DuplicateFinder.Match, of document: SourceDocument, _ report: inout IngestionReport
  ) {
    let metadata = document.metadata
    add(match, place: metadata.url ?? metadata.origin, file: metadata.origin, &report)
  }

  private mutating func add(
    _ match: DuplicateFinder.Match, place: String, file: String, _ report: inout IngestionReport
  ) {
    let original = originals[match.number]
    originals[match.number].copies.append(report.duplicates.count)
    report.duplicates.append(
      .init(
        place: place, original: original.id, resemblance: match.resemblance, file: file,
        kept: original.file ?? original.place))
    // The place of the original is no other place, and an address that it gets from here is its own.
    let isItsOwn = place != file && !original.allFields.contains(.url)
    let other = isItsOwn ? file : place
    guard policy == .link, other != original.place else { return }
    if original.isEarlier, other == earlier?.known(of: original.number)?.origin { return }
    list([other], of: original.id, &report)
  }

  /// Lists places of a text, each once.
  private func list(_ places: [String], of id: String, _ report: inout IngestionReport) {
    for place in places where report.copies[id]?.contains(place) != true {
      report.copies[id, default: []].append(place)
    }
  }

  /// Takes the places where a corpus that was exported has found a text.
  private func addPlaces(
    of metadata: DocumentMetadata, to id: String, _ report: inout IngestionReport
  ) {
    guard let field = metadata.other.first(where: DocumentMetadata.isListOfCopies) else { return }
    list(MetadataValue.text(field.value).keywords, of: id, &report)
  }

  /// Takes a document for an earlier one, which is left out.
  private mutating func replace(
    _ match: DuplicateFinder.Match, with new: Original, _ report: inout IngestionReport
  ) {
    var old = originals[match.number]
    if old.isEarlier {
      replaced.earlier.insert(old.number)
      replaced.names[old.id] = new.id
      let known = earlier.flatMap { $0.copy(of: old.number) }
      let all = (known.map { [$0] } ?? []) + (replaced.told.removeValue(forKey: old.number) ?? [])
      if !all.isEmpty {
        told[match.number, default: []] += all
        hasMore = true
      }
      for copy in all {
        old.allFields.formUnion(KnownFields(copy.head ?? copy.metadata, nil).kinds)
      }
      if let known = known?.metadata {
        (old.place, old.file) = (known.url ?? known.origin, known.origin)
      }
    } else {
      replaced.own.insert(old.number)
      for (name, current) in replaced.names where current == old.id {
        replaced.names[name] = new.id
      }
      report.documentCount -= 1
      report.repairs.removeAll { $0.document == old.id }
      if old.fields.mayAdd(to: new.fields) || old.fieldsWithHead.mayAdd(to: new.fieldsWithHead)
        || told[match.number] != nil
      {
        hasMore = true
      }
    }
    originals[match.number] = new
    originals[match.number].copies = old.copies
    let places = report.copies.removeValue(forKey: old.id) ?? []
    list(places.filter { $0 != new.place }, of: new.id, &report)
    for copy in old.copies {
      report.duplicates[copy].original = new.id
      report.duplicates[copy].kept = new.file ?? new.place
    }
    add(match, place: old.place, file: old.file ?? old.place, &report)
    originals[match.number].allFields.formUnion(old.allFields)
  }
}

// MARK: The second reading

extension CopyLedger {

  /// What is told in all of documents that were returned, where copies tell more of them than they do
  /// themselves, by their numbers.
  var toldInAll: [Int: KnownFields.Kinds] {
    var result: [Int: KnownFields.Kinds] = [:]
    for original in originals
    where !original.isEarlier && original.allFields != original.fields.kinds {
      result[original.number] = original.allFields
    }
    return result
  }

  /// Begins to meet the same documents again.
  ///
  /// - Parameter forAll: Whether all that are kept are asked for, not only those with something new.
  mutating func rewind(forAll: Bool) {
    again = (0, forAll)
    repeated = []
    hasMore = false
  }

  /// Returns a document that is met again with what its copies tell; nil for one that is left out, or
  /// has nothing new where not all are asked for.
  mutating func again(_ document: SourceDocument) -> SourceDocument? {
    guard let (sequence, isForAll) = again, sequence < numbers.count else { return nil }
    again = (sequence + 1, isForAll)
    let number = Int(numbers[sequence])
    let original = originals[number]
    guard original.sequence == sequence else {
      // What was left out behind the one that is kept has told it already.
      if sequence < original.sequence { told[number, default: []].append(SourceCopy(document)) }
      return nil
    }
    let copies = told.removeValue(forKey: number) ?? []
    guard isForAll || !copies.isEmpty else { return nil }
    var document = document
    // A file that has changed since has other documents.
    if document.text.hash == original.textHash { document = document.filled(from: copies) }
    document.metadata.id = original.id
    document.metadata.other.removeAll(where: DocumentMetadata.isListOfCopies)
    repeated.append(original.number)
    return document
  }
}
