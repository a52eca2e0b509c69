internal import Annotation

/// Names that labels of words tell, one word behind the other: `B-PER`, `I-PER`, `S-LOC`, `ORG_1`.
///
/// Labels begin a name with `B-` always or only behind another (IOB2 and IOB1), and may tell its end and
/// names of one word (BIOES, BILOU). NameTag numbers the names instead.
/// Sources: Tjong Kim Sang and De Meulder 2003; Ramshaw and Marcus 1995; Ratinov and Roth 2009.
struct NameLabels {

  /// A name that the next word may go on with.
  private struct OpenName {
    let label: Substring
    let type: EntityType
    let token: Int
    /// Whether a label told that it begins.
    let isBegun: Bool
  }

  private var open: OpenName?

  /// Ends the name at hand, as the end of a sentence does.
  mutating func end() { open = nil }

  /// Takes the label of a word.
  mutating func add(
    _ text: some StringProtocol, token: Int, to annotation: inout ColumnAnnotation
  ) {
    let before = open
    open = nil
    let hasMark = text.utf8.dropFirst().first == UInt8(ascii: "-")
    let mark = hasMark ? text.utf8.first.flatMap { "BIESULM".utf8.contains($0) ? $0 : nil } : nil
    let label = Substring(mark == nil ? text[...] : text.dropFirst(2))
    guard let type = mark == nil ? Self.numberedType(label) : EntityLabel.type(of: label) else {
      return
    }
    let begins = mark.map { "BSU".utf8.contains($0) } ?? false
    let goesOn =
      !begins && before?.token == token - 1
      && (before?.label == label || before?.isBegun == true && before?.type == type)
    annotation.addName(token..<token + 1, type: type, name: nil, goesOn: goesOn)
    let isEnded = mark.map { "ESUL".utf8.contains($0) } ?? false
    guard !isEnded else { return }
    open = OpenName(
      label: label, type: type, token: token,
      isBegun: mark != nil && (begins || goesOn && before?.isBegun == true))
  }

  /// Lets a word go on with the name of the word before it, if that has one.
  mutating func goOn(token: Int, in annotation: inout ColumnAnnotation) {
    annotation.extendName(to: token..<token + 1)
    if let before = open, before.token == token - 1 {
      open = OpenName(
        label: before.label, type: before.type, token: token, isBegun: before.isBegun)
    }
  }

  /// The class of a label with a number, like `PER_1` or `LOC_2-ORG_3`, of which the first counts.
  private static func numberedType(_ label: Substring) -> EntityType? {
    let first = label.prefix { $0 != "-" }
    guard let line = first.lastIndex(of: "_"), line < first.endIndex,
      first[first.index(after: line)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return EntityLabel.type(of: first[..<line])
  }
}
