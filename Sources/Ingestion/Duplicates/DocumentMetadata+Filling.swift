package import Annotation
internal import CorpusStore

extension DocumentMetadata {

  /// Takes from a copy of the text what is not known here; what is known stays.
  ///
  /// Tags of both are kept. Where a copy was found and who published it is taken only where nothing
  /// here speaks of another place: a paper that prints what an agency wrote is not where that was found.
  mutating func fill(from copy: DocumentMetadata) {
    title = title ?? copy.title
    date = date ?? copy.date
    language = language ?? copy.language
    if authors.isEmpty { authors = copy.authors }
    if isOfPlace(of: copy) {
      url = url ?? copy.url
      outlet = outlet ?? copy.outlet
      section = section ?? copy.section
    }
    var known = Set(tags.map { $0.lowercased() })
    tags += copy.tags.filter { known.insert($0.lowercased()).inserted }
    guard !copy.other.isEmpty else { return }
    let names = Set(SourceField.attributes(other))
    let told = copy.other.filter { !Self.isListOfCopies($0) }
    other += zip(SourceField.attributes(told), told).filter { !names.contains($0.0) }.map(\.1)
  }

  /// Takes from copies of the text what is not known here, that which tells most first, and what the
  /// heads of their texts tell last.
  mutating func fill(from copies: [SourceCopy]) {
    let copies = copies.sorted(by: SourceCopy.isBefore)
    for copy in copies { fill(from: copy.metadata) }
    for case let head? in copies.map(\.head) { fill(from: head) }
  }

  /// Whether neither address nor outlet of two contradict each other.
  private func isOfPlace(of copy: DocumentMetadata) -> Bool {
    if let url, let other = copy.url {
      return DuplicateFinder.plain(url) == DuplicateFinder.plain(other)
    }
    if let outlet, let other = copy.outlet { return outlet.lowercased() == other.lowercased() }
    return true
  }

  /// Whether a field is the list of places that an export writes, with a semicolon at its end; what
  /// a source of its own calls so is a field of it.
  package static func isListOfCopies(_ field: (key: String, value: String)) -> Bool {
    field.key == "copies" && field.value.hasSuffix(";")
  }

  /// How many fields are known.
  var knownCount: Int {
    [title, url, outlet, section, language].count { $0 != nil } + (date == nil ? 0 : 1)
      + (authors.isEmpty ? 0 : 1) + (tags.isEmpty ? 0 : 1) + other.count
  }
}

/// Which fields the source of a document tells, in little room.
struct KnownFields: Hashable {

  /// Fields of ours, and what is known of words.
  struct Kinds: OptionSet, Hashable {
    let rawValue: UInt16
    static let title = Kinds(rawValue: 1)
    static let date = Kinds(rawValue: 2)
    static let url = Kinds(rawValue: 4)
    static let outlet = Kinds(rawValue: 8)
    static let authors = Kinds(rawValue: 16)
    static let section = Kinds(rawValue: 32)
    static let language = Kinds(rawValue: 64)
    static let lemmas = Kinds(rawValue: 128)
    static let partsOfSpeech = Kinds(rawValue: 256)
    /// Those that stand in the heads of texts.
    static let inHeads: Kinds = [.title, .date, .outlet, .authors]
  }

  /// The fields that are known.
  private(set) var kinds: Kinds = []
  /// A number for the names of the other fields; zero for none.
  private var others: UInt32 = 0
  /// A hash of the tags; zero for none.
  private var tags: UInt32 = 0

  /// Creates the fields of nothing.
  init() {}

  /// Creates those of a document.
  init(_ metadata: DocumentMetadata, _ given: GivenLayers?) {
    func insert(_ kind: Kinds, _ isKnown: Bool) { if isKnown { kinds.insert(kind) } }
    insert(.title, metadata.title != nil)
    insert(.date, metadata.date != nil)
    insert(.url, metadata.url != nil)
    insert(.outlet, metadata.outlet != nil)
    insert(.authors, !metadata.authors.isEmpty)
    insert(.section, metadata.section != nil)
    insert(.language, metadata.language != nil)
    insert(.lemmas, given?.isLemmatized == true)
    insert(.partsOfSpeech, given?.isTagged == true)
    others = Self.hash(metadata.other.filter { !DocumentMetadata.isListOfCopies($0) }.map(\.key))
    tags = Self.hash(metadata.tags)
  }

  /// Whether these may tell something that others do not.
  func mayAdd(to known: KnownFields) -> Bool {
    !kinds.isSubset(of: known.kinds) || (others != 0 && others != known.others)
      || (tags != 0 && tags != known.tags)
  }

  private static func hash(_ texts: [String]) -> UInt32 {
    if texts.isEmpty { return 0 }
    var writer = RecordWriter()
    for text in texts { writer.append(text) }
    return UInt32(truncatingIfNeeded: XXHash64.hash(writer.bytes.span)) | 1
  }
}
