internal import Annotation
internal import CorpusStore

/// The texts of the documents while they are added.
struct TextRows {

  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var shifts: [[TextStore.Shift]] = []

  /// The number of bytes so far.
  var count: Int { bytes.count }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func add(_ text: NormalizedText) {
    shifts.append(text.shifts(startingAt: UInt32(bytes.count)))
    bytes.append(contentsOf: text.bytes)
    starts.append(UInt32(bytes.count))
  }

  /// Returns a run of the text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The texts as a corpus holds them.
  consuming func store() -> TextStore {
    TextStore(bytes: bytes, documents: starts, shifts: shifts)
  }
}

extension NormalizedText {

  /// Returns where offsets into the original part from offsets into the normalised text.
  fileprivate func shifts(startingAt base: UInt32) -> [TextStore.Shift] {
    var result: [TextStore.Shift] = []
    var difference = 0
    for edit in edits {
      difference +=
        Self.scalars(originalBytes, edit.original) - Self.scalars(bytes, edit.normalized)
      result.append(
        TextStore.Shift(from: base + edit.normalized.end, scalars: Int32(clamping: difference)))
    }
    return result
  }

  private static func scalars(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    bytes[Int(range.start)..<Int(range.end)].count { $0 & 0xC0 != 0x80 }
  }
}
