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
  /// The networks whose mean scores join those of the tagger.
  package let tagNetworks: [TagModel]
  /// The lemmas of words by their endings.
  package let lemmas: LemmaTable?
  /// The networks of heads and relations, whose scores are summed.
  package let parsers: [ParserModel]

  /// The sections of the networks; those of a kind were learnt from different random starts, and err
  /// in different places (an ensemble, Hansen and Salamon 1990).
  package static let tagNetworkNames = ["syntax.tagger-network", "syntax.tagger-network-2"]
  package static let parserNames = ["syntax.parser", "syntax.parser-2"]

  /// Reads the sections `syntax.…`.
  package init(_ file: ModelFile) {
    vocabulary = file.section("syntax.words").flatMap { Vocabulary($0) } ?? .empty
    sentences = file.section("syntax.sentences").flatMap { HashedWeights($0) }
    tagger = file.section("syntax.tagger").flatMap { WeightTable($0) }
    tagNetworks = Self.tagNetworkNames.compactMap { file.section($0).flatMap { TagModel($0) } }
    parsers = Self.parserNames.compactMap { file.section($0).flatMap { ParserModel($0) } }
    lemmas = file.section("syntax.lemmas").flatMap { LemmaTable($0) }
  }
}
