// MARK: Labels and notices

extension PageBlock {

  /// Whether it is the label of a list of other pages or of subjects, like “More news” and “Suggested topics:”.
  var isLabelOfOthers: Bool { (1...6).contains(words) && Self.isLabelOfOthers(text) }

  /// Whether some words are such a label.
  static func isLabelOfOthers(_ words: [UInt8]) -> Bool {
    guard words.count <= 80 else { return false }
    let line = words.split { $0 <= 0x20 || $0 == 0x3A }.joined(separator: [0x20])
    return labels.contains(Array(line).lowercasedLetters)
  }

  /// In English, French and German.
  private static let labels = Set(
    [
      "more news", "more stories", "more headlines", "more on this", "more on this story",
      "more on this topic", "more from this section", "read next", "up next", "related",
      "related news", "related content", "related topics", "related stories", "related articles",
      "related links", "related coverage", "related posts", "suggested topics",
      "suggested stories", "recommended", "recommended for you", "recommended stories",
      "recommended reading", "you may also like", "you might also like", "you may be interested in",
      "most read", "most viewed", "most popular", "popular now", "popular stories", "trending",
      "trending now", "latest news", "latest stories", "latest headlines", "top stories",
      "top news", "today's top stories", "today’s top stories", "other news", "other stories",
      "in other news today", "editors' picks", "editors’ picks", "editor's picks",
      "editor’s picks", "explore more", "explore more on these topics", "à lire aussi",
      "à lire également", "lire aussi", "lire également", "voir aussi", "sur le même sujet",
      "sur le même thème", "les plus lus", "les plus lues", "plus d'articles", "plus d’articles",
      "articles liés", "articles similaires", "dernières actualités", "à la une",
      "mehr zum thema", "mehr nachrichten", "weitere artikel", "weitere nachrichten",
      "weitere meldungen", "weitere themen", "meistgelesen", "am meisten gelesen",
      "meistgelesene artikel", "verwandte artikel", "verwandte themen", "ähnliche artikel",
      "lesen sie auch", "das könnte sie auch interessieren",
      "das könnte sie ebenfalls interessieren",
    ].map { Array($0.utf8) })

  /// Whether it tells where else an article was printed, or that the rest of it is for those who pay, however
  /// long it is.
  var isNotice: Bool {
    guard (3...60).contains(words), let letter = text.first, Self.letters.contains(letter) else {
      return false
    }
    let start = text.prefix(40).lowercasedLetters
    guard let notice = Self.notices.first(where: { start.starts(with: $0.opening) }) else {
      return false
    }
    return notice.inner.isEmpty || text.lowercasedLetters.holds(notice.inner, in: text.indices)
  }

  /// How such notices begin, and what stands in them behind that.
  private static let notices: [(opening: [UInt8], inner: [UInt8])] = [
    ("a version of this article", "print"), ("a version of this story", "print"),
    ("this article appeared in", "print edition"), ("this story appeared in", "print edition"),
    ("il vous reste", "à lire"), ("article réservé aux", ""), ("contenu réservé aux", ""),
    ("cet article est réservé aux", ""), ("la suite est réservée aux", ""),
    ("la suite de cet article est réservée", ""), ("dieser artikel ist", "abonnent"),
    ("dieser inhalt ist", "abonnent"), ("this article is", "subscribers only"),
    ("this content is", "subscribers only"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The letters that notices begin with, in either size.
  private static let letters = Set(
    notices.compactMap(\.opening.first).flatMap { [$0, $0 & 0xDF] })
}
