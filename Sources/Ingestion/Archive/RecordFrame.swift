internal import CorpusStore

/// How records lie one behind the other: the length of each, its checksum, and itself.
package enum RecordFrame {

  /// The number of bytes before each record: the length in four, the checksum in eight.
  package static let headerLength = 12

  /// Returns a record with its header.
  package static func framed(_ record: [UInt8]) -> [UInt8] {
    var header = RecordWriter()
    let length = UInt32(clamping: record.count)
    header.append(fixed: length)
    header.append(fixed: XXHash64.hash(record.span))
    return header.bytes + record
  }

  /// Returns the length and the checksum that stand in a header.
  static func header(
    _ bytes: ArraySlice<UInt8>
  ) throws(RecordError) -> (length: Int, checksum: UInt64) {
    var reader = RecordReader(bytes)
    return (Int(try reader.fixed(UInt32.self)), try reader.fixed(UInt64.self))
  }

  /// Reads the record that begins at an offset of a run of records.
  ///
  /// - Returns: The record, and the offset behind it.
  /// - Throws: `RecordError` where it is torn or damaged.
  package static func record(
    in bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(RecordError) -> (record: ArraySlice<UInt8>, end: Int) {
    guard offset >= bytes.startIndex, offset <= bytes.endIndex else { throw RecordError() }
    let (length, expected) = try header(bytes[offset...])
    let start = offset + headerLength
    guard length <= bytes.endIndex - start else { throw RecordError() }
    let record = bytes[start..<start + length]
    guard XXHash64.hash(record.span) == expected else { throw RecordError() }
    return (record, start + length)
  }
}
