/// Gives each token its dictionary form: by the longest ending, or the whole word, that is known.
public struct Lemmatizer: Annotator {

  /// The form of a word depends on its part of speech.
  public static let requires: Set<Layer> = [.tokens, .partsOfSpeech]
  /// The lemmas of tokens.
  public static let provides: Set<Layer> = [.lemmas]

  private let table: LemmaTable?

  /// Creates a lemmatizer with the model of the program.
  public init() { table = SyntaxModel.english.lemmas }

  /// Creates a lemmatizer with a model of one's own.
  package init(_ model: SyntaxModel) { table = model.lemmas }

  /// Gives each token of a document its lemma; without a model, the word in lower case.
  public func annotate(_ document: inout AnnotatedDocument) {
    var reader = LemmaReader()
    for index in document.tokens.indices {
      let token = document.tokens[index]
      let range = Int(token.range.start)..<Int(token.range.end)
      reader.read(range, of: document.text.bytes, as: token.partOfSpeech)
      document.tokens[index].lemma = reader.lemma(table?.edit(reader.keys))
    }
  }
}
