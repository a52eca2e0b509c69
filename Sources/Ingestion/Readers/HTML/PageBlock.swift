/// A stretch of a page between breaks: a paragraph, a heading, an item, a row of a table.
struct PageBlock {

  /// What the elements around it make of it.
  enum Kind: Hashable {
    case paragraph
    case heading(rank: Int)
    case item
    case quotation
    case row
  }

  /// What the text of a block looks like, after the features of text that
  /// Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features"
  /// (WSDM 2010) found to tell most: number of words and density of links; and, after jusText
  /// (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011), a class
  /// for blocks that only their neighbours can tell.
  enum Quality: Hashable {
    /// Sentences.
    case good
    /// Too short to tell, but a sentence by its end.
    case fair
    /// Too short to tell.
    case short
    /// Links, or what pages say beside their text.
    case bad
  }

  /// Its text: one blank between words, a line feed where the page breaks a line.
  let text: [UInt8]
  /// What it is.
  let kind: Kind
  /// The node with its first text.
  let node: Int
  /// Whether it stands in a `header`.
  let isInHeader: Bool
  /// How good it looks.
  let quality: Quality
  /// The number of words.
  let words: Int

  /// Creates a block of a text of which `linked` bytes are links.
  init(_ text: [UInt8], linked: Int, kind: Kind, node: Int, isInHeader: Bool) {
    self.text = text
    self.kind = kind
    self.node = node
    self.isInHeader = isInHeader
    let words = Self.wordCount(text)
    self.words = words
    let endsSentence = Self.endsSentence(text)
    let isLinked = linked * 2 > text.count
    if Self.isFurniture(text, words: words)
      || isLinked && (words < 25 || linked * 10 > text.count * 9)
    {
      quality = .bad
    } else if words >= 25 || words >= 10 && endsSentence {
      quality = linked * 3 > text.count ? .short : .good
    } else {
      quality = endsSentence && words > 1 ? .fair : .short
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  /// What it adds to the worth of an element that holds it, and a bad block takes away.
  ///
  /// The element of greatest worth holds the text, as the run of greatest sum does in Pasternack and
  /// Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009).
  var worth: Int {
    switch quality {
    case .good: text.count
    case .fair: text.count / 2
    case .short: isHeading ? 0 : -4
    case .bad: -text.count
    }
  }

  private static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in text {
      let isLetter = byte > 0x40 || (0x30...0x39).contains(byte)
      if byte == 0x20 || byte == 0x0A {
        isInside = false
      } else if isLetter, !isInside {
        isInside = true
        count += 1
      }
    }
    return count
  }

  /// Whether a text ends as a sentence does, be it inside of quotation marks or brackets.
  private static func endsSentence(_ text: [UInt8]) -> Bool {
    var end = text.count
    while end > 0 {
      let tail = text[..<end]
      guard let mark = closingMarks.first(where: { tail.reversed().starts(with: $0.reversed()) })
      else {
        break
      }
      end -= mark.count
    }
    guard end > 0 else { return false }
    let last = text[end - 1]
    // The last byte of an ellipsis follows the two that it shares with other marks.
    let isEllipsis = end > 2 && text[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xA6])
    return last == 0x2E || last == 0x21 || last == 0x3F || isEllipsis
      || end < text.count && last == 0x2C
  }

  private static let closingMarks = [
    "\"", "'", ")", "]", "”", "’", "»", "“", "‘", "›", "\u{A0}", " ",
  ]
  .map { Array($0.utf8) }
}

// MARK: What pages say beside their text

extension PageBlock {

  /// Whether a short text is one that pages of any subject have, in English, French and German.
  private static func isFurniture(_ text: [UInt8], words: Int) -> Bool {
    guard words <= 14, text.count <= 160 else { return words == 0 && text.count < 4 }
    let low = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if whole.contains(low) { return true }
    return openings.contains { low.starts(with: $0) }
  }

  private static let openings = [
    "read more", "read also", "read next", "also read", "see also", "related:", "related articles",
    "related stories", "share this", "share on", "follow us", "sign up", "subscribe", "click here",
    "photo:", "image:", "getty images", "listen to this", "watch:", "skip to", "jump to",
    "advertisement", "story continues below", "article continues", "filed under", "posted in",
    "tagged", "tags:", "leave a comment", "leave a reply", "all rights reserved", "copyright",
    "©", "(c) ", "cookies", "we use cookies", "this site uses", "the post ", "download our app",
    "join the conversation", "comments (", "published on", "last updated", "updated:", "posted by",
    "à lire aussi", "lire aussi", "à lire également", "lire la suite", "partager", "abonnez-vous",
    "suivez-nous", "publicité", "inscrivez-vous", "voir aussi", "tous droits réservés",
    "mehr zum thema", "lesen sie auch", "lesen sie mehr", "lesen sie hier", "weiterlesen",
    "mehr lesen", "artikel teilen", "teilen", "anzeige", "newsletter", "jetzt abonnieren",
    "zur startseite", "stand:", "alle rechte vorbehalten", "quelle:", "foto:", "bild:", "crédit",
  ].map { Array($0.utf8) }

  private static let whole = Set(
    [
      "print", "email", "share", "tweet", "comments", "comment", "reply", "back to top", "home",
      "more", "next", "previous", "advertisement", "loading…", "loading...", "save", "close",
      "imprimer", "commentaires", "accueil", "fermer", "drucken", "kommentare", "startseite",
      "schließen", "nach oben", "merken",
    ].map { Array($0.utf8) })
}
