internal import Annotation

extension Part {

  /// Returns the sections `names.…`.
  static func trainNames(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    []
  }
}
