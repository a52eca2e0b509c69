internal import Annotation

/// The day that a page shows its readers, where no field gives one.
///
/// What stands between the headline and the end of the text goes before what stands elsewhere, and a day of
/// publication before one of a change. What is about other pages, and the day in the header of a site, which is
/// that on which the page was saved, is left out.
struct PageDate {

  private let tree: MarkupTree
  private let place: PagePlace

  /// Looks at a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - headline: The headline, if it is known.
  ///   - text: The blocks of its text, if they are known.
  init(in tree: MarkupTree, headline: String?, text: [PageBlock]) {
    self.tree = tree
    place = PagePlace(tree, headline: headline, text: text)
  }

  /// What may be the day of the page.
  private struct Candidate {
    let words: String
    /// Where it stands and whether it is the day of a change, in the order of trust.
    let rank: Int
    /// What tells that it is one, in the order of trust.
    let kind: Int
    let isDay: Bool

    func goes(before other: Candidate) -> Bool {
      (isDay ? 0 : 1, rank, kind) < (other.isDay ? 0 : 1, other.rank, other.kind)
    }
  }

  /// The words that name the day best; whether they name one for certain, or in one of two orders, is to be
  /// seen.
  var words: String? {
    var best: Candidate?
    for candidate in times() + named() + told() + lines() {
      if best.map(candidate.goes) ?? true { best = candidate }
    }
    return best?.words
  }

  private func candidate(
    _ words: String, at index: Int, kind: Int, isChange: Bool
  ) -> Candidate? {
    guard let region = place.region(of: index) else { return nil }
    if region == .page, place.isTeaser(index) { return nil }
    return Candidate(
      words: words, rank: Self.order.firstIndex(of: Rank(region: region, isChange: isChange)) ?? 9,
      kind: kind, isDay: PageMetadata.isDate(words))
  }

  private struct Rank: Hashable {
    let region: PagePlace.Region
    let isChange: Bool
  }

  private static let order = [
    Rank(region: .head, isChange: false), Rank(region: .above, isChange: false),
    Rank(region: .below, isChange: false), Rank(region: .head, isChange: true),
    Rank(region: .page, isChange: false), Rank(region: .above, isChange: true),
    Rank(region: .below, isChange: true), Rank(region: .page, isChange: true),
  ]
}

// MARK: Elements

extension PageDate {

  /// The times of the elements that give one, those that say it is that of publication first.
  private func times() -> [Candidate] {
    let elements = tree.indices.lazy.filter { tree.tag($0) == .time || isMarked($0) }
    return elements.prefix(Self.most).compactMap { index in
      let value =
        tree.attribute("datetime", of: index) ?? tree.attribute("content", of: index)
        ?? tree.line(of: index)
      guard let words = value.flatMap({ MetadataValue.text($0).trimmed }) else { return nil }
      let isFirst = isMarked(index) || tree.attribute("pubdate", of: index) != nil
      return candidate(
        words, at: index, kind: isFirst ? 0 : 1, isChange: !isFirst && isChange(index))
    }
  }

  private func isMarked(_ index: Int) -> Bool {
    tree.attribute("itemprop", of: index) == "datePublished"
  }

  /// So many elements of a kind are looked at.
  private static let most = 500

  /// Whether an element, or the words before it in its line, say that the page was changed then.
  private func isChange(_ index: Int) -> Bool {
    if tree.attribute("itemprop", of: index) == "dateModified" { return true }
    let own = Self.words(tree.attribute("class", of: index) ?? "")
    if let last = own.last(where: DayLine.isPublication) { return DayLine.tellsChange(last) }
    let block = max(place.block(around: index), index - 16)
    let before = (block..<index).flatMap { tree.text($0) }
    return DayLine.tellsChange(String(decoding: before.suffix(80), as: UTF8.self))
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The days of elements that are called a date.
  private func named() -> [Candidate] {
    tree.indices.lazy.filter(isCalledDate).prefix(Self.most).compactMap { index in
      guard let line = line(of: index) else { return nil }
      let isCalled = Self.words(tree.attribute("class", of: index) ?? "").contains {
        DayLine.tellsChange($0)
      }
      return candidate(line, at: index, kind: 2, isCalledChange: isCalled)
    }
  }

  private func isCalledDate(_ index: Int) -> Bool {
    guard let name = tree.attribute("class", of: index)?.lowercased() else { return false }
    return name.utf8.split { $0 <= 0x20 }.contains { Self.names.contains(Array($0)) }
  }

  /// The days in texts that begin as those do that say when something was published.
  private func told() -> [Candidate] {
    let texts = tree.indices.lazy.filter {
      tree.nodes[$0].isText && Self.begins(tree.text($0))
    }
    return texts.prefix(Self.most).compactMap { index in
      guard let line = line(of: index) ?? line(of: Int(tree.nodes[index].parent)) else {
        return nil
      }
      return candidate(line, at: index, kind: 3, isCalledChange: false)
    }
  }

  private static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.drop { $0 <= 0x20 }.prefix(40), as: UTF8.self)
    let words = words(start)
    let told = words.drop { introductions.contains($0) }
    return words.count - told.count < 3 && told.first.map(DayLine.isPublication) ?? false
  }

  /// The words of a line that is no longer than one that names a day.
  private func line(of index: Int) -> String? {
    guard index >= 0, Int(tree.nodes[index].end) - index <= 32,
      let line = tree.line(of: index), line.utf8.count <= 120,
      PageMetadata.isDate(line) || UncertainDate.isAll(of: line)
    else { return nil }
    return line
  }

  private static let names = Set(
    [
      "date", "dateline", "datetime", "date-time", "timestamp", "time", "published", "pubdate",
      "pub-date", "published-date", "publish-date", "publication-date", "post-date", "postdate",
      "posted-on", "entry-date", "article-date", "article__date", "story-date", "datum",
    ].map { Array($0.utf8) })

  private static let introductions: Set<String> = [
    "first", "last", "originally", "article", "story", "date",
  ]
}

// MARK: Lines

extension PageDate {

  /// The days in lines beside the headline and below the text, between bars or alone.
  private func lines() -> [Candidate] {
    place.lines().compactMap { line, index in
      guard line.utf8.count <= 80, PageDateLine(line) == .publication else { return nil }
      return candidate(line, at: index, kind: 4, isCalledChange: false)
    }
  }

  /// A line as what it says: of two days in it that of publication.
  private func candidate(
    _ line: String, at index: Int, kind: Int, isCalledChange: Bool
  ) -> Candidate? {
    let day = DayLine(line)
    return candidate(
      day?.day.written ?? line, at: index, kind: kind,
      isChange: isCalledChange || day?.isChange ?? DayLine.tellsChange(line))
  }
}
