/// The sizes of the tagger's network, and where its parameters lie.
///
/// The network reads each word as a sum of vectors of its features; each layer reads a word with its
/// two neighbours and adds what it finds, cut off below zero, to the word (convolution with residual
/// connections, as in spaCy's encoder); the last is mapped to scores of tags.
package enum TagShape {

  /// The length of a word's vector.
  package static let width = 64
  /// The number of layers; that many neighbours on either side count.
  package static let layers = 3
  /// The number of scores, in eights.
  package static let classes = (PartOfSpeech.allCases.count + 7) / 8 * 8

  /// Where each run of parameters starts: the matrix of a layer, for the word before, the word itself
  /// and the word behind; its bias; the matrix of scores, and its bias.
  package static func matrix(_ layer: Int) -> Int { layer * (3 * width + 1) * width }
  package static func bias(_ layer: Int) -> Int { matrix(layer) + 3 * width * width }
  package static let output = matrix(layers)
  package static let outputBias = output + width * classes
  /// The number of all parameters but vectors of features.
  package static let count = outputBias + classes
}
