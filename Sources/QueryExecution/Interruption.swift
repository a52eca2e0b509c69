internal import Synchronization

/// A wish to stop a running query, made by another thread or by a signal handler.
public final class Interruption: Sendable {

  private let flag = Atomic(false)
  private let poll: @Sendable () -> Bool

  /// Creates a wish that is not made yet.
  ///
  /// - Parameter poll: Whether someone else wishes it, such as a flag that a signal handler sets.
  ///   It is asked often, so it must be cheap.
  public init(polling poll: @escaping @Sendable () -> Bool = { false }) { self.poll = poll }

  /// Whether the query shall stop.
  public var isRequested: Bool { flag.load(ordering: .relaxed) || poll() }

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
