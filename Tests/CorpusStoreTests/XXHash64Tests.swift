@testable import CorpusStore
import Testing

@Suite struct XXHash64Tests {

  private func hash(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe XXHash64.hash($0) }
  }

  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
  ])
  func `hashes are those of the reference`(text: String, expected: UInt64) {
    #expect(hash(Array(text.utf8)) == expected)
  }

  @Test(arguments: [1, 3, 31, 32, 33, 100])
  func `a stream gives the same hash whatever the parts`(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var stream = XXHash64()
    for first in stride(from: 0, to: bytes.count, by: size) {
      unsafe Array(bytes[first..<min(bytes.count, first + size)]).withUnsafeBytes {
        unsafe stream.update($0)
      }
    }
    #expect(stream.finish() == hash(bytes))
  }
}
