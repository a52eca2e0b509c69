extension [UInt8] {

  /// Appends the bytes of a run of memory.
  mutating func append(copying run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
