internal import Annotation

extension Part {

  /// Returns the sections `quotes.…`.
  static func trainQuotes(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    []
  }
}
