internal import Annotation

/// The last column of a word of CoNLL-U, as our own exports fill it: `Name=B-person:1`,
/// `Ref=3:pronoun:1` and `Quote=1:content,2:cue`.
struct TreebankNotes {

  private let items: [Substring]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    items = String(decoding: bytes[range], as: UTF8.self).split(separator: "|")
  }

  /// Adds what is told of a token.
  func fill(_ annotation: inout ColumnAnnotation, token: Int) {
    for item in items {
      if item.hasPrefix("Quote=") {
        for part in item.dropFirst(6).split(separator: ",") { add(part, &annotation, token) }
      } else if item.hasPrefix("Ref=") {
        for part in item.dropFirst(4).split(separator: ",") {
          addReference(part, &annotation, token)
        }
      } else if item.hasPrefix("Name=") {
        addName(item.dropFirst(5), &annotation, token)
      }
    }
  }

  /// Where the label stands that other programs give a word for what it names: `ner=S-PERSON` of Stanza,
  /// `NE=B-PER`, `NE=PER_1` of NameTag, and our own `Name=B-person`; nil where none does.
  static func label(_ bytes: [UInt8], _ notes: Range<Int>) -> Range<Int>? {
    var start = notes.lowerBound
    while start < notes.upperBound {
      let end = bytes[start..<notes.upperBound].firstIndex(of: UInt8(ascii: "|"))
      if bytes[start] | 0x20 == UInt8(ascii: "n"),
        let key = keys.first(where: { bytes.holds($0, at: start) })
      {
        return start + key.count..<max(start + key.count, end ?? notes.upperBound)
      }
      start = (end ?? notes.upperBound) + 1
    }
    return nil
  }

  private static let keys = ["ner=", "NER=", "NE=", "Name="].map { Array($0.utf8) }

  private func add(_ text: Substring, _ annotation: inout ColumnAnnotation, _ token: Int) {
    let fields = text.split(separator: ":")
    guard fields.count == 2, let part = Self.parts[String(fields[1])] else { return }
    annotation.add(part, of: String(fields[0]), tokens: token..<token + 1)
  }

  private static let parts: [String: ColumnAnnotation.Part] = [
    "content": .content, "cue": .cue, "source": .source,
  ]

  private func addReference(
    _ text: Substring, _ annotation: inout ColumnAnnotation, _ token: Int
  ) {
    let fields = text.split(separator: ":").map(String.init)
    guard fields.count > 1, let form = Mention.Form(rawValue: fields[1]) else { return }
    let who = fields.count > 2 ? annotation.entity(fields[2]) : nil
    annotation.addReference(fields[0], token..<token + 1, form: form, who: who)
  }

  private func addName(_ text: Substring, _ annotation: inout ColumnAnnotation, _ token: Int) {
    let fields = text.split(separator: ":", maxSplits: 1)
    guard let label = fields.first, let type = EntityLabel.type(of: label) else { return }
    let name = fields.count > 1 ? annotation.entity(String(fields[1]))?.name : nil
    annotation.addName(
      token..<token + 1, type: type, name: name, goesOn: label.hasPrefix("I-"))
  }
}
