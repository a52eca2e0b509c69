import FuzzReader

/// Takes bytes as libFuzzer makes them for an archive, or a compressed file.
///
/// The name ends like a text's, so that bytes which begin as no archive cost little time: the other
/// readers are fuzzed by themselves.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzArchive(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  unsafe ReaderFuzz.read("fuzz.txt", UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
