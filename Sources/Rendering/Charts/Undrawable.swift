/// Why a result cannot be drawn, and what can be done about it.
public struct Undrawable: Error, Hashable, Sendable, CustomStringConvertible {

  /// What is missing, in one phrase.
  public let reason: String

  /// What would make it drawable, in one phrase.
  public let mend: String

  /// Both, in one line.
  public var description: String { reason + "; " + mend }
}
