internal import Synchronization

/// A wish to stop a running query, made by another thread or by a signal handler.
public final class Interruption: Sendable {

  private let flag = Atomic(false)

  /// Creates a wish that is not made yet.
  public init() {}

  /// Whether the query shall stop.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Asks the query to stop; it does so within one block of rows.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Takes the wish back, for the next query.
  public func reset() { flag.store(false, ordering: .relaxed) }

  /// Throws if the query shall stop.
  package func check() throws(Interrupted) { if isRequested { throw Interrupted() } }
}

/// The query was stopped, and there is no result.
public struct Interrupted: Error, Hashable {
  /// Creates the error.
  public init() {}
}
