import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct MisspellingTests {

  /// A query with the place of a word that is misspelt, and what is to be suggested for it.
  private struct Case {
    let before: String
    let word: String
    let after: String
    let meant: String

    init(_ before: String, _ word: String, _ after: String = "", for meant: String? = nil) {
      (self.before, self.word, self.after) = (before, word, after)
      self.meant = meant ?? word
    }
  }

  /// What is misspelt.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case attributes, names, values, sources, patterns, definitions

    var testDescription: String { rawValue }
  }

  private static func cases(_ kind: Kind) -> [Case] {
    switch kind {
    case .attributes:
      ["speaker", "kind", "words", "confidence", "topic", "mention", "nested", "outlet", "title"]
        .map { Case("quotes where ", $0, " = 1") }
        + ["name", "aliases", "roles", "type", "quotes", "mentions"].map {
          Case("people where ", $0, " = 1")
        }
        + ["speaker", "confidence", "outlet", "month", "weekday", "quarter"].map {
          Case("quotes count by ", $0)
        } + ["speaker", "confidence"].map { Case("values of ", $0) }
        + ["speaker", "kind"].map { Case("correct 1 ", $0, " = 1") }
        + ["roles", "name"].map { Case("quotes where speaker.", $0, " = x") }
        + [Case("documents where some quotes (", "speaker", " = Trump)")]
    case .names:
      [
        Case("quotes by ", "Trump", for: "Donald Trump"),
        Case("quotes where speaker = ", "Macron", for: "Emmanuel Macron"),
        Case("quotes by Donald ", "Trump", for: "Donald Trump"),
        Case("quotes by ", "Emmanuel", " Macron", for: "Emmanuel Macron"),
        Case("quotes about ", "China"), Case("quotes about ", "Beijing", for: "China"),
        Case("quotes mentions ", "Starmer", for: "Keir Starmer"),
        Case("quotes mentions Keir ", "Starmer", for: "Keir Starmer"),
        Case("quotes about ", "taxes"),
        Case("people where name = ", "Starmer", for: "Keir Starmer"),
        Case("alias us = European ", "Union", for: "European Union"),
        Case("correct 1 speaker = ", "Trump", for: "Donald Trump"),
        Case(
          "alias \"the Elysee\" = Emmanuel Macron; quotes by ", "Elysee", for: "Emmanuel Macron"),
      ]
    case .values:
      [
        Case("quotes where cue = ", "argue"), Case("quotes where cue = ", "tell"),
        Case("quotes where kind = ", "direct"), Case("quotes where kind = ", "indirect"),
        Case("quotes where outlet = \"The ", "Courier", "\"", for: "The Courier"),
        Case("quotes where outlet = \"", "Morning", " Post\"", for: "Morning Post"),
        Case("documents by \"Jane ", "Doe", "\"", for: "Jane Doe"),
        Case("tokens where pos = ", "PUNCT"), Case("people where type = ", "person"),
        Case("quotes where \"", "strength", "\""), Case("\"wealth ", "troops", "\""),
      ]
    case .sources:
      [
        "quotes", "documents", "sentences", "mentions", "people", "organizations", "places",
        "topics",
      ]
      .map { Case("", $0, " limit 3") } + [Case("let macrons = quotes; ", "macrons", " limit 1")]
        + [Case("let cautious = quotes; ", "cautious", " count")]
    case .patterns:
      [
        Case("[", "lemma", " = \"need\"]"), Case("[", "entity", " = \"Trump\"]"),
        Case("[", "word", " = \"need\"]"), Case("[pos = \"", "PROPN", "\"]"),
        Case("[pos = \"", "CCONJ", "\"]"), Case("[pos = \"", "NOUN", "\"]"),
        Case("noun:[] [] :: ", "noun", ".pos = \"NOUN\""),
        Case("first:[] second:[] :: first.pos = ", "second", ".pos"),
        Case("[word = \"", "strength", "\"]"), Case("[lemma = \"", "argued", "\"]"),
        Case("[entity = \"", "Beijing", "\"]", for: "China"),
      ]
    case .definitions:
      [
        Case("define macron_on($t) = quotes about $t; ", "macron_on", "(China)"),
        Case("define said($t) = quotes by $t; ", "said", "(Trump)"),
        Case("define recent($t) = quotes since $t; ", "recent", "(2025)"),
        Case("param person = Trump; quotes by $", "person"),
        Case("param outlet = Trump; quotes where outlet = $", "outlet"),
      ]
    }
  }

  @Test(arguments: Kind.allCases)
  func `of misspelt words the right one is suggested first`(kind: Kind) {
    var random = SplitMix(seed: 11)
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for item in Self.cases(kind) {
      for _ in 0..<40 {
        let word = misspelt(item.word, by: &random)
        guard word != item.word else { continue }
        let text = item.before + word + item.after
        guard let suggestion = suggestion(for: text) else { continue }
        all += 1
        if suggestion == item.meant { right += 1 } else { wrong.append(text) }
      }
    }
    let rate = all == 0 ? 0 : Double(right) / Double(all)
    print("misspelt \(kind): \(right) of \(all) right first, \(Int(rate * 1000)) in 1,000")
    #expect(rate >= 0.9, "\(wrong.prefix(12))")
    #expect(all > 100)
  }

  /// The word suggested first, which may be none; nil where the misspelt query is another good one.
  private func suggestion(for text: String) -> String? {
    let found = analyses(text)
    let parsed = Parser.parse(text).diagnostics
    let mistakes = parsed + found.flatMap(\.diagnostics)
    let told = found.flatMap(\.notices).filter { [.unknownName, .unknownWord].contains($0.kind) }
    if mistakes.isEmpty, told.isEmpty { return nil }
    guard let first = mistakes.first else { return told.first?.candidates.first?.name ?? "" }
    let words = [first.fixIt?.replacement, quoted(first.message), nearest(first.message)]
    let notes = first.notes.map { quoted($0.message) }
    return (words + notes).compactMap { $0?.trimmed }.first ?? ""
  }

  /// The word between marks behind "did you mean" or "there is".
  private func quoted(_ message: String) -> String? {
    for lead in ["did you mean '", "there is a parameter '$", "there is '"] {
      let parts = message.split(separator: lead, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return parts[1].split(separator: "'").first.map(String.init) }
    }
    return nil
  }

  private func nearest(_ message: String) -> String? {
    let parts = message.split(separator: "the nearest: ", maxSplits: 1)
    return parts.count == 2 ? parts[1].split(separator: ",").first.map(String.init) : nil
  }

  /// Drops, doubles, replaces or swaps one letter.
  private func misspelt(_ word: String, by random: inout SplitMix) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "x"
    default:
      let other = place + 1 < letters.count ? place + 1 : max(0, place - 1)
      letters.swapAt(place, other)
    }
    return String(letters)
  }
}

extension String {

  /// The text without quotation marks around it.
  fileprivate var trimmed: String {
    hasPrefix("\"") && hasSuffix("\"") && count > 1 ? String(dropFirst().dropLast()) : self
  }
}
