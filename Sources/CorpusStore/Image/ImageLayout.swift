/// How an image lies in its file.
///
/// A header of 64 bytes; sections, one behind the other, each of arrays that start at multiples of
/// 64 bytes; and the table of sections at the end. The section `catalog` says what each array is.
/// Numbers have the byte order of the machine, which the header tells.
enum ImageLayout {

  /// The first bytes of every image: "QUOTHIMG".
  static let magic: UInt64 = 0x474D_4948_544F_5551

  /// The version of the format; it changes with everything that an older program would misread.
  static let version: UInt32 = 4

  /// A number that reads differently in the other byte order.
  static let byteOrderMark: UInt32 = 0x0102_0304

  /// The size of the header, and what arrays are aligned to, in bytes.
  static let alignment = 64

  /// The size of a row of the table of sections, in bytes.
  static let rowSize = 64

  /// The longest name of a section, in bytes.
  static let nameSize = 40

  /// Returns the next multiple of the alignment.
  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & ~(alignment - 1) }
}

/// A section of an image.
public struct ImageSection: Hashable, Sendable {

  /// What it holds, like `text` or `quotes`.
  public let name: String

  /// Where it starts in the file, in bytes.
  public let offset: Int

  /// Its size in bytes.
  public let byteCount: Int

  /// The hash of its bytes (XXH64).
  let checksum: UInt64
}

/// The first bytes of an image.
struct ImageHeader {

  /// Where the table of sections starts, in bytes; it reaches to the end of the file.
  let tableOffset: UInt64

  /// The number of sections.
  let sectionCount: UInt64

  /// The hash of the table of sections.
  let tableChecksum: UInt64

  /// The words that the header is written as; the last one is a hash of the others.
  var words: [UInt64] {
    var words = [
      ImageLayout.magic,
      UInt64(ImageLayout.version) | UInt64(ImageLayout.byteOrderMark) << 32,
      tableOffset, sectionCount, tableChecksum, 0, 0,
    ]
    words.append(unsafe words.withUnsafeBytes { unsafe XXHash64.hash($0) })
    return words
  }

  init(tableOffset: UInt64, sectionCount: UInt64, tableChecksum: UInt64) {
    self.tableOffset = tableOffset
    self.sectionCount = sectionCount
    self.tableChecksum = tableChecksum
  }

  /// Reads a header.
  ///
  /// - Throws: `ImageError` where it is none, one of another version, or damaged.
  init(_ words: FrozenArray<UInt64>) throws(ImageError) {
    guard words.count == 8,
      words[0] == ImageLayout.magic || words[0] == ImageLayout.magic.byteSwapped
    else { throw .foreign }
    guard words[0] == ImageLayout.magic, words[1] >> 32 == UInt64(ImageLayout.byteOrderMark) else {
      throw .byteOrder
    }
    let version = UInt32(truncatingIfNeeded: words[1])
    if version > ImageLayout.version { throw .newer(version) }
    if version < ImageLayout.version { throw .older(version) }
    self.init(tableOffset: words[2], sectionCount: words[3], tableChecksum: words[4])
    guard self.words.elementsEqual(words) else { throw .damaged(section: "header") }
  }
}
