/// A document with all that has been found in it, layer by layer.
///
/// Every offset counts UTF-8 bytes of `text.bytes`, the normalised text; `text.original(_:)` leads
/// back to the text as it came. Layers are parallel arrays, filled in the order of the pipeline.
public struct AnnotatedDocument: Sendable {

  /// The text, repaired, with the way back to the original.
  public let text: NormalizedText

  /// What is known of the document beside its text.
  public var metadata: DocumentMetadata

  /// The blocks of the layout, in order; together they cover every byte but blanks.
  public var blocks: [Block] = []

  /// The sentences in order.
  ///
  /// Only paragraphs, and headlines that say what someone says, hold sentences.
  public var sentences: [Sentence] = []

  /// The words and marks in order.
  public var tokens: [Token] = []

  /// The places where something is named, in the order of their first token.
  public var mentions: [Mention] = []

  /// What is named, one entry for each thing however often it is named.
  public var entities: [DocumentEntity] = []

  /// Who said what, in the order of the content.
  public var quotes: [Quote] = []

  /// What the document as a whole is about.
  public var topics: [Topic] = []

  /// What of the words the source gives, in one line for `.why`; nil where all of it was found here.
  public var givenWords: String?

  /// The layers of which the source says that there is nothing, `quotes` or `mentions`.
  public var emptyLayers: Set<Layer> = []

  /// Creates a document without annotation.
  public init(text: NormalizedText, metadata: DocumentMetadata) {
    self.text = text
    self.metadata = metadata
  }
}

/// A half-open run of bytes of the normalised text.
public struct ByteRange: Hashable, Sendable {

  /// The offset of the first byte.
  public var start: UInt32

  /// The offset behind the last byte.
  public var end: UInt32

  /// Creates the range from `start` up to `end`.
  public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var length: Int { Int(end) - Int(start) }
}

/// What is known of a document beside its text.
public struct DocumentMetadata: Hashable, Sendable {

  /// The name that citations use: the `id` of the source, or the file's name.
  public var id: String
  /// The file it came from, as the user named it, and the line in it for a format of many documents.
  public var origin: String
  /// The title, from the source's own field or, failing that, from the layout.
  public var title: String?
  /// The day of publication, as year, month and day; nil where none is known.
  public var date: CalendarDay?
  /// Where it was found.
  public var url: String?
  /// Who published it.
  public var outlet: String?
  /// Who wrote it.
  public var authors: [String] = []
  /// The section of the outlet.
  public var section: String?
  /// Categories and keywords given by the source.
  public var tags: [String] = []
  /// The language as a BCP 47 tag, like `en`.
  public var language: String?
  /// All other fields of the source, in its order.
  public var other: [(key: String, value: String)] = []

  /// The date as it is written, where its figures tell or need an order; no part of what is kept.
  package var writtenDate: WrittenDate?

  /// Creates the metadata of a document of which only the name and file are known.
  public init(id: String, origin: String) {
    self.id = id
    self.origin = origin
  }

  /// Whether two have the same fields and values.
  public static func == (a: DocumentMetadata, b: DocumentMetadata) -> Bool {
    (a.id, a.origin, a.title, a.date, a.url) == (b.id, b.origin, b.title, b.date, b.url)
      && (a.outlet, a.authors, a.section, a.tags, a.language)
        == (b.outlet, b.authors, b.section, b.tags, b.language)
      && a.other.map(\.key) == b.other.map(\.key) && a.other.map(\.value) == b.other.map(\.value)
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(origin)
  }
}

/// A stretch of the layout: a paragraph, or something that is not running text.
public struct Block: Hashable, Sendable {

  /// What a block is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Running text.
    case paragraph
    /// The title of the document.
    case title
    /// A heading between paragraphs.
    case heading
    /// The line of categories of a scraped page, like "Posted in…".
    case category
    /// "By …", with nothing else.
    case byline
    /// Share buttons, "Leave a Reply", cookie notices and the like.
    case furniture
    /// A title or heading that says what someone says: "Macron: weakness is no option".
    case headline

    /// Whether blocks of this kind hold sentences and quotes.
    public var holdsSentences: Bool { self == .paragraph || self == .headline }
  }

  /// What it is.
  public let kind: Kind

  /// Its text, without the blanks around it.
  public let range: ByteRange

  /// Creates a block.
  public init(_ kind: Kind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

/// A sentence.
public struct Sentence: Hashable, Sendable {

  /// The first token.
  public let firstToken: UInt32
  /// The token behind the last.
  public let endToken: UInt32
  /// The block it stands in.
  public let block: UInt32

  /// Creates a sentence.
  public init(firstToken: UInt32, endToken: UInt32, block: UInt32) {
    self.firstToken = firstToken
    self.endToken = endToken
    self.block = block
  }
}

/// A word or mark, after the conventions of Universal Dependencies.
public struct Token: Hashable, Sendable {

  /// Its bytes in the text.
  public let range: ByteRange

  /// Its dictionary form, as it is looked up: lower case but for names.
  public var lemma: String = ""

  /// Its part of speech.
  public var partOfSpeech: PartOfSpeech = .x

  /// The token that it depends on, as an index into the document's tokens; itself for a root.
  public var head: UInt32 = 0

  /// How it depends on its head; `dep` as long as nothing is known.
  public var relation: DependencyRelation = .dep

  /// Creates a token.
  public init(_ range: ByteRange) { self.range = range }
}

/// The universal part-of-speech tags (Petrov, Das and McDonald 2012; UD version 2).
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb,
    x

  /// The tag as it is written, like `NOUN`.
  public var name: String {
    switch self {
    case .adj: "ADJ"
    case .adp: "ADP"
    case .adv: "ADV"
    case .aux: "AUX"
    case .cconj: "CCONJ"
    case .det: "DET"
    case .intj: "INTJ"
    case .noun: "NOUN"
    case .num: "NUM"
    case .part: "PART"
    case .pron: "PRON"
    case .propn: "PROPN"
    case .punct: "PUNCT"
    case .sconj: "SCONJ"
    case .sym: "SYM"
    case .verb: "VERB"
    case .x: "X"
    }
  }
}

/// What sort of thing an entity is.
public enum EntityType: String, Hashable, Sendable, CaseIterable {
  case person, organization, place
  /// A nationality, party or other group of people.
  case group
}

/// A place where an entity is named or meant.
public struct Mention: Hashable, Sendable {

  /// How the words refer.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// By a name: "Macron".
    case name
    /// By a description: "the French president".
    case nominal
    /// By a pronoun: "he".
    case pronoun
  }

  /// The first token.
  public let firstToken: UInt32
  /// The token behind the last.
  public let endToken: UInt32
  /// How the words refer.
  public let form: Form
  /// The entity meant, as an index into the document's entities; nil where it is not known.
  public var entity: UInt32?
  /// Why it is that entity, in words that a reader of `.why` understands.
  public var reason: String
  /// The share of links of this kind that are right, 0 to 1.
  public var certainty: Float

  /// Creates a mention.
  public init(
    firstToken: UInt32, endToken: UInt32, form: Form, entity: UInt32?, reason: String
  ) {
    self.firstToken = firstToken
    self.endToken = endToken
    self.form = form
    self.entity = entity
    self.reason = reason
    certainty =
      switch form {
      case .name where endToken - firstToken > 1: LinkCertainty.fullName
      case .name: LinkCertainty.shortName
      case .nominal, .pronoun: LinkCertainty.description
      }
  }
}

/// Something that a document names.
public struct DocumentEntity: Hashable, Sendable {

  /// The fullest name that is known, like "Emmanuel Macron".
  public var name: String
  /// What sort of thing it is.
  public var type: EntityType
  /// Every name it goes by in the document.
  public var aliases: [String]
  /// Offices and titles that stand with the name, in lower case: "president", "french president".
  public var roles: [String]
  /// The key under which the gazetteer knows it, so that "Beijing" and "China" can be one; or nil.
  public var known: String?

  /// Creates an entity.
  public init(
    name: String, type: EntityType, aliases: [String] = [], roles: [String] = [],
    known: String? = nil
  ) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.roles = roles
    self.known = known
  }
}

/// One attribution: what was said, who said it, and by which words we know.
public struct Quote: Hashable, Sendable {

  /// How the words are given.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case direct, indirect, mixed
  }

  /// Where the cue stands.
  public enum CuePosition: String, Hashable, Sendable, CaseIterable {
    case before, inside, after
  }

  /// The pieces of the content in order, at least one; quotation marks are left out.
  public var content: [ByteRange]
  /// The words that say that something is said, like "said" or "according to".
  ///
  /// Empty where there are none.
  public var cue: [ByteRange]
  /// The words that name the source with its description.
  ///
  /// Empty where there are none.
  public var source: [ByteRange]
  /// The dictionary form of the cue's head: `say`, `according to`; nil without a cue.
  public var cueLemma: String?
  /// Who speaks, as an index into the document's entities; nil where no one is known.
  public var speaker: UInt32?
  /// Who is spoken to, likewise.
  public var addressee: UInt32?
  /// How the words are given.
  public var kind: Kind
  /// Where the cue stands; nil without a cue.
  public var cuePosition: CuePosition?
  /// How sure the attribution is, in 0...1.
  public var confidence: Double
  /// Whether it reports speech or writing, as against belief or wish.
  public var isSpeech: Bool
  /// The quote of this document that this one stands inside, as an index; nil at the top.
  public var nestedIn: UInt32?
  /// What the content is about.
  public var topics: [Topic]
  /// The chain that led to this attribution, a step a line: marks or clause, cue, source, names.
  public var reasons: [String]

  /// Creates a quote; what is not given is not known.
  public init(
    content: [ByteRange], cue: [ByteRange] = [], source: [ByteRange] = [], kind: Kind,
    confidence: Double, isSpeech: Bool = true
  ) {
    self.content = content
    self.cue = cue
    self.source = source
    cueLemma = nil
    speaker = nil
    addressee = nil
    self.kind = kind
    cuePosition = nil
    self.confidence = confidence
    self.isSpeech = isSpeech
    nestedIn = nil
    topics = []
    reasons = []
  }
}

/// Something that a text is about.
public struct Topic: Hashable, Sendable {

  /// The name of the topic, like "China" or "immigration".
  public let name: String
  /// Why the text is about it: "named", "capital", "demonym", "government", "tag", "phrase".
  public let reason: String

  /// Creates a topic.
  public init(_ name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
