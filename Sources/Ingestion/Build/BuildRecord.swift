/// What is known of the building of a corpus, which its image carries.
package struct BuildRecord: Hashable, Sendable {

  /// The name under which a corpus carries it.
  package static let attachment = "build"

  /// The version of the program.
  package var version = ""
  /// When it was built, as ISO 8601 writes it.
  package var time = ""
  /// The inputs, as the user named them.
  package var inputs: [String] = []
  /// How many files were read, and how many were passed over.
  package var filesRead = 0
  /// How many files were passed over.
  package var filesSkipped = 0
  /// What the inputs hold that is no article, by what it is; told once, and not kept.
  package var passedOver: [String: Int] = [:]
  /// What could not be read as it should, one line each.
  package var warnings: [String] = []
  /// What was repaired in texts, one line a document.
  package var repairs: [String] = []

  /// Where else the texts of documents were found, by the ids of those that were kept.
  package var copies: [String: [String]] = [:]
  /// How many documents were left out because they repeat others.
  package var duplicates = 0

  /// Creates a record of nothing.
  package init() {}

  /// The record as bytes.
  package var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.append(version)
    writer.append(time)
    writer.append(inputs)
    writer.append(filesRead)
    writer.append(filesSkipped)
    writer.append(warnings)
    writer.append(repairs)
    writer.append(duplicates)
    writer.append(
      copies.keys.sorted().flatMap { id in copies[id, default: []].flatMap { [id, $0] } })
    return RecordFrame.framed(writer.bytes)
  }

  /// Reads a record.
  package init(_ bytes: [UInt8]) throws(RecordError) {
    var reader = RecordReader(try RecordFrame.record(in: bytes[...], at: 0).record)
    version = try reader.string()
    time = try reader.string()
    inputs = try reader.texts()
    filesRead = Int(try reader.uint32())
    filesSkipped = Int(try reader.uint32())
    warnings = try reader.texts()
    repairs = try reader.texts()
    // Records of before told nothing of it.
    guard reader.rest > 0 else { return }
    duplicates = Int(try reader.uint32())
    let pairs = try reader.texts()
    for place in stride(from: 0, to: pairs.count - 1, by: 2) {
      copies[pairs[place], default: []].append(pairs[place + 1])
    }
  }

  /// Adds what is known of the building of another part.
  package mutating func add(_ other: BuildRecord) {
    inputs += other.inputs
    filesRead += other.filesRead
    filesSkipped += other.filesSkipped
    warnings += other.warnings
    repairs += other.repairs
    duplicates += other.duplicates
    for (id, places) in other.copies {
      for place in places where copies[id]?.contains(place) != true {
        copies[id, default: []].append(place)
      }
    }
  }
}
