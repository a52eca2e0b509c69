internal import CGumbo

/// Tells beforehand whether a page can be given to gumbo.
///
/// Gumbo frees its tree by recursion, looks through all open elements at many tags, and copies
/// each formatting element that was not closed, like `<b id="1">`, into each block behind it. All
/// three are without harm as long as their numbers are bounded, which is what this does: it follows
/// the rules of the HTML standard for which elements an end tag closes, and where these are
/// intricate, supposes that it closes less.
struct HTMLNesting {

  /// The largest page in bytes that is read into a tree.
  static let sizeLimit = 32 << 20
  /// How many elements may be open.
  static let depthLimit = 512
  /// How many copies of formatting elements there may be.
  private static let copyLimit = 400_000
  /// How many attributes a tag may have, each of which gumbo compares with all others.
  private static let attributeLimit = 500

  private struct Element {
    let code: Int
    let formattingCount: Int
  }

  private var open: [Element] = []
  private var formatting: [Int] = []
  private var copies = 0

  /// Whether the page is within the bounds.
  private(set) var isBounded = true
  /// Whether the page breaks off: inside of a tag, or before elements that need an end have one.
  private(set) var isCutOff = false
  /// The number of tags.
  private(set) var tagCount = 0

  /// Looks through the tags of a page, up to the first that is out of bounds.
  init(_ bytes: [UInt8]) {
    var scanner = HTMLScanner(bytes)
    var isClosed = true
    while let tag = scanner.next() {
      tagCount += 1
      let code = Self.code(of: bytes[tag.name])
      if Self.page.contains(code) { isClosed = tag.isEnd }
      if tag.isEnd { close(code) } else { begin(code) }
      copies += formatting.count
      guard tag.attributeCount <= Self.attributeLimit, open.count <= Self.depthLimit,
        copies <= Self.copyLimit
      else {
        isBounded = false
        return
      }
    }
    isBounded = bytes.count <= Self.sizeLimit
    let isOpen = open.contains { Self.needingEnd.contains($0.code) }
    isCutOff = scanner.endsInside || !isClosed && isOpen
  }

  /// A number for the name of a tag: gumbo's own, or a hash for one that it does not know.
  private static func code(of name: ArraySlice<UInt8>) -> Int {
    let tag = unsafe name.withUnsafeBytes { buffer in
      unsafe gumbo_tagn_enum(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(clamping: name.count))
    }
    guard tag == GUMBO_TAG_UNKNOWN else { return Int(tag.rawValue) }
    // FNV-1a (Fowler, Noll and Vo), folded to letters of one case.
    let hash = name.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1 | 0x20)) &* 16_777_619 }
    return 1_000 + Int(hash)
  }

  private mutating func begin(_ code: Int) {
    if Self.void.contains(code) { return }
    if Self.formatting.contains(code) {
      if code == Self.anchor { formatting.removeAll { $0 == code } }
      return formatting.append(code)
    }
    if Self.closingParagraphs.contains(code) { pop(Self.paragraph, within: Self.buttonScope) }
    switch code {
    case Self.item: pop(Self.item, within: Self.special, but: Self.transparent)
    case Self.term, Self.definition:
      pop(Self.term, within: Self.special, but: Self.transparent)
      pop(Self.definition, within: Self.special, but: Self.transparent)
    case Self.option: if open.last?.code == code { removeLast(1) }
    case Self.row: popRows(to: Self.rowParents)
    case Self.cell, Self.headerCell: popRows(to: [Self.row, Self.table, Self.template])
    case _ where Self.rowGroups.contains(code): popRows(to: [Self.table, Self.template])
    default: break
    }
    open.append(Element(code: code, formattingCount: formatting.count))
  }

  private mutating func close(_ code: Int) {
    if let index = formatting.lastIndex(of: code) {
      formatting.remove(at: index)
    } else if Self.formatting.contains(code) || Self.void.contains(code) {
      return
    } else if Self.isTablePart(code) {
      pop(code, within: [Self.table, Self.template])
    } else if Self.special.contains(code) {
      pop(code, within: Self.scope)
    } else {
      pop(code, within: Self.special)
    }
  }

  /// Closes the innermost element of a code, and those inside of it, unless one of `bounds` stands
  /// between.
  private mutating func pop(_ code: Int, within bounds: Set<Int>, but passing: Set<Int> = []) {
    var count = 0
    for element in open.reversed() {
      count += 1
      if element.code == code { return removeLast(count) }
      if bounds.contains(element.code), !passing.contains(element.code) { return }
    }
  }

  /// Closes what stands in the innermost of `parents`, if there is one.
  private mutating func popRows(to parents: Set<Int>) {
    guard let index = open.lastIndex(where: { parents.contains($0.code) }) else { return }
    removeLast(open.count - index - 1)
  }

  private mutating func removeLast(_ count: Int) {
    // What is begun in a cell is not copied behind it.
    if let cell = open.suffix(count).first(where: { Self.marking.contains($0.code) }) {
      formatting.removeLast(max(0, formatting.count - cell.formattingCount))
    }
    open.removeLast(count)
  }
}

// MARK: Kinds of elements

extension HTMLNesting {

  private static func codes(_ names: String) -> Set<Int> {
    Set(names.split(separator: " ").map { code(of: Array($0.utf8)[...]) })
  }

  private static func code(_ name: String) -> Int { code(of: Array(name.utf8)[...]) }

  private static func isTablePart(_ code: Int) -> Bool {
    code == row || code == cell || code == headerCell || code == table || rowGroups.contains(code)
  }

  private static let page = codes("html body")
  private static let needingEnd = codes("article main section div table ul ol")
  private static let paragraph = code("p")
  private static let anchor = code("a")
  private static let item = code("li")
  private static let term = code("dt")
  private static let definition = code("dd")
  private static let option = code("option")
  private static let row = code("tr")
  private static let cell = code("td")
  private static let headerCell = code("th")
  private static let table = code("table")
  private static let template = code("template")
  private static let rowGroups = codes("tbody thead tfoot caption colgroup")
  private static let rowParents = codes("tbody thead tfoot table template")
  private static let marking = codes("td th caption object applet marquee template")
  private static let transparent = codes("address div p")
  private static let formatting = codes("a b big code em font i nobr s small strike strong tt u")
  private static let void = codes(
    "area base basefont bgsound br col embed frame hr img image input keygen link meta param source "
      + "spacer track wbr html head body")
  private static let scope = codes("applet caption html table td th marquee object template")
  private static let buttonScope = scope.union(codes("button"))
  private static let closingParagraphs = codes(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
      + "footer header hgroup main menu nav ol p section summary ul h1 h2 h3 h4 h5 h6 pre listing "
      + "form li dd dt plaintext hr xmp")
  private static let special = codes(
    "address applet area article aside base basefont bgsound blockquote body br button caption "
      + "center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form "
      + "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input li link "
      + "listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext "
      + "pre script section select source style summary table tbody td template textarea tfoot th "
      + "thead title tr track ul wbr xmp")
}
