public import CorpusStore

/// A condition on a row.
public indirect enum BoundPredicate: Hashable, Sendable {
  /// True of every row, or of none.
  case constant(Bool)
  /// True where all are; at least two.
  case and([BoundPredicate])
  /// True where any is; at least two.
  case or([BoundPredicate])
  /// The exact complement.
  case not(BoundPredicate)
  /// Some value's code is among these, ascending, in the dictionary of the path's column.
  case codes(BoundPath, [UInt32])
  /// There is no value.
  case isMissing(BoundPath)
  /// There is a value, and it lies in the range.
  case integers(BoundPath, ClosedRange<Int>)
  /// There is a value, and it lies in the range.
  case decimals(BoundPath, ClosedRange<Double>)
  /// There is a value, and it lies in the range. With a part: the part's period does.
  case dates(BoundPath, ClosedRange<Day>)
  /// The row's text holds the phrase. For a quote that is its content.
  case phrase(PhrasePattern)
  /// Some value, as text and folded, contains the string.
  case contains(BoundPath, String)
  /// Some value, as text and folded, holds a match of the regular expression.
  case matches(BoundPath, RegexTree)
  /// A value of a grouped result, as shown and folded, equals the string.
  case groupEquals(BoundPath, String)
  /// The row stands so to some row of the source.
  case region(RegionRelation, BoundSource)
  /// The row's own text holds all of a match of the token pattern: for a quote that is its
  /// content, without the words around it.
  case pattern(BoundPattern)
  /// The row's text holds the first text so to the second: both lie in the row's text, save that
  /// with a reach of days the second may lie anywhere in the corpus.
  case proximity(BoundText, RegionRelation, BoundText)
  /// Of the rows of another table that belong to this one, as `to` finds them, so many fulfil the
  /// condition. Where `entityType` is set, only entities of the type belong to it.
  case linked(LinkedCount, Table, entityType: UInt32?, BoundPredicate)
}

/// How many of the rows that belong to a row fulfil a condition.
public enum LinkedCount: Hashable, Sendable {
  /// At least one.
  case some
  /// None; true of a row to which no row belongs.
  case no
  /// All; true of a row to which no row belongs.
  case every
  /// A number of them that lies in the range.
  case count(ClosedRange<Int>)
}

/// Something that stands in a text.
public indirect enum BoundText: Hashable, Sendable {
  /// A phrase.
  case phrase(PhrasePattern)
  /// A match of a token pattern.
  case pattern(BoundPattern)
  /// The first, where it stands so to the second.
  case related(BoundText, RegionRelation, BoundText)
}
