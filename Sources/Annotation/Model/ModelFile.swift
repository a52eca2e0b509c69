internal import CAnnotationModel

/// The container of trained models: named sections in one run of bytes, all little-endian.
///
/// `QUOTHMDL`, version (4 bytes), number of sections (4), then for each its name (24, padded with
/// zeros), offset (8) and length (8); each section starts at a multiple of 64.
package struct ModelFile: Sendable {

  /// The model embedded in the program, read in place.
  package static let english = embedded()

  /// The name and bytes of each section, in the order of the file.
  package let sections: [(name: String, bytes: ModelBytes)]

  /// Reads the table of a container.
  ///
  /// - Throws: `ModelError` where it is damaged.
  package init(_ bytes: ModelBytes) throws(ModelError) {
    guard bytes.uint64(0) == Self.magic, bytes.count >= Self.headerLength else {
      throw .notAModel
    }
    guard bytes.uint32(8) == Self.version else { throw .version(bytes.uint32(8)) }
    var sections: [(name: String, bytes: ModelBytes)] = []
    for index in 0..<min(Int(bytes.uint32(12)), Self.mostSections) {
      let entry = Self.headerLength + index * Self.entryLength
      let name = (0..<Self.nameLength).map { bytes[entry + $0] }.prefix { $0 != 0 }
      guard let offset = Int(exactly: bytes.uint64(entry + Self.nameLength)),
        let length = Int(exactly: bytes.uint64(entry + Self.nameLength + 8)),
        let part = bytes.part(offset, length)
      else { throw .damagedSection(index) }
      sections.append((String(decoding: name, as: UTF8.self), part))
    }
    self.sections = sections
  }

  private init() { sections = [] }

  /// The bytes of a section, or nil where there is none of this name.
  package func section(_ name: String) -> ModelBytes? {
    sections.first { $0.name == name }?.bytes
  }

  private static func embedded() -> ModelFile {
    let count = annotation_model_count()
    let bytes = unsafe ModelBytes(forever: annotation_model_bytes(), count: count)
    return (try? ModelFile(bytes)) ?? ModelFile()
  }
}

extension ModelFile {

  private static let version: UInt32 = 1
  private static let headerLength = 16
  private static let nameLength = 24
  private static let entryLength = 40
  private static let alignment = 64
  private static let mostSections = 256

  /// "QUOTHMDL".
  private static let magic: UInt64 = 0x4C44_4D48_544F_5551

  /// Returns the bytes of a container of these sections.
  ///
  /// Names have at most 24 bytes; more are cut off.
  package static func bytes(of sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var table = [UInt8]()
    table.append(littleEndian: magic)
    table.append(littleEndian: version)
    table.append(littleEndian: UInt32(sections.count))
    var content: [UInt8] = []
    let start = aligned(headerLength + sections.count * entryLength)
    for section in sections {
      let name = section.name.utf8.prefix(nameLength)
      table += name
      table += repeatElement(0, count: nameLength - name.count)
      table.append(littleEndian: UInt64(start + content.count))
      table.append(littleEndian: UInt64(section.bytes.count))
      content += section.bytes
      content += repeatElement(0, count: aligned(content.count) - content.count)
    }
    table += repeatElement(0, count: start - table.count)
    return table + content
  }

  private static func aligned(_ count: Int) -> Int {
    (count + alignment - 1) / alignment * alignment
  }
}

/// A model that cannot be read.
package enum ModelError: Error, Hashable, Sendable {
  /// The bytes do not start as a container does.
  case notAModel
  /// The container has another version.
  case version(UInt32)
  /// The section of this number does not lie inside the file.
  case damagedSection(Int)
}

extension [UInt8] {

  /// Appends a number, least byte first.
  package mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// Appends a number, least byte first.
  package mutating func append(littleEndian number: Float) {
    append(littleEndian: number.bitPattern)
  }

  /// Appends the upper sixteen bits of real numbers, rounded: eight bits of precision.
  package mutating func append(shortFloats numbers: [Float]) {
    for number in numbers {
      let bits = number.bitPattern
      let rounded = bits &+ 0x7FFF &+ (bits >> 16 & 1)
      append(littleEndian: UInt16(truncatingIfNeeded: rounded >> 16))
    }
  }
}
