/// The sections of a model that read syntax; one that is missing is nil or empty.
package struct SyntaxModel: Sendable {

  /// The model embedded in the program.
  package static let english = SyntaxModel(.english)

  /// The words known by sight.
  package let vocabulary: Vocabulary
  /// The weights of `BoundaryFeatures`.
  let sentences: HashedWeights?
  /// The weights of `TagFeatures`.
  package let tagger: WeightTable?
  /// The network whose scores join those of the tagger.
  package let tagNetwork: TagModel?
  /// The lemmas of words by their endings.
  package let lemmas: LemmaTable?
  /// The network of heads and relations.
  package let parser: ParserModel?

  /// Reads the sections `syntax.…`.
  package init(_ file: ModelFile) {
    vocabulary = file.section("syntax.words").flatMap { Vocabulary($0) } ?? .empty
    sentences = file.section("syntax.sentences").flatMap { HashedWeights($0) }
    tagger = file.section("syntax.tagger").flatMap { WeightTable($0) }
    tagNetwork = file.section("syntax.tagger-network").flatMap { TagModel($0) }
    parser = file.section("syntax.parser").flatMap { ParserModel($0) }
    lemmas = file.section("syntax.lemmas").flatMap { LemmaTable($0) }
  }
}
