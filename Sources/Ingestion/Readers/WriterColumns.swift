/// The writers of a document whose names stand in several fields: `first_name` and `last_name`,
/// `author_first`, `author2_family_name`, `Vorname`, `prenom_auteur`.
///
/// A name that says that it is of a writer is taken for one. Others are only where a given and a family name
/// stand beside each other, no field is the author, and none tells of somebody else, as in a table of
/// speeches: a wrong author is worse than none.
struct WriterColumns {

  /// The names of the writers, in the order of their numbers.
  let names: [String]
  /// The fields that they were made of.
  let indices: Set<Int>

  /// Looks at the fields of a document that has no author else; nil where none of them is a writer's.
  init?(
    _ fields: [(name: String, value: MetadataValue)], _ options: ReadingOptions
  ) {
    var groups: [Writer: [Part]] = [:]
    for (index, field) in fields.enumerated() where options.field(named: field.name) == nil {
      guard let (part, writer) = Self.part(MetadataField.key(field.name)) else { continue }
      groups[writer, default: []].append(Part(index: index, name: part, value: field.value))
    }
    if groups.isEmpty { return nil }
    if groups.contains(where: \.key.isTold) {
      groups = groups.filter(\.key.isTold)
    } else if fields.contains(where: { Self.tellsOfOthers($0.name, options) }) {
      return nil
    }
    let writers = groups.sorted { $0.key.number < $1.key.number }.compactMap {
      writer, parts -> (name: String, parts: [Part])? in
      Self.name(of: parts, isTold: writer.isTold).map { ($0, parts) }
    }
    if writers.isEmpty { return nil }
    names = writers.map(\.name)
    indices = Set(writers.flatMap { $0.parts.map(\.index) })
  }

  /// Which of the people a field is of.
  private struct Writer: Hashable {
    /// The number in its name, or zero.
    let number: Int
    /// Whether it says that this is a writer.
    let isTold: Bool
  }

  /// A field with a part of a name.
  private struct Part {
    let index: Int
    let name: String
    let value: MetadataValue
  }

  private static func name(of parts: [Part], isTold: Bool) -> String? {
    let person = PersonFields(values: parts.map { ($0.name, $0.value) })
    if isTold { return person.name ?? parts.compactMap(\.value.trimmed).first }
    let isWhole =
      parts.contains { PersonFields.isGiven($0.name) }
      && parts.contains { PersonFields.isFamily($0.name) }
    return isWhole ? person.name : nil
  }

  /// The part of a name that a field is called after, and whose; nil for another field.
  private static func part(_ key: String) -> (part: String, writer: Writer)? {
    let digits = key.utf8.filter { (0x30...0x39).contains($0) }
    guard digits.count < 3 else { return nil }
    let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    let letters = digits.isEmpty ? key : key.filter { !("0"..."9").contains($0) }
    for word in writers {
      var rests: [Substring] = []
      if letters.hasPrefix(word) { rests.append(letters.dropFirst(word.count)) }
      if letters.hasSuffix(word) { rests.append(letters.dropLast(word.count)) }
      if let part = rests.first(where: { PersonFields.isPart(String($0)) }) {
        return (String(part), Writer(number: number, isTold: true))
      }
    }
    // `first` alone may be of anything.
    guard letters.contains("nam") || letters.contains("nom"), PersonFields.isPart(letters) else {
      return nil
    }
    return (letters, Writer(number: number, isTold: false))
  }

  /// Whether a field is the author, or of somebody who speaks, stands for election or answers.
  private static func tellsOfOthers(_ name: String, _ options: ReadingOptions) -> Bool {
    if options.field(named: name)?.field == .author { return true }
    let key = MetadataField.key(name)
    return exactly.contains(key) || others.contains { key.contains($0) }
      || beginnings.contains { key.hasPrefix($0) }
  }

  private static let writers = [
    "author", "authors", "writer", "byline", "creator", "journalist", "reporter", "autor",
    "autorin", "verfasser", "auteur", "auteure", "journaliste",
  ]

  private static let others = [
    "speaker", "spokesperson", "politic", "candidate", "interview", "quot", "constituenc",
    "abgeordnet", "redner", "sprecher", "orateur", "zitat", "kandidat", "candidat", "orador",
  ]
  /// A correspondent is no respondent, and a third party is none of politics.
  private static let beginnings = ["respond", "person", "member", "party", "partei", "fraktion"]
  private static let exactly: Set<String> = ["mp", "mep", "mdb", "parti", "partido", "depute"]
}
