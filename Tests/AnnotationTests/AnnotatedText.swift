import Annotation

/// A short text with the layers up to the entities, and ways to read them as words.
struct AnnotatedText {

  let document: AnnotatedDocument

  init(_ text: String, tags: [String] = [], title: String? = nil) {
    var metadata = DocumentMetadata(id: "test", origin: "test.txt")
    metadata.tags = tags
    metadata.title = title
    var document = AnnotatedDocument(text: NormalizedText(clean: text), metadata: metadata)
    var start: UInt32 = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + UInt32(paragraph.utf8.count)
      if end > start { document.blocks.append(Block(.paragraph, ByteRange(start, end))) }
      start = end + 1
    }
    let steps: [any Annotator] = [
      Tokenizer(), SentenceSplitter(), PartOfSpeechTagger(), Lemmatizer(), NameRecognizer(),
      EntityResolver(), TopicAnnotator(),
    ]
    for step in steps { step.annotate(&document) }
    self.document = document
  }

  /// The tokens as words.
  var words: [String] { document.tokens.map { document.text.string($0.range) } }

  /// The sentences as text.
  var sentences: [String] {
    document.sentences.map { string($0.firstToken, $0.endToken) }
  }

  /// The mentions by name with their type: "Macron/person".
  var names: [String] {
    document.mentions.filter { $0.form == .name }.compactMap { mention in
      mention.entity.map {
        "\(string(mention.firstToken, mention.endToken))/\(document.entities[Int($0)].type.rawValue)"
      }
    }
  }

  /// Whom each mention of these words means; "?" where no one is known.
  func meaning(of words: String) -> [String] {
    document.mentions.filter { string($0.firstToken, $0.endToken) == words }.map { mention in
      mention.entity.map { document.entities[Int($0)].name } ?? "?"
    }
  }

  /// The entity of this name.
  func entity(_ name: String) -> DocumentEntity? { document.entities.first { $0.name == name } }

  private func string(_ first: UInt32, _ end: UInt32) -> String {
    let start = document.tokens[Int(first)].range.start
    return document.text.string(ByteRange(start, document.tokens[Int(end) - 1].range.end))
  }
}
