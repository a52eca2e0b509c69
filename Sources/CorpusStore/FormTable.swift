/// What is known of the forms of tokens, which stand in the order of their folded words.
public struct FormTable: Sendable {

  /// Where the forms of each folded word start; one entry more than there are folded words.
  public let foldOffsets: FrozenArray<UInt32>

  /// The code of the folded word of each form.
  public let folds: FrozenArray<UInt32>

  /// The code of the word of each form, as it stands in the text.
  public let words: FrozenArray<UInt32>

  /// The code of the lemma of each form.
  public let lemmas: FrozenArray<UInt32>

  /// The code of the tag of each form.
  public let tags: FrozenArray<UInt8>

  /// The length of each form in bytes.
  public let lengths: FrozenArray<UInt32>

  /// How many tokens are of each form.
  public let counts: FrozenArray<UInt32>

  /// The number of forms.
  public var count: Int { folds.count }

  /// Returns the forms of a folded word.
  @inlinable
  public func forms(ofFold code: UInt32) -> Range<UInt32> {
    foldOffsets[Int(code)]..<foldOffsets[Int(code) + 1]
  }
}
