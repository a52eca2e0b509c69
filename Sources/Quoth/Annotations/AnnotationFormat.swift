internal import Annotation

/// A form in which annotated texts are written.
public enum AnnotationFormat: String, CaseIterable, Sendable {

  /// The quotes of each document, as a JSON object a line.
  case quotesJSONL = "quotes-jsonl"
  /// Every layer of each document, as a JSON object a line.
  case jsonl
  /// Sentences and tokens in the columns of Universal Dependencies, names and quotes in the last.
  case conllu
  /// A page that shows who says what in colours.
  case html

  /// What says, in one line, what the form is good for.
  public var summary: String {
    switch self {
    case .quotesJSONL: "the quotes of a document a line, for scorers and scripts"
    case .jsonl: "every layer of a document a line"
    case .conllu: "sentences and tokens in the columns of Universal Dependencies"
    case .html: "a page with the words of each speaker in a colour"
    }
  }

  /// The layers that it shows.
  var layers: Set<Layer> {
    switch self {
    case .quotesJSONL, .html: OpenedCorpus.layers
    case .jsonl, .conllu: Set(Layer.allCases)
    }
  }
}
