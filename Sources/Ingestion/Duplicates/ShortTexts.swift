internal import Annotation
internal import CorpusStore

/// Texts too short to be told from others by their words, for many people say “Thank you”.
///
/// Two are one where all that their sources tell of them agrees. Of two files, one of which gives words,
/// names or quotes of a text and the other does not, it is enough that nothing contradicts.
struct ShortTexts {

  /// A short text.
  struct Text {
    /// What stands in it beside blanks.
    fileprivate let content: UInt64
    /// All that is known of it, with its content; nil where that is not known.
    fileprivate let identity: UInt64?
    fileprivate let file: UInt64
    fileprivate let title: UInt64?
    fileprivate let outlet: UInt64?
    fileprivate let address: UInt64?
    fileprivate let day: Day
    fileprivate let layers: GivenKinds

    /// Takes a text and where it comes from.
    init(_ text: [UInt8], _ origin: DuplicateFinder.Origin) {
      let content = Self.hash(text.filter { $0 > 0x20 })
      self.content = content
      if let identity = origin.identity {
        self.identity = content &* 31 &+ identity()
      } else {
        identity = nil
      }
      file = Self.hash(Array(origin.file.utf8))
      title = Self.hash(origin.title)
      outlet = Self.hash(origin.outlet)
      address = Self.hash(origin.address)
      day = origin.day
      layers = origin.layers
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 { XXHash64.hash(bytes.span) }

    private static func hash(_ text: String?) -> UInt64? {
      guard let text else { return nil }
      return hash(Array(text.utf8))
    }

    /// Whether this is a text of which another file has layers that this has not, or the other way
    /// round.
    fileprivate func isCompanion(of other: Text) -> Bool {
      guard layers.isDisjoint(with: other.layers), layers != other.layers, file != other.file else {
        return false
      }
      let isOfDay = day == other.day || day == .missing || other.day == .missing
      return isOfDay && Self.agree(title, other.title) && Self.agree(outlet, other.outlet)
        && Self.agree(address, other.address)
    }

    private static func agree(_ a: UInt64?, _ b: UInt64?) -> Bool {
      a == nil || b == nil || a == b
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
  private var byContent: [UInt64: [Entry]] = [:]

  /// Returns the number of a text that another repeats; nil where there is none.
  func match(_ text: Text) -> Int? {
    if let identity = text.identity, let number = byIdentity[identity] { return number }
    return byContent[text.content]?.last { text.isCompanion(of: $0.text) }?.number
  }

  /// Makes a text known by the number of its document.
  mutating func add(_ text: Text, number: Int) {
    if let identity = text.identity { byIdentity[identity] = number }
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
