/// A quote that the source of a document gives.
///
/// It is kept as it is; who its speaker is among those whom the document names is told by
/// `GivenAttributions`.
public struct GivenQuote: Hashable, Sendable {

  /// The pieces of the content, in bytes of the normalised text; outer quotation marks may stand in.
  public var content: [ByteRange]
  /// The words that say that something is said; none where the source does not tell.
  public var cue: [ByteRange] = []
  /// The words that name the source; none where it does not tell.
  public var source: [ByteRange] = []
  /// The dictionary form of the cue; nil for that of its words.
  public var cueLemma: String?
  /// The name of who speaks; nil for who is meant by the words of `source`.
  public var speaker: String?
  /// The words at the head of a speech that tell who speaks; taken for a name where `speaker` is not told
  /// and the words of `source` mean nobody of the document.
  public var heading: String?
  /// The keys of who speaks in some list, like `Q3052772`, which become other names of them.
  public var identifiers: [String] = []
  /// Whether the source says that nobody is known for the speaker, so that none is looked for.
  public var isAnonymous = false
  /// The name of who is spoken to.
  public var addressee: String?
  /// How the words are given; nil for what the quotation marks tell.
  public var kind: Quote.Kind?
  /// How sure the source is, in 0...1; nil for all that it can be.
  public var confidence: Double?
  /// Whether it is speech or writing, as against belief or wish; nil for what the cue tells.
  public var isSpeech: Bool?
  /// What it is about; nil for what its words name.
  public var topics: [String]?
  /// What the source calls its quotes, like `quotes` or `said`.
  public var field: String
  /// What the source calls the speaker, like `who`.
  public var speakerField: String
  /// What else the source tells of it, like an annotator's doubt.
  public var remarks: [String] = []
  /// The chain that led to the quote, where the source tells it.
  public var reasons: [String] = []

  /// Creates a quote of which only the content is known.
  public init(content: [ByteRange], field: String, speakerField: String = "speaker") {
    self.content = content
    self.field = field
    self.speakerField = speakerField
  }
}

/// A place where the source of a document says that something is named.
public struct GivenMention: Hashable, Sendable {

  /// The words, in bytes of the normalised text.
  public var range: ByteRange
  /// What sort of thing it is; nil for what our own annotator takes it for.
  public var type: EntityType?
  /// The full name of what is meant; nil for what the resolution of names finds.
  public var name: String?
  /// The key of what is meant in some list, like `Q3052772`, which becomes another name of it.
  public var identifier: String?
  /// What mentions of the document have in common that mean the same, like `T4`; it names nobody.
  public var chain: String?
  /// How the words refer; a name where the source does not tell, unless no name stands there.
  public var form: Mention.Form = .name
  /// What the source calls it, like `ner`.
  public var field: String
  /// Why it is what it is, where the source tells.
  public var reason: String?

  /// Creates a mention of which only the place is known.
  public init(_ range: ByteRange, type: EntityType? = nil, name: String? = nil, field: String) {
    self.range = range
    self.type = type
    self.name = name
    self.field = field
  }
}
