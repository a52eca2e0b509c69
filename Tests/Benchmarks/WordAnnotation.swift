import Annotation
import CorpusStore
import Foundation
import Synchronization

/// The parts of speech and lemmas of the words of a corpus.
///
/// Tags take a minute for ten million words, so they are kept in a file.
struct WordAnnotation {

  /// The tag of each token, as a place in `tagNames`.
  let tags: [UInt8]

  /// What the tags are called.
  let tagNames = PartOfSpeech.allCases.map(\.name)

  /// The distinct lemmas.
  let lemmas: [String]

  /// The lemma of each token, as a place in `lemmas`.
  let lemmaOfToken: [UInt32]

  /// Reads the tags from the file of an earlier run, or gives them anew and keeps them.
  static func read(
    _ size: String, _ tokens: TokenColumns, _ documents: Regions
  ) throws -> WordAnnotation {
    let file = Folders.index.appending(path: "quoth.\(size).tags")
    if let kept = try? Data(contentsOf: file), kept.count == tokens.count {
      return WordAnnotation(Array(kept), tokens)
    }
    let tags = tagged(tokens, documents)
    try FileManager.default.createDirectory(at: Folders.index, withIntermediateDirectories: true)
    try Data(tags).write(to: file, options: .atomic)
    return WordAnnotation(tags, tokens)
  }

  private init(_ tags: [UInt8], _ tokens: TokenColumns) {
    self.tags = tags
    var numbers: [UInt64: UInt32] = [:]
    var examples: [Int] = []
    lemmaOfToken = tags.indices.map { token in
      let form = UInt64(tokens.words[token]) << 8 | UInt64(tags[token])
      if let number = numbers[form] { return number }
      numbers[form] = UInt32(examples.count)
      examples.append(token)
      return UInt32(examples.count - 1)
    }
    lemmas = Self.lemmas(of: examples, tokens, tags)
  }

  /// Returns the lemmas of some tokens; a lemma hangs on the word and its tag alone.
  private static func lemmas(
    of places: [Int], _ tokens: TokenColumns, _ tags: [UInt8]
  ) -> [String] {
    var document = document(of: places, tokens)
    for (index, place) in places.enumerated() {
      document.tokens[index].partOfSpeech = PartOfSpeech(rawValue: tags[place]) ?? .x
    }
    Lemmatizer().annotate(&document)
    return zip(document.tokens, places).map { token, place in
      token.lemma.isEmpty
        ? String(decoding: tokens.text[tokens.bytes(of: place..<place + 1)], as: UTF8.self)
        : token.lemma
    }
  }

  /// Tags the words of all documents, on all cores.
  private static func tagged(_ tokens: TokenColumns, _ documents: Regions) -> [UInt8] {
    let tagger = PartOfSpeechTagger()
    let found = Mutex([[UInt8]](repeating: [], count: documents.count))
    DispatchQueue.concurrentPerform(iterations: documents.count) { row in
      let run = documents.tokens(of: RowID(UInt32(row)))
      var document = document(Array(tokens.text[tokens.bytes(of: run)]))
      split(&document)
      tagger.annotate(&document)
      let tags = document.tokens.map(\.partOfSpeech.rawValue)
      found.withLock { $0[row] = tags }
    }
    return found.withLock { Array($0.joined()) }
  }

  /// Finds the tokens between blanks and the sentences between ends of lines.
  private static func split(_ document: inout AnnotatedDocument) {
    let bytes = document.text.bytes
    var (start, first) = (0, 0)
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") else { continue }
      if place > start { document.tokens.append(Token(ByteRange(UInt32(start), UInt32(place)))) }
      start = place + 1
      if byte == UInt8(ascii: "\n"), document.tokens.count > first {
        document.sentences.append(
          Sentence(
            firstToken: UInt32(first), endToken: UInt32(document.tokens.count), block: 0))
        first = document.tokens.count
      }
    }
  }

  private static func document(of places: [Int], _ tokens: TokenColumns) -> AnnotatedDocument {
    var bytes: [UInt8] = []
    var ranges: [ByteRange] = []
    for place in places {
      let start = UInt32(bytes.count)
      bytes += tokens.text[tokens.bytes(of: place..<place + 1)]
      ranges.append(ByteRange(start, UInt32(bytes.count)))
      bytes.append(UInt8(ascii: " "))
    }
    var document = document(bytes)
    document.tokens = ranges.map { Token($0) }
    return document
  }

  private static func document(_ text: [UInt8]) -> AnnotatedDocument {
    AnnotatedDocument(
      text: NormalizedText(bytes: text, originalBytes: text, edits: [], repairs: []),
      metadata: DocumentMetadata(id: "", origin: ""))
  }
}
