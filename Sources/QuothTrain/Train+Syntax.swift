internal import Annotation

extension Part {

  /// Returns the sections `syntax.…`.
  static func trainSyntax(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    []
  }
}
