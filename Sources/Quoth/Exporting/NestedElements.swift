/// Elements of markup around runs of places, each inside of the one that is open.
///
/// One that would cross another is ended with it and begun anew behind it; so is a narrow one in which
/// a wide one begins.
struct NestedElements {

  /// An element with what it is around.
  struct Element {
    let places: Range<Int>
    /// The tag that begins it.
    let tag: String
    /// Whether one that is wide may not stand right inside of it.
    let isNarrow: Bool
    /// Whether it may not stand right inside of a narrow one.
    let isWide: Bool

    init(_ places: Range<Int>, _ tag: String, isNarrow: Bool = false, isWide: Bool = false) {
      self.places = places
      self.tag = tag
      self.isNarrow = isNarrow
      self.isWide = isWide
    }

    /// The tag that ends it.
    var end: String { "</\(tag.dropFirst().prefix { $0 != " " && $0 != ">" })>" }
  }

  private var waiting: ArraySlice<Element>
  private var open: [Element] = []
  private let separator: String

  /// Creates elements, of which empty ones are left out; `separator` stands behind each tag.
  init(_ elements: [Element], separator: String = "") {
    self.separator = separator
    waiting =
      elements.filter { !$0.places.isEmpty }.enumerated().sorted {
        let (a, b) = ($0.element, $1.element)
        let ranks = (a.isWide ? 0 : 1, b.isWide ? 0 : 1)
        return (a.places.lowerBound, ranks.0, b.places.upperBound, $0.offset)
          < (b.places.lowerBound, ranks.1, a.places.upperBound, $1.offset)
      }
      .map(\.element)[...]
  }

  /// The tags of the elements that begin at a place, or have begun before it.
  mutating func begin(at place: Int) -> String {
    var out = ""
    while let element = waiting.first, element.places.lowerBound <= place {
      waiting.removeFirst()
      guard element.places.upperBound > place else { continue }
      let narrow = element.isWide ? open.reversed().prefix(while: \.isNarrow).reversed() : []
      open.removeLast(narrow.count)
      out += narrow.reversed().map { $0.end + separator }.joined()
      for element in [element] + narrow {
        open.append(element)
        out += element.tag + separator
      }
    }
    return out
  }

  /// The tags of the elements that end at a place, and of those that have to be begun anew there.
  mutating func end(at place: Int) -> String {
    guard let deepest = open.firstIndex(where: { $0.places.upperBound <= place }) else { return "" }
    let above = open[deepest...]
    open.removeSubrange(deepest...)
    var out = above.reversed().map { $0.end + separator }.joined()
    for element in above where element.places.upperBound > place {
      open.append(element)
      out += element.tag + separator
    }
    return out
  }

  /// The tags that end all that is open, which `resume` begins anew.
  func suspend() -> String { open.reversed().map { $0.end + separator }.joined() }

  /// The tags that begin anew what was open, up to a place, when it was suspended.
  mutating func resume(at place: Int) -> String {
    open.removeAll { $0.places.upperBound <= place }
    return open.map { $0.tag + separator }.joined()
  }
}

/// Text as markup has it.
enum MarkupText {

  /// Returns a text with the characters that have a meaning in markup written as entities, and
  /// without those that XML 1.0 has no place for.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
