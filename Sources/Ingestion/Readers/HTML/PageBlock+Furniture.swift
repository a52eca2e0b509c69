internal import Annotation

// MARK: What pages say beside their text

extension PageBlock {

  /// What a short text is worth that begins as pages of any subject do beside their text, in English,
  /// French and German; nil for any other.
  ///
  /// A sentence may begin so as well, with "Copyright law is dead"; its form and its neighbours tell.
  var furnitureQuality: Quality? {
    if isNotice { return .bad }
    guard words <= 14, text.count <= 160 else { return words == 0 && text.count < 4 ? .bad : nil }
    let low = text.lowercasedLetters
    if Self.whole.contains(low) || links.bytes == 0 && isLabelOfOthers { return .bad }
    if let opening = Self.opening(of: low, in: Self.appeals) {
      guard isReport(behind: opening) else { return .bad }
      return endsSentence && (ReportClause.ends(text) || hasQuotationMark) ? nil : .likely
    }
    if SentenceWords.isCall(text), !SentenceWords.report(text), !hasQuotationMark {
      return endsSentence ? .doubtful : .bad
    }
    if let opening = Self.opening(of: low, in: Self.labels) {
      if endsSentence, ReportClause.ends(text) || isReport(behind: opening) { return nil }
      return endsSentence && continues(behind: opening) ? .doubtful : .bad
    }
    guard let opening = Self.opening(of: low, in: Self.subjects),
      !low[opening...].prefix(1).contains(where: { (0x61...0x7A).contains($0) })
    else { return nil }
    if isReport(behind: opening) { return .likely }
    let isStatement = words > 2 && endsSentence && continues(behind: opening)
    return isStatement && !SentenceWords.addressReader(low) ? .likely : .bad
  }

  private static func opening(of low: [UInt8], in openings: [[UInt8]]) -> Int? {
    openings.first { low.starts(with: $0) }?.count
  }

  /// Whether the text is a sentence that says who says so, and no label stands before it but one of
  /// words that are quoted.
  private func isReport(behind opening: Int) -> Bool {
    let isLabelled = text[(opening - 1)...].prefix(2).contains(0x3A)
    return (!isLabelled || hasQuotationMark && links.bytes == 0)
      && (endsSentence && SentenceWords.report(text) || ReportClause.ends(text))
  }

  /// Whether what follows goes on in small letters, as a sentence does and a name does not.
  private func continues(behind opening: Int) -> Bool {
    guard let first = text[opening...].first(where: { $0 != 0x20 }) else { return false }
    return text[opening...].first == 0x20 && (0x61...0x7A).contains(first)
  }

  /// What is said to the reader of a page, and what leads to another.
  private static let appeals = [
    "read more", "read also", "read next", "also read", "see also", "related:", "related articles",
    "related stories", "share this", "share on", "follow us", "sign up", "subscribe", "click here",
    "listen to this", "skip to", "jump to", "story continues below", "article continues",
    "filed under", "posted in", "tagged", "tags:", "leave a comment", "leave a reply",
    "comments are closed", "all rights reserved", "©", "(c) ", "we use cookies", "this site uses",
    "download our app", "join the conversation", "comments (", "published on", "last updated",
    "posted by", "à lire aussi", "lire aussi", "à lire également", "lire la suite", "partager",
    "abonnez-vous", "suivez-nous", "inscrivez-vous", "voir aussi", "tous droits réservés",
    "mehr zum thema", "lesen sie auch", "lesen sie mehr", "lesen sie hier", "weiterlesen",
    "mehr lesen", "artikel teilen", "newsletter", "jetzt abonnieren", "zur startseite", "stand:",
    "alle rechte vorbehalten", "quelle:", "already a subscriber", "keep reading for",
    "continue reading", "to continue reading", "to read the full", "you have read your",
    "you have reached your", "cet article est réservé", "la suite est réservée", "déjà abonné",
    "lecture :", "temps de lecture", "lesezeit",
  ].map { Array($0.utf8) }

  /// Labels of what is no text, before which it is a sentence now and then.
  private static let labels = ["photo:", "image:", "watch:", "updated:", "foto:", "bild:"]
    .map { Array($0.utf8) }

  /// Words that are labels by themselves and subjects of sentences else.
  private static let subjects = [
    "advertisement", "copyright", "cookies", "getty images", "the post", "publicité", "teilen",
    "anzeige", "crédit",
  ].map { Array($0.utf8) }

  private static let whole = Set(
    [
      "print", "email", "share", "tweet", "comments", "comment", "reply", "back to top", "home",
      "more", "next", "previous", "advertisement", "loading…", "loading...", "save", "close",
      "imprimer", "commentaires", "accueil", "fermer", "drucken", "kommentare", "startseite",
      "schließen", "nach oben", "merken",
    ].map { Array($0.utf8) })
}
