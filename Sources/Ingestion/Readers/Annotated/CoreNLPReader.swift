internal import Annotation

/// Reads what Stanford CoreNLP writes as JSON, one document or a list of them.
///
/// Words, lemmas, tags of the Penn Treebank, sentences, `entitymentions` and `quotes` are taken as they
/// are given, the speaker of a quote from `canonicalSpeaker`, else `speaker`, else the words of the
/// mention. Offsets count units of UTF-16. Where the text is not in the file, it is put together from
/// the words. Source: https://stanfordnlp.github.io/CoreNLP/pipeline.html.
public struct CoreNLPReader: DocumentReader {

  /// `corenlp`.
  public static let name = "corenlp"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["json"]

  /// Creates the reader.
  public init() {}

  /// Whether sentences of words with offsets begin.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let range = start.indices
    return start.holds(Array("\"sentences\"".utf8), in: range)
      && start.holds(Array("\"characterOffsetBegin\"".utf8), in: range)
  }

  /// Reads the documents of a file.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    guard let value = JSONFile(file).value(&reading) else { return reading }
    for (index, object) in value.list.enumerated() {
      guard let sentences = object["sentences"]?.items else {
        reading.warnings.append(
          .noContent("output of CoreNLP", "\"sentences\"", file.origin, line: nil))
        continue
      }
      let number = value.list.count > 1 ? index + 1 : nil
      var reader = CoreNLPDocument(object, sentences)
      guard let source = reader.document(file, number, &reading) else {
        reading.warnings.append(.noText(file.origin, line: nil))
        continue
      }
      reading.documents.append(source)
    }
    return reading
  }
}

/// A document of CoreNLP.
private struct CoreNLPDocument {

  private let object: JSONValue
  private let sentences: [JSONValue]
  /// For each word of the file, the bytes that it stands in.
  private var places: [ByteRange?] = []
  private var misplacedCount = 0

  init(_ object: JSONValue, _ sentences: [JSONValue]) {
    self.object = object
    self.sentences = sentences
  }

  mutating func document(
    _ file: SourceFile, _ number: Int?, _ reading: inout Reading
  ) -> SourceDocument? {
    let text: [UInt8] =
      if case .text(let bytes)? = object["text"] { bytes } else { WrittenWords(sentences).text }
    guard text.contains(where: { $0 > 0x20 }) else { return nil }
    let standoff = StandoffText(text, unit: .utf16)
    var layers = GivenLayers()
    layers.wordFields.reader = CoreNLPReader.name
    for sentence in sentences { add(sentence, standoff, &layers) }
    layers.fillBlocks(of: standoff.text)
    addMentions(standoff, &layers)
    if let quotes = object["quotes"]?.items {
      layers.quotes = quotes.compactMap { quote($0, standoff) }
      misplacedCount += quotes.count - (layers.quotes?.count ?? 0)
    }
    if misplacedCount > 0 { reading.warnings.append(.misplaced(misplacedCount, file.origin)) }
    var assembler = MetadataAssembler()
    if let id = object["docId"]?.string { assembler.add("id", .text(id)) }
    if let date = object["docDate"]?.string { assembler.add("date", .text(date)) }
    let metadata = assembler.assemble(file, line: nil, item: number, &reading.warnings)
    return SourceDocument(text: standoff.text, metadata: metadata, given: layers)
  }

  private mutating func add(
    _ sentence: JSONValue, _ standoff: StandoffText, _ layers: inout GivenLayers
  ) {
    let first = layers.tokens.count
    for item in sentence["tokens"]?.items ?? [] {
      let place = Self.place(of: item, standoff)
      places.append(place)
      guard let place else {
        misplacedCount += 1
        continue
      }
      // Words that are written as one stand in one place; the first of them is taken.
      guard place.start >= layers.tokens.last?.range.end ?? 0 else { continue }
      var token = Token(place)
      if let lemma = item["lemma"]?.string {
        layers.isLemmatized = true
        if lemma != item["word"]?.string { token.lemma = lemma }
      }
      if case .text(let tag)? = item["pos"], let known = TagNames.tag(tag, tag.indices) {
        token.partOfSpeech = known
        layers.isTagged = true
      }
      layers.tokens.append(token)
    }
    guard layers.tokens.count > first else { return }
    layers.sentences.append(
      Sentence(firstToken: UInt32(first), endToken: UInt32(layers.tokens.count), block: 0))
  }

  private static func place(of item: JSONValue, _ standoff: StandoffText) -> ByteRange? {
    guard let start = item["characterOffsetBegin"]?.integer,
      let end = item["characterOffsetEnd"]?.integer
    else { return nil }
    return standoff.range(start, end)
  }

  // MARK: Names

  private mutating func addMentions(_ standoff: StandoffText, _ layers: inout GivenLayers) {
    let lists = sentences.compactMap { $0["entitymentions"]?.items }
    var mentions: [GivenMention] = []
    for item in lists.joined() {
      guard let type = item["ner"]?.string.flatMap(EntityLabel.type),
        item["text"]?.string.map(Self.isPronoun) != true
      else { continue }
      guard let place = Self.place(of: item, standoff) else {
        misplacedCount += 1
        continue
      }
      mentions.append(GivenMention(place, type: type, field: "entitymentions"))
    }
    if lists.isEmpty { mentions = taggedNames }
    let isTold =
      !lists.isEmpty || sentences.contains { $0["tokens"]?.items.first?["ner"] != nil }
    if isTold { layers.mentions = mentions }
  }

  /// Runs of words of one class, where runs are not given.
  private var taggedNames: [GivenMention] {
    var mentions: [GivenMention] = []
    var index = 0
    for sentence in sentences {
      var last: String?
      for item in sentence["tokens"]?.items ?? [] {
        let label = item["ner"]?.string ?? "O"
        let place = places.indices.contains(index) ? places[index] : nil
        index += 1
        if let place, let type = EntityLabel.type(of: label) {
          if label == last, let open = mentions.indices.last {
            mentions[open].range.end = max(place.end, mentions[open].range.end)
          } else {
            mentions.append(GivenMention(place, type: type, field: "ner"))
          }
        }
        last = place == nil ? nil : label
      }
    }
    return mentions
  }

  private static func isPronoun(_ text: String) -> Bool {
    pronouns.contains(text.lowercased())
  }

  private static let pronouns: Set<String> = [
    "i", "me", "my", "mine", "myself", "you", "your", "he", "him", "his", "himself", "she", "her",
    "hers", "herself", "it", "its", "we", "us", "our", "they", "them", "their", "who", "whom",
  ]

  // MARK: Quotes

  private func quote(_ item: JSONValue, _ standoff: StandoffText) -> GivenQuote? {
    guard let start = item["beginIndex"]?.integer, let end = item["endIndex"]?.integer,
      let content = standoff.range(start, end)
    else { return nil }
    var quote = GivenQuote(content: [content], field: "quotes")
    for field in ["canonicalSpeaker", "speaker"] where quote.speaker == nil {
      guard let name = item[field]?.name, !Self.isPronoun(name) else { continue }
      quote.speaker = name
      quote.speakerField = field
    }
    if let first = item["mentionBegin"]?.integer, let last = item["mentionEnd"]?.integer,
      places.indices.contains(first), places.indices.contains(last), first <= last,
      let start = places[first]?.start, let end = places[last]?.end
    {
      quote.source = [ByteRange(start, max(start, end))]
    }
    quote.isAnonymous = quote.speaker == nil && quote.source.isEmpty
    return quote
  }
}

/// A text put together from words with their offsets, the gaps filled with blanks.
private struct WrittenWords {

  /// The text.
  private(set) var text: [UInt8] = []
  private var position = 0

  /// The longest gap between two words, in units of UTF-16.
  private static let longestGap = 4096

  init(_ sentences: [JSONValue]) {
    for sentence in sentences {
      var isFirst = true
      for item in sentence["tokens"]?.items ?? [] {
        guard let start = item["characterOffsetBegin"]?.integer,
          let word = item.first(of: "originalText", "word")?.string, start >= position,
          start - position <= Self.longestGap
        else { continue }
        fill(start - position, item["before"]?.string, isFirst: isFirst)
        text += word.utf8
        position = start + word.utf16.count
        isFirst = false
      }
    }
  }

  private mutating func fill(_ gap: Int, _ before: String?, isFirst: Bool) {
    if let before, before.utf16.count == gap {
      text += before.utf8
    } else {
      // Between sentences, more than a blank is rather the end of a paragraph.
      text += [UInt8](repeating: isFirst && gap > 1 ? 0x0A : 0x20, count: gap)
    }
  }
}

extension GivenLayers {

  /// Makes paragraphs of the sentences between empty lines; between any lines where none is empty.
  mutating func fillBlocks(of text: NormalizedText) {
    func gap(_ index: Int) -> ArraySlice<UInt8> {
      let end = Int(tokens[Int(sentences[index].endToken) - 1].range.end)
      let start = Int(tokens[Int(sentences[index + 1].firstToken)].range.start)
      return text.bytes[end..<max(end, start)]
    }
    let gaps = sentences.indices.dropLast().map { index in gap(index).count { $0 == 0x0A } }
    let least = gaps.contains { $0 > 1 } ? 2 : 1
    var first = 0
    for index in sentences.indices {
      let sentence = sentences[index]
      sentences[index] = Sentence(
        firstToken: sentence.firstToken, endToken: sentence.endToken, block: UInt32(blocks.count))
      guard index == gaps.count || gaps[index] >= least else { continue }
      let start = tokens[Int(sentences[first].firstToken)].range.start
      blocks.append(
        Block(.paragraph, ByteRange(start, tokens[Int(sentence.endToken) - 1].range.end)))
      first = index + 1
    }
  }
}
