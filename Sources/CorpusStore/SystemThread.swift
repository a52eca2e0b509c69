#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// A thread of the system.
///
/// Such threads start in microseconds and need no runtime, which tells on a corpus of a few files;
/// their stacks are as large as that of the main thread everywhere.
struct SystemThread {

  private let thread: pthread_t

  private static var stackSize: Int { 8 << 20 }

  private final class Work: Sendable {

    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Starts a thread; nil where the system gives none.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(body))
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        #if canImport(Darwin)
          unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        #else
          if let argument = unsafe argument {
            unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          }
        #endif
        return nil
      }, work.toOpaque())
    #if canImport(Darwin)
      guard status == 0, let thread = unsafe thread else {
        unsafe work.release()
        return nil
      }
      unsafe self.thread = thread
    #else
      guard status == 0 else {
        unsafe work.release()
        return nil
      }
      self.thread = thread
    #endif
  }

  /// Waits until the thread has ended, which is done once.
  func join() { pthread_join(thread, nil) }
}

/// A value that is made on a thread of its own while the one who wants it does something else.
package final class Pending<Value: Sendable> {

  private final class Work: Sendable {

    private let make: @Sendable () -> Value
    private let result = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    func run() {
      let value = make()
      result.withLock { $0 = value }
    }

    /// The value, which is made now where there was no thread to do it.
    func value() -> Value { result.withLock { $0 } ?? make() }
  }

  private let work: Work
  private var thread: SystemThread?

  /// Begins to make a value; one that is not worth a thread is made when it is asked for.
  package init(isWorthThread: Bool = true, _ make: @escaping @Sendable () -> Value) {
    let work = Work(make)
    self.work = work
    thread = isWorthThread ? SystemThread { work.run() } : nil
  }

  deinit { join() }

  /// Waits for the value.
  package func value() -> Value {
    join()
    return work.value()
  }

  private func join() {
    thread?.join()
    thread = nil
  }
}
