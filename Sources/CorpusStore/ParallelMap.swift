#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// Work on many inputs by several threads, the results in the order of the inputs.
package final class ParallelMap<Input: Sendable, Output: Sendable>: Sendable {

  private let inputs: [Input]
  private let transform: @Sendable (Input) -> Output
  private let next = Atomic<Int>(0)
  private let outputs: Mutex<[Output?]>

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
    let threads = (0..<others).compactMap { _ in SystemThread { map.work() } }
    map.work()
    for thread in threads { thread.join() }
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

/// The cores of the machine.
package enum Cores {
  /// How many there are that work, 64 at most.
  package static let count = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 64))
}
