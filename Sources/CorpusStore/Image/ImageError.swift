/// Why an image cannot be written, opened or trusted.
public enum ImageError: Error, Hashable, Sendable {
  /// The system refuses: what was tried, and the number of the error (`errno`).
  case system(action: String, code: Int32)
  /// The file is something else.
  case foreign
  /// The image was written by a later version, with a format of this number.
  case newer(UInt32)
  /// The image was written by an earlier version, with a format of this number.
  case older(UInt32)
  /// The image was written on a machine of the other byte order.
  case byteOrder
  /// The file is shorter, or longer, than it was written: bytes there are, and bytes it should have.
  case truncated(UInt64, of: UInt64)
  /// What a section holds is not what was written.
  case damaged(section: String)
}
