internal import Annotation
internal import CorpusStore

/// Texts too short to be told from others by their words, for many people say “Thank you”.
///
/// Two are one where all that their sources tell of them agrees. Of two files it is enough that nothing
/// contradicts, where one gives words, names or quotes of a text and the other does not, or where both
/// call it by one name: a text and what was exported of it, or what two people annotated.
struct ShortTexts {

  /// A short text.
  struct Text {
    /// What stands in it beside blanks.
    fileprivate let content: UInt64
    /// All that is known of it, with its content; nil where that is not known.
    fileprivate let identity: UInt64?
    fileprivate let file: UInt64
    fileprivate let day: Day
    fileprivate let layers: GivenKinds
    /// Hashes of what it is called, each with its content.
    fileprivate let names: [UInt64]
    /// What is known of it: hashes of values by hashes of their fields.
    fileprivate let facts: [UInt64: UInt64]

    /// Takes a text and where it comes from.
    init(_ text: [UInt8], _ origin: DuplicateFinder.Origin) {
      let content = Self.hash(text.filter { $0 > 0x20 })
      self.content = content
      if let identity = origin.identity {
        self.identity = content &* 31 &+ identity()
      } else {
        identity = nil
      }
      file = Self.hash(origin.file)
      day = origin.day
      layers = origin.layers
      names = Self.names(origin).map { content &* 31 &+ Self.hash($0) }
      facts = Self.facts(origin)
    }

    /// What a text is called: its id, if that is no mere number, and where it is all of a file, the
    /// path of that without its ending.
    private static func names(_ origin: DuplicateFinder.Origin) -> [String] {
      guard let metadata = origin.metadata else { return [] }
      let id = origin.name.split(separator: "/").last.map(String.init) ?? origin.name
      let ids = id.contains(where: \.isLetter) ? [id] : []
      guard !origin.file.isEmpty, metadata.origin == origin.file else { return ids }
      let ending = SourceFile.pathExtension(origin.file).count
      return ids + [String(origin.file.dropLast(ending == 0 ? 0 : ending + 1)) + "/"]
    }

    private static func facts(_ origin: DuplicateFinder.Origin) -> [UInt64: UInt64] {
      var facts: [UInt64: UInt64] = [:]
      func add(_ name: String, _ value: String?) {
        if let value { facts[hash(name)] = hash(value) }
      }
      add("title", origin.title)
      add("outlet", origin.outlet)
      add("url", origin.address)
      guard let metadata = origin.metadata else { return facts }
      add("author", metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: "\n"))
      add("section", metadata.section)
      add("language", metadata.language)
      for field in metadata.other where !DocumentMetadata.isListOfCopies(field) {
        add("other " + field.key, field.value)
      }
      return facts
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 { XXHash64.hash(bytes.span) }

    private static func hash(_ text: String) -> UInt64 { hash(Array(text.utf8)) }

    /// Whether this is a text of which another file has layers that this has not, or the other way
    /// round.
    fileprivate func isCompanion(of other: Text) -> Bool {
      layers.isDisjoint(with: other.layers) && layers != other.layers && file != other.file
        && agrees(with: other)
    }

    /// Whether this is a text that is called as another: in one file two rows that give something of
    /// one text are two.
    fileprivate func isNamesake(of other: Text) -> Bool {
      (file != other.file || layers.isDisjoint(with: other.layers)) && agrees(with: other)
    }

    /// Whether nothing that is known of two contradicts.
    fileprivate func agrees(with other: Text) -> Bool {
      guard day == other.day || day == .missing || other.day == .missing else { return false }
      return facts.allSatisfy { field, value in other.facts[field].map { $0 == value } ?? true }
    }
  }

  /// A text of a document.
  private struct Entry {
    let text: Text
    let number: Int
  }

  /// How many of one content are looked at, the latest first.
  private static let mostCandidates = 8

  private var byIdentity: [UInt64: Int] = [:]
  private var byName: [UInt64: Entry] = [:]
  private var byContent: [UInt64: [Entry]] = [:]

  /// Returns the number of a text that another repeats; nil where there is none.
  func match(_ text: Text) -> Int? {
    if let identity = text.identity, let number = byIdentity[identity] { return number }
    for name in text.names {
      if let entry = byName[name], text.isNamesake(of: entry.text) { return entry.number }
    }
    return byContent[text.content]?.last { text.isCompanion(of: $0.text) }?.number
  }

  /// Makes a text known by the number of its document.
  mutating func add(_ text: Text, number: Int) {
    if let identity = text.identity { byIdentity[identity] = number }
    for name in text.names { byName[name] = Entry(text: text, number: number) }
    var entries = byContent.removeValue(forKey: text.content) ?? []
    if entries.count == Self.mostCandidates { entries.removeFirst() }
    entries.append(Entry(text: text, number: number))
    byContent[text.content] = entries
  }
}

extension SourceDocument {

  /// All that its source tells of it beside its text, as one number, places left out.
  var identity: UInt64 {
    var known = metadata
    let isNamedByFile = known.origin == known.id || known.origin.hasSuffix("/" + known.id)
    known.origin = ""
    if isNamedByFile { known.id = "" }
    var writer = RecordWriter()
    DocumentRecord.append(known, to: &writer)
    given?.appendIdentity(to: &writer)
    return XXHash64.hash(writer.bytes.span)
  }
}
