import FuzzReader

/// Takes bytes as libFuzzer makes them for a file of the reader of treebanks.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzTreebank(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  unsafe ReaderFuzz.read("fuzz.conllu", UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
