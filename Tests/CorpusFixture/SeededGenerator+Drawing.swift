public import TestSupport

extension SeededGenerator {

  /// Returns a number below `bound`.
  public mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<max(1, bound), using: &self)
  }

  /// Returns true once in so many times.
  public mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// Returns one of some values.
  public mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}
