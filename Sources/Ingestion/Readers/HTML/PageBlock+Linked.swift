// MARK: Blocks with links

extension PageBlock {

  /// What a block is worth that stands in links for the most part.
  ///
  /// One that says something beside its links may be text. A sentence that is a link as a whole is so only
  /// where it has a full stop; a heading never, and an item of which the links are all.
  var linkedQuality: Quality {
    if saysMoreThanLinks { return .likely }
    guard kind == .paragraph || kind == .quotation, endsSentence, words > 1, !isLabelled else {
      return .bad
    }
    if links.bytes < text.count { return .likely }
    return words > 3 && (text.last == 0x2E || hasQuotationMark) ? .doubtful : .bad
  }

  /// What a block of words enough is worth of which links are more than a third: an item may be the headline
  /// of another page with a line below it.
  var halfLinkedQuality: Quality {
    if kind == .item { return saysMoreThanLinks ? .likely : .short }
    return goesOnBesideLinks ? .fair : .short
  }

  /// Whether it is a sentence of which a link is a part, and no link with a few words behind it.
  private var goesOnBesideLinks: Bool {
    guard kind == .paragraph || kind == .quotation, endsSentence, !isLabelled,
      let first = links.parts.first, hasWordsBesideLinks
    else { return false }
    if first.lowerBound > 0 || hasQuotationMark { return true }
    let rest = text[Swift.min(first.upperBound, text.count)...].drop { $0 == 0x20 || $0 == 0x2C }
    return SentenceWords.startsLow(rest)
  }

  /// Whether what stands beside the links is a sentence, or it tells with the links who says what.
  private var saysMoreThanLinks: Bool {
    guard kind != .row, !isHeading, endsSentence, !isLabelled else { return false }
    let rest = besideLinks
    let words = Self.wordCount(rest)
    return words > 1 && SentenceWords.report(text) || words > 3 && SentenceWords.holdsLow(rest[...])
  }

  /// Whether a word outside of the links begins with a small letter, or with one of another script.
  var hasWordsBesideLinks: Bool { SentenceWords.holdsLow(besideLinks[...]) }

  /// The text outside of the links, with a blank in the place of each.
  private var besideLinks: [UInt8] {
    var rest: [UInt8] = []
    var end = 0
    for part in links.parts {
      rest += text[Swift.min(end, text.count)..<Swift.min(part.lowerBound, text.count)] + [0x20]
      end = part.upperBound
    }
    return rest + text[Swift.min(end, text.count)...]
  }

  /// Whether a word or a few with a colon lead to the link, as in "More on this:".
  private var isLabelled: Bool {
    let before = text[..<Swift.min(links.range.lowerBound, text.count)]
    guard let last = before.last(where: { $0 != 0x20 }), last == 0x3A else { return false }
    return !SentenceWords.report(Array(before)) && !hasQuotationMark
  }

  /// Whether a text is a sentence with a link behind it that is no part of it: in brackets, by which a digest
  /// names its source, or one that leads to the rest, like “Read more”.
  static func endsSentence(_ text: [UInt8], before links: Links) -> Bool {
    guard let last = links.parts.last, last.upperBound <= text.count else { return false }
    let behind = text[last.upperBound...].drop { $0 == 0x20 }
    var end = last.lowerBound
    if [[0x29], [0x5D]].contains(behind) {
      let open = text[..<end].lastIndex { $0 == 0x28 || $0 == 0x5B }
      guard let open, end - open <= 24 else { return false }
      end = open
    } else if !behind.isEmpty || !leadsToRest(text[last]) {
      return false
    }
    return text[..<end].lastIndex { $0 != 0x20 }.map { endsSentence(Array(text[...$0])) } ?? false
  }

  /// Whether the words of a link are such that lead to the rest of a text.
  private static func leadsToRest(_ link: ArraySlice<UInt8>) -> Bool {
    guard link.count <= 60, let first = SentenceWords.words(Array(link)).first else { return false }
    return rests.contains(first)
  }

  /// The first words of such links, in English, French and German.
  private static let rests = Set(
    [
      "read", "more", "full", "continue", "keep", "see", "watch", "listen", "lire", "suite", "voir",
      "plus", "mehr", "weiter", "weiterlesen", "lesen", "zum",
    ].map { Array($0.utf8) })
}
