import FuzzReader

/// The readers that are known by what a file holds, or asked for by name.
private let names = [
  "corenlp", "factiva", "markdown", "newsml", "nexis", "nitf", "quotebank", "tei", "vrt",
  "webannotation",
]

/// Takes bytes as libFuzzer makes them for a file that each of the readers is asked to read, whatever
/// it looks like.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzNamed(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  for name in names {
    unsafe ReaderFuzz.read("fuzz.txt", UnsafeBufferPointer(start: bytes, count: count), by: name)
  }
  return 0
}
