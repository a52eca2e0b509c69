import Annotation
import Testing

@Suite struct TokenizerTests {

  @Test(arguments: [
    ("She didn't say it's over.", "She|did|n't|say|it|'s|over|."),
    ("They’re sure we’ll win; he’d agree.", "They|’re|sure|we|’ll|win|;|he|’d|agree|."),
    ("He can't and cannot go.", "He|ca|n't|and|can|not|go|."),
    ("the workers' rights, the U.S.'s plan", "the|workers|'|rights|,|the|U.S.|'s|plan"),
    ("O'Brien met d’Artagnan.", "O'Brien|met|d’Artagnan|."),
  ])
  func `a clitic is a token of its own`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    (
      "Its not far, and its leader knows its so-called end.",
      "It|s|not|far|,|and|its|leader|knows|its|so|-|called|end|."
    ),
    ("your not alone in your house", "you|r|not|alone|in|your|house"),
    ("ITS NOT HERE", "ITS|NOT|HERE"),
    ("its easy to see its easy step", "it|s|easy|to|see|its|easy|step"),
    ("Its all yours, give your all", "It|s|all|yours|,|give|your|all"),
    ("Lets go, he lets us: we CANT", "Let|s|go|,|he|lets|us|:|we|CA|NT"),
    ("the mayor`s `plan`", "the|mayor|`s|`|plan|`"),
    ("theirs w/o end b/c of it, and/or not", "theirs|w/o|end|b/c|of|it|,|and|/|or|not"),
  ])
  func `a clitic that lost its apostrophe is told by the next word`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("a two-year, pre-war plan", "a|two|-|year|,|pre-war|plan"),
    ("the e-mail of al-Sadr", "the|e-mail|of|al|-|Sadr"),
    ("a cross-border, over-long well-known", "a|cross-border|,|over-long|well|-|known"),
    ("peace — at last – came--slowly", "peace|—|at|last|–|came|--|slowly"),
  ])
  func `a hyphen parts words but not a prefix`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("Mr. Ode of the U.S. met Gen. Ito.", "Mr.|Ode|of|the|U.S.|met|Gen.|Ito|."),
    ("J. Ode and M. K. Ito", "J.|Ode|and|M.|K.|Ito"),
    ("at 9 a.m. in No. 10", "at|9|a.m.|in|No.|10"),
    ("She said no. 10 left.", "She|said|no.|10|left|."),
    ("He said no. Then", "He|said|no|.|Then"),
    ("pens, ink, etc., were sold", "pens|,|ink|,|etc.|,|were|sold"),
    ("pens, etc. Then ink etc.", "pens|,|etc|.|Then|ink|etc|."),
    ("the U.S and the U.K", "the|U.S|and|the|U.K"),
    ("i.e a dose of 5 oz. a day", "i.e|a|dose|of|5|oz.|a|day"),
    ("It weighs 5 oz. That is all.", "It|weighs|5|oz|.|That|is|all|."),
    ("on Nov.5 with Dr.Ode", "on|Nov.|5|with|Dr.|Ode"),
  ])
  func `an abbreviation keeps its period`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("1,000.5 euros, 20% of $3bn", "1,000.5|euros|,|20|%|of|$|3|bn"),
    ("at 5:30 on the 20th in the 1990s", "at|5:30|on|the|20th|in|the|1990s"),
    ("€40 million; G7 and 5G.", "€|40|million|;|G7|and|5G|."),
    ("at 7:30PM or 8am for $10K", "at|7:30|PM|or|8|am|for|$|10|K"),
    ("since 9/11, on 24/11/2001, 24/7", "since|9/11|,|on|24/11/2001|,|24|/|7"),
    ("in the 80's, 1990’s, not 2003's", "in|the|80's|,|1990’s|,|not|2003|'s"),
    ("a share of .15 or .5%.", "a|share|of|.15|or|.5|%|."),
    ("call 713/555-0142, 10001-0999", "call|713/555-0142|,|10001-0999"),
    ("+44 207, ext. 3-5213 or 2-3", "+44|207|,|ext.|3-5213|or|2|-|3"),
  ])
  func `a number keeps its separators`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    (
      "See https://example.org/a?b=1, or www.example.com.",
      "See|https://example.org/a?b=1|,|or|www.example.com|."
    ),
    ("Write to a.b@example.org.", "Write|to|a.b@example.org|."),
    ("@minister wrote #peace!", "@minister|wrote|#peace|!"),
  ])
  func `an address is one token`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("see plan-2.doc and 05_12.xls.", "see|plan-2.doc|and|05_12.xls|."),
    ("the draft (old).doc here", "the|draft|(|old|)|.doc|here"),
    ("in alt.tea and misc.tea.green", "in|alt.tea|and|misc.tea.green"),
    ("mailto:a.b@example.org, now", "mailto:a.b@example.org|,|now"),
  ])
  func `the name of a file is one token`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test(arguments: [
    ("“Yes,” he said.", "“|Yes|,|”|he|said|."),
    ("\"No\" and 'maybe' and «si»", "\"|No|\"|and|'|maybe|'|and|«|si|»"),
    ("Well... and … what?!", "Well|...|and|…|what|?!"),
    ("I <3 you ^_^ and :/ then", "I|<3|you|^_^|and|:/|then"),
    ("rock 'n roll of '72 for 'em", "rock|'n|roll|of|'72|for|'em"),
    ("So good!. A++ it was", "So|good|!.|A|++|it|was"),
  ])
  func `every quotation mark is a token`(text: String, tokens: String) {
    #expect(AnnotatedText(text).words.joined(separator: "|") == tokens)
  }

  @Test func `random bytes never trap, and tokens stay in order inside the text`() {
    var generator = SystemLikeGenerator(seed: 7)
    let alphabet = Array("aZ9 .,'’“”\"-–@#$%\n\u{E9}\u{4E2D}\u{1F600}&/:;!?()".unicodeScalars)
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<60 {
        text.unicodeScalars.append(alphabet[generator.next(below: alphabet.count)])
      }
      var end: UInt32 = 0
      for token in AnnotatedText(text).document.tokens {
        #expect(token.range.start >= end && token.range.end > token.range.start)
        end = token.range.end
      }
    }
  }
}

/// A small seeded generator.
private struct SystemLikeGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
