/// What stands in the normalised text for a character that is hard to read on.
struct CharacterSubstitute {

  /// The scalars to put in its place; empty where it is dropped.
  let scalars: [UInt32]

  /// The kind of damage it is counted as.
  let repair: TextRepair

  /// Finds the substitute of a scalar above ASCII, or nil where it stays as it is.
  ///
  /// Spaces of all widths become the plain one; joiners, direction marks and soft hyphens are
  /// dropped; controls of Latin-1 are read as Windows-1252, which is what they nearly always were.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x0A, 0x09, 0x20..<0x7F:
      return nil
    case 0x00..<0x20, 0x7F:
      self.init([], .control)
    case 0x85:
      self.init([0x0A], .lineSeparator)
    case 0x80...0x9F:
      let decoded = Windows1252.scalar(UInt8(scalar))
      self.init(decoded == scalar ? [] : [decoded], decoded == scalar ? .control : .windows1252)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      self.init([0x20], .space)
    case 0x2028:
      self.init([0x0A], .lineSeparator)
    case 0x2029:
      self.init([0x0A, 0x0A], .lineSeparator)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      self.init([], .invisible)
    default:
      return nil
    }
  }

  private init(_ scalars: [UInt32], _ repair: TextRepair) {
    self.scalars = scalars
    self.repair = repair
  }
}
