import Diagnostics
import QuerySemantics
import Testing

@Suite struct FunctionTests {

  @Test(arguments: [
    ("define said($who) = quotes by $who; said(Trump)", "quotes by Trump"),
    ("define said($who) = quotes by $who; said(exactly \"Donald Trump\")", "quotes by Trump"),
    ("define said($who) = quotes by $who; said(Trump) limit 3", "quotes by Trump limit 3"),
    ("define all() = quotes; all() limit 3", "quotes limit 3"),
    (
      "define said($who, $what) = quotes by $who about $what; said(Trump, China,)",
      "quotes by Trump about China"
    ),
    ("define few($n) = quotes limit $n; few(2)", "quotes limit 2"),
    ("define few($n) = quotes sample $n seed $n; few(2)", "quotes sample 2 seed 2"),
    ("define long($n) = quotes where words > $n; long(3)", "quotes where words > 3"),
    ("define of($c) = quotes where cue in (say, $c); of(deny)", "quotes where cue in (say, deny)"),
    ("define since_($d) = quotes since $d; since_(2025-03)", "quotes since 2025-03"),
    (
      "define by_($x) = quotes where count of mentions () = $x; by_(2)",
      "quotes where count of mentions () = 2"
    ),
    ("define n($x) = quotes near/$x mentions; n(2)", "quotes near/2 mentions"),
    (
      "define said($who) = quotes by $who; define brief($p) = said($p) where words < 5; brief(Trump)",
      "(quotes by Trump) where words < 5"
    ),
    ("define said($who) = quotes by $who; SAID(Trump)", "quotes by Trump"),
    ("param who = Trump; define said() = quotes by $who; said()", "quotes by Trump"),
    ("param who = Macron; define said($who) = quotes by $who; said(Trump)", "quotes by Trump"),
    ("param x = Trump; define said($who) = quotes by $who; said($x)", "quotes by Trump"),
    ("define said($w) = quotes by $w; let t = said(Trump); t limit 1", "quotes by Trump limit 1"),
    (
      "define said($w) = quotes by $w; define said($w, $n) = quotes by $w limit $n; said(Trump, 1)",
      "quotes by Trump limit 1"
    ),
    ("let said = quotes; define said($w) = quotes by $w; said(Trump)", "quotes by Trump"),
    ("define said($w) = quotes by $w; let said = quotes; said limit 1", "quotes limit 1"),
    (
      "define near_($w) = \"red\" within (quotes by $w); near_(Macron)",
      "\"red\" within (quotes by Macron)"
    ),
  ])
  func `a call is the query with its values`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(query(text) != nil)
    #expect(query(text) == query(expected))
  }

  @Test(arguments: [
    (
      "define said($who) = quotes where speeker = $who; said(Trump); said(Macron)",
      "speeker: no attribute of quotes is named 'speeker'; did you mean 'speaker'? "
        + "[unknown-attribute]"
    ),
    (
      "define said($who) = quotes by $hwo",
      "$hwo: the parameter '$hwo' has no value; give one with --param hwo=…, "
        + "or a default with 'param hwo = …' [missing-parameter]"
    ),
    (
      "define said($who) = quotes by $who; said()",
      "said(): 'said' takes 1 value, and 0 are given; it is called as said($who) "
        + "[wrong-value-count]"
    ),
    (
      "define said($who) = quotes by $who; said limit 3",
      "said: 'said' takes 1 value, and 0 are given; it is called as said($who) "
        + "[wrong-value-count]"
    ),
    (
      "define said($who) = quotes by $who; said(Trump, China)",
      "said(Trump, China): 'said' takes 1 value, and 2 are given; it is called as said($who) "
        + "[wrong-value-count]"
    ),
    (
      "define said($who) = quotes by $who; siad(Trump)",
      "siad: no defined query is named 'siad'; did you mean 'said'? [unknown-definition]"
    ),
    (
      "macron_on(China)",
      "macron_on: no defined query is named 'macron_on'; define macron_on($x) = … defines one "
        + "[unknown-definition]"
    ),
    (
      "let mine = quotes; mine(China)",
      "mine: 'mine' is a query that takes no values; write it without () [no-function]"
    ),
    (
      "define again($x) = again($x)",
      "again: 'again' is part of its own definition, which has no end [recursive-definition]"
    ),
    (
      "define a() = quotes; define b() = a(); define a() = b()",
      "b(): 'a' is part of its own definition, which has no end [recursive-definition]"
    ),
    (
      "define f($a, $b, $a) = quotes by $a",
      "$a: there are two parameters '$a' [repeated-parameter]"
    ),
    (
      "define quotes($a) = quotes by $a",
      "quotes: 'quotes' is a kind of row, and no name for a query [reserved-name]"
    ),
    (
      "define long($n) = quotes where words > $n; long(many)",
      "many: 'words' is a number; 'many' is not one: write one like 30 [not-a-number]"
    ),
    (
      "define few($n) = quotes limit $n; few(0)",
      "0: 'limit' takes a whole number from 1 on, and '0' is none [bad-count]"
    ),
  ])
  func `a mistake in a definition or call is told once, at its words`(
    text: String, expected: String
  ) {
    #expect(mistakes(text) == [expected])
  }

  @Test func `a mistake that a value makes in the body is told at the call`() {
    let text = "define rate($x) = quotes where words between 5 and $x; rate(2)"
    #expect(
      mistakes(text) == ["rate(2): the range ends before it starts [backward-range]"])
    let notes = analysis(text).diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes == ["in the definition of 'rate'"])
  }

  @Test func `names that multiply are a mistake and no wait`() {
    let doubling = (0..<40).map { "let a\($0 + 1) = a\($0) within a\($0)" }
    let found = analyses((["let a0 = quotes"] + doubling).joined(separator: "; "))
      .flatMap(\.diagnostics)
    #expect(found.map(\.id) == ["too-many-calls"])
  }

  @Test func `what a name in a definition resolves to is told at the call`() {
    let text = "define said($what) = quotes by Trump about $what; said(Beijing)"
    #expect(analyses(text).first?.notices == [])
    let source = SourceText(text)
    let told = analysis(text).notices.map { source.substring($0.range) + ": " + $0.message }
    #expect(
      told == [
        "said(Beijing): Trump → Donald Trump, 2 quotes",
        "Beijing: Beijing → China, topic of 2 quotes",
      ])
  }
}
