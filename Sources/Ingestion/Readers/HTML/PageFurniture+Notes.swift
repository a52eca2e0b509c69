// MARK: Marks of footnotes

extension PageFurniture {

  /// Whether an element is the mark of a footnote, which is no part of a text: “Luis Ortega¹ said”.
  ///
  /// It is one by its role (WAI-ARIA `doc-noteref`), by its name, by a link within the page, or, as a raised
  /// number or sign, by what stands before it.
  ///
  /// - Parameters:
  ///   - index: The element.
  ///   - text: What stands before it in its block.
  /// - Returns: Whether it is left out.
  func isNoteMark(_ index: Int, behind text: [UInt8]) -> Bool {
    let tag = tree.tag(index)
    guard [.sup, .a, .span, .small].contains(tag), tree.inside(index).count <= 16 else {
      return false
    }
    let role = tree.attribute("role", of: index) ?? tree.attribute("epub:type", of: index)
    if let role, Self.roles.contains(role) { return true }
    let label = NoteLabel(tree.content(of: index))
    if tag == .sup, label.isBracketed { return true }
    guard label.kind != .none else { return false }
    if isNamedNote(index) { return true }
    switch tag {
    case .a:
      return leadsToNote(index)
        || tree.first("sup", in: tree.inside(index)) != nil && isInPage(index)
    case .sup:
      let links = tree.all("a", in: tree.inside(index))
      return links.contains(where: isInPage) || label.kind == .sign && label.stands(behind: text)
    default: return false
    }
  }

  private static let roles: Set<String> = ["doc-noteref", "doc-backlink", "noteref"]

  private func isNamedNote(_ index: Int) -> Bool {
    for attribute in ["class", "id"] {
      guard let name = tree.attribute(attribute, of: index)?.lowercased() else { continue }
      if ["footnote", "endnote", "noteref", "note-ref", "fnref", "fn-ref"].contains(
        where: name.contains)
      {
        return true
      }
    }
    return false
  }

  private func isInPage(_ link: Int) -> Bool {
    tree.attribute("href", of: link).map { $0.hasPrefix("#") || Self.leadsToNote($0) } ?? false
  }

  private func leadsToNote(_ link: Int) -> Bool {
    tree.attribute("href", of: link).map(Self.leadsToNote) ?? false
  }

  private static func leadsToNote(_ address: String) -> Bool {
    guard let sign = address.lastIndex(of: "#") else { return false }
    let place = address[sign...].lowercased()
    return ["fn", "ftn", "edn", "note", "cite"].contains { place.contains($0) }
  }
}

/// What stands in the mark of a footnote.
struct NoteLabel {

  /// What it looks like.
  enum Kind {
    /// Numbers, or signs like asterisks and daggers.
    case sign
    /// A letter or two, which only a link makes a mark.
    case letters
    case none
  }

  /// What it looks like.
  let kind: Kind
  /// Whether it stands in square brackets.
  let isBracketed: Bool
  private let isSmallNumber: Bool
  private let isNumber: Bool

  /// Reads the text of an element.
  init(_ content: [UInt8]) {
    let text = String(decoding: content.prefix(64), as: UTF8.self).filter { !$0.isWhitespace }
    isBracketed = content.count <= 40 && text.hasPrefix("[") && text.hasSuffix("]")
    let label = text.filter { !"[]().".contains($0) }
    let numbers = label.split { ",;–-".contains($0) }
    isNumber =
      !numbers.isEmpty
      && numbers.allSatisfy {
        $0.utf8.count <= 3 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    isSmallNumber = label == "2" || label == "3"
    let isSign =
      !label.isEmpty && label.count <= 3
      && label.allSatisfy { "*†‡§¶#^↑↩\u{FE0E}\u{FE0F}".contains($0) }
    let isWord =
      (1...4).contains(label.utf8.count) && label.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    kind =
      isNumber && !label.hasPrefix("-") || isSign
      ? .sign : isWord && label.count <= 2 ? .letters : .none
  }

  /// Whether a raised sign that stands behind a text is the mark of a note: behind a word, the end of a
  /// sentence or a year, and not behind a number or a unit, of which it is the power.
  func stands(behind text: [UInt8]) -> Bool {
    let tail = String(decoding: text.suffix(64), as: UTF8.self).reversed().drop(
      while: \.isWhitespace)
    guard let last = tail.first else { return false }
    if !isNumber { return last.isLetter || last.isNumber || Self.ends.contains(last) }
    if last.isNumber {
      let digits = String(tail.prefix { $0.isNumber || ",.".contains($0) }.reversed())
      return digits.count == 4 && Int(digits).map { (1500...2099).contains($0) } ?? false
    }
    guard last.isLetter else { return Self.ends.contains(last) }
    return
      !(isSmallNumber && Self.units.contains(String(tail.prefix(while: \.isLetter).reversed())))
  }

  private static let ends = Set<Character>(".,;:!?)]”’“»«›\"'…%")

  /// What is squared and cubed: units of length, and variables.
  private static let units: Set<String> = {
    let letters = (0x61...0x7A).flatMap { [$0, $0 - 0x20] }.compactMap(UnicodeScalar.init)
    return Set(letters.map { String(Character($0)) })
      .union(["km", "cm", "mm", "dm", "nm", "µm", "μm", "ft", "in", "mi", "yd", "mc", "sq", "hm"])
  }()
}

/// Raised numbers in characters of their own: `10⁶`, `m²`.
enum Superscript {

  /// Returns a text of digits and signs in raised characters; any other as it is.
  static func raised(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = MetadataValue.words(String(decoding: text, as: UTF8.self))
    guard text.count <= 16, words.count == 1, let word = words.first,
      word.contains(where: \.isWholeNumber)
    else { return text }
    let raised = word.compactMap { characters[$0] }
    return raised.count == word.count ? Array(String(raised).utf8)[...] : text
  }

  private static let characters: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"))
}
