/// The text of all documents, one behind the other, with the way back to each original.
public struct TextStore: Sendable {

  /// A place behind which offsets in the original and in the stored text differ by a constant.
  @frozen
  public struct Shift: Hashable, Sendable {

    /// The offset in the corpus's text, in bytes, from which the shift holds.
    public let from: UInt32

    /// What is added to a count of scalars of the document's text to give that of the original.
    public let scalars: Int32

    /// Creates a shift.
    public init(from: UInt32, scalars: Int32) {
      self.from = from
      self.scalars = scalars
    }
  }

  /// The UTF-8 text.
  public let bytes: FrozenArray<UInt8>

  /// Where each document's text starts in `bytes`; one entry more than there are documents.
  public let documents: FrozenArray<UInt32>

  /// Where the shifts of each document start in `shifts`; one entry more than there are documents.
  let shiftOffsets: FrozenArray<UInt32>

  /// The shifts, document by document, ascending; a document that needed no repair has none.
  let shifts: FrozenArray<Shift>

  /// Creates the store.
  public init(bytes: [UInt8], documents: [UInt32], shifts: [[Shift]]) {
    var offsets: [UInt32] = [0]
    for list in shifts { offsets.append((offsets.last ?? 0) + UInt32(list.count)) }
    self.init(
      bytes: FrozenArray(bytes), documents: FrozenArray(documents),
      shiftOffsets: FrozenArray(offsets), shifts: FrozenArray(shifts.flatMap(\.self)))
  }

  init(
    bytes: FrozenArray<UInt8>, documents: FrozenArray<UInt32>, shiftOffsets: FrozenArray<UInt32>,
    shifts: FrozenArray<Shift>
  ) {
    self.bytes = bytes
    self.documents = documents
    self.shiftOffsets = shiftOffsets
    self.shifts = shifts
  }

  /// Returns the text between two offsets.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes.extracting(range), as: UTF8.self)
  }

  /// Returns the offset in the original of a document, in Unicode scalars, of a byte of the text.
  ///
  /// - Complexity: O(*n*) in the length of the document.
  public func originalOffset(ofByte offset: Int, in document: RowID) -> Int {
    let start = Int(documents[document.index])
    // A continuation byte is 10xxxxxx: every other byte begins a scalar.
    let scalars = bytes.extracting(start..<offset).count { $0 & 0xC0 != 0x80 }
    let own = shiftOffsets[document.index]..<shiftOffsets[document.index + 1]
    let shift = shifts.extracting(Int(own.lowerBound)..<Int(own.upperBound)).last {
      $0.from <= offset
    }
    return scalars + Int(shift?.scalars ?? 0)
  }
}
