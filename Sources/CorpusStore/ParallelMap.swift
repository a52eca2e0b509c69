#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// Work on many inputs by several threads, the results in the order of the inputs.
///
/// Threads of the system start in microseconds and need no runtime, which tells on a corpus of a
/// few files; their stacks are as large as that of the main thread everywhere.
package final class ParallelMap<Input: Sendable, Output: Sendable>: Sendable {

  private let inputs: [Input]
  private let transform: @Sendable (Input) -> Output
  private let next = Atomic<Int>(0)
  private let outputs: Mutex<[Output?]>

  private static var stackSize: Int { 8 << 20 }

  private init(_ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output) {
    self.inputs = inputs
    self.transform = transform
    outputs = Mutex(Array(repeating: nil, count: inputs.count))
  }

  /// Returns what `transform` makes of each input.
  ///
  /// - Parameters:
  ///   - inputs: What to work on.
  ///   - threadCount: The number of threads, the calling one included.
  ///   - transform: The work, which threads do at the same time.
  /// - Returns: The results in the order of the inputs.
  package static func run(
    _ inputs: [Input], threadCount: Int, _ transform: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    let map = ParallelMap(inputs, transform)
    let others = max(0, min(threadCount, inputs.count) - 1)
    let threads = (0..<others).compactMap { _ in map.startThread() }
    map.work()
    for thread in threads { pthread_join(thread, nil) }
    return map.outputs.withLock { $0.compactMap(\.self) }
  }

  private func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < inputs.count else { return }
      let output = transform(inputs[index])
      outputs.withLock { $0[index] = output }
    }
  }
}

// MARK: Threads

/// What a thread is started with, since C has no generic functions.
private protocol ThreadWork: AnyObject, Sendable {
  func runOnThread()
}

extension ParallelMap: ThreadWork {
  fileprivate func runOnThread() { work() }
}

private final class ThreadStart: Sendable {
  let work: any ThreadWork
  init(_ work: any ThreadWork) { self.work = work }
}

extension ParallelMap {

  /// Starts a thread; nil where the system gives none, and the others do its work.
  private func startThread() -> pthread_t? {
    let start = unsafe Unmanaged.passRetained(ThreadStart(self))
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
          unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().work.runOnThread()
        #else
          if let argument = unsafe argument {
            unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().work
              .runOnThread()
          }
        #endif
        return nil
      }, start.toOpaque())
    if status == 0 { return thread }
    unsafe start.release()
    return nil
  }
}

/// The cores of the machine.
package enum Cores {
  /// How many there are that work, 64 at most.
  package static let count = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 64))
}
