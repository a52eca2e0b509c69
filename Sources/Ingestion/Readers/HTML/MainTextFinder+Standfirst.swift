extension MainTextFinder {

  /// The lines between the headline and the text that sum it up, by the names of their elements.
  ///
  /// Britons call them a standfirst and Americans a deck. They need not be sentences.
  ///
  /// - Parameters:
  ///   - headline: The index of the headline.
  ///   - first: The first block of the text.
  /// - Returns: Those lines.
  func standfirst(between headline: Int?, and first: PageBlock) -> [PageBlock] {
    guard let headline else { return [] }
    let end = firstBlock(from: first.node)
    guard headline + 1 < end else { return [] }
    return blocks[max(headline + 1, end - 8)..<end].filter { block in
      block.quality != .bad && block.words > 3 && block.links.bytes * 2 <= block.text.count
        && !isByline(block) && !isCredit(block) && block.dateLine != .publication
        && !first.text.starts(with: block.text) && isCalledStandfirst(block)
    }
  }

  /// Whether a block stands in an element that is called so.
  private func isCalledStandfirst(_ block: PageBlock) -> Bool {
    var node = block.node
    var depth = 0
    while node >= 0, depth < 6, ![.article, .main, .body].contains(tree.tag(node)) {
      if !tree.nodes[node].isText, isCalledStandfirst(node) { return true }
      node = Int(tree.nodes[node].parent)
      depth += 1
    }
    return false
  }

  private func isCalledStandfirst(_ node: Int) -> Bool {
    let values = Self.attributes.compactMap { tree.attribute($0, of: node) }
    return values.contains { value in
      value.split(whereSeparator: \.isWhitespace).prefix(16).contains { name in
        let words = ElementName.words(Array(name.utf8.prefix(128)))
        let isOfArticle = words.contains { Self.articles.contains($0) }
        return words.contains {
          Self.standfirsts.contains($0) || isOfArticle && Self.descriptions.contains($0)
        } && !words.contains { Self.pictures.contains($0) }
      }
    }
  }

  /// The attributes in which publishing systems name their elements.
  private static let attributes = [
    "class", "id", "itemprop", "data-gu-name", "data-testid", "data-component", "data-qa",
  ]

  private static let standfirsts: Set<String> = [
    "standfirst", "subtitle", "subheadline", "subheading", "subhead", "deck", "dek", "lede",
    "lead", "chapo", "chapeau", "sapo", "vorspann", "strapline", "summary", "intro",
    "entradilla", "bajada", "sottotitolo",
  ]

  /// Words that are names of a standfirst beside one for the article: `article__desc`.
  private static let descriptions: Set<String> = ["desc", "description", "excerpt", "abstract"]
  private static let articles: Set<String> = ["article", "story", "post", "entry", "news"]

  /// Words for pictures, the names of which may be those of a text with one of these: `lead-image`.
  private static let pictures: Set<String> = [
    "image", "photo", "picture", "media", "video", "caption", "figure", "gallery", "art", "credit",
  ]
}
