internal import CAnnotationLexicon

/// The words that tell what field of life a text is from.
///
/// Fields are the top level of the IPTC Media Topics (https://iptc.org/standards/media-topics/), but for
/// "human interest", which no words tell. A line of `subjects.txt` is a field, a bar, and lemmas parted by
/// blanks; a lemma may stand for several fields.
struct SubjectLexicon: Sendable {

  /// The one table of the program.
  static let english = SubjectLexicon()

  /// The names of the fields, as IPTC writes them.
  let names: [String]

  /// For each word, the fields that it tells, as bits.
  private let fields: [WordHash: UInt32]

  private init() {
    let count = annotation_subjects_count()
    let bytes = unsafe Array(UnsafeBufferPointer(start: annotation_subjects_bytes(), count: count))
    var names: [String] = []
    var fields: [WordHash: UInt32] = [:]
    for line in bytes.split(separator: 0x0A) {
      let parts = line.split(separator: 0x7C)
      guard parts.count == 2, names.count < 32 else { continue }
      for word in parts[1].split(separator: 0x20) {
        fields[WordHash(bytes, word.startIndex..<word.endIndex), default: 0] |= 1 << names.count
      }
      names.append(String(decoding: parts[0], as: UTF8.self))
    }
    self.names = names
    self.fields = fields
  }

  /// The fields that a word tells, as bits.
  func fields(of word: WordHash) -> UInt32 { fields[word] ?? 0 }
}
