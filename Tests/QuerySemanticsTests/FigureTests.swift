import QuerySemantics
import Testing

@Suite struct FigureTests {

  @Test(arguments: [
    ("quotes distinct", "distinct text"),
    ("people distinct", "distinct name"),
    ("\"red line\" distinct", "distinct own text as text"),
    ("quotes select cue, kind | distinct", "distinct cue, kind"),
    ("quotes count by cue | distinct", "distinct #1 cue as cue, #2 count as count"),
    ("quotes count by cue | select cue | distinct", "distinct #1 cue as cue"),
    ("quotes similar to \"China, will!\"", "similar to \"China, will!\" {china,, will!}"),
    (
      "quotes summarize n = count, w = sum(words), median(words), share by speaker",
      "summarize n = count, w = sum(words), median_words = median(words), share = share by speaker"
    ),
    (
      "quotes summarize first(cue), last(date), min(date), max(confidence)",
      "summarize first_cue = first(cue) along document.date, last_date = last(document.date) along "
        + "document.date, min_date = min(document.date), max_confidence = max(confidence)"
    ),
    ("people summarize first(name)", "summarize first_name = first(name)"),
    (
      "quotes count by speaker, month | summarize months = count by speaker",
      "summarize months = count by #1 speaker as speaker"
    ),
    (
      "quotes count by speaker, day | summarize sum(count), first(count) by speaker",
      "summarize sum_count = sum(#3 count), first_count = first(#3 count) along #2 day by "
        + "#1 speaker as speaker"
    ),
    ("\"red line\" collocates", "collocates window 5 of lemma by logdice"),
    ("\"red line\" collocates window 3 of word by ll", "collocates window 3 of word by ll"),
    (
      "quotes by Trump | keywords against (quotes by Macron)",
      "keywords of lemma against (quotes | where speaker {Emmanuel Macron, Brigitte Macron}) by ll"
    ),
    (
      "documents keywords of word against quotes by logratio",
      "keywords of word against quotes by logratio"
    ),
    ("quotes pairs of speakers per document", "pairs of speaker per document as documents"),
    ("quotes pairs of topic per outlet", "pairs of topic per document.outlet as outlets"),
    ("documents pairs of topics per document", "pairs of topic per id as documents"),
    ("quotes count by cue | chart bars", "chart bars"),
    ("quotes count by month, speaker | chart heat", "chart heat"),
    ("quotes timeline by week by speaker | chart line", "chart line"),
    ("quotes count by words | chart line", "chart line"),
    ("\"red line\" collocates | chart dots", "chart dots"),
    ("quotes by Trump union (quotes by Starmer)", "union (quotes | where speaker {})"),
    ("quotes except (quotes limit 2)", "except (quotes | limit 2)"),
    ("people intersect (places)", "intersect (entities | where type {place})"),
    ("quotes families", "to families"),
    ("quotes count by cue | chart bars | save \"cues.svg\"", "save \"cues.svg\""),
  ])
  func `a step that makes figures binds`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == expected)
  }

  @Test(
    arguments: [
      ("(quotes by Trump) with (quotes by Macron) on cues", ["Trump", "Macron"]),
      ("(quotes where speaker = Trump) with quotes on cues", ["Trump", "quotes"]),
      ("(quotes where kind = direct) with (quotes where kind = indirect)", ["direct", "indirect"]),
      ("(quotes by exactly \"Donald Trump\") with (quotes by Macron)", ["Donald Trump", "Macron"]),
      ("(quotes by Trump) with (quotes by Trump)", nil),
      ("(quotes by Trump about China) with (quotes by Macron)", nil),
      ("(quotes where words > 3) with (quotes where words = 3)", nil),
    ] as [(String, [String]?)])
  func `the sides of a comparison are called by what tells them apart`(
    text: String, names: [String]?
  ) throws {
    guard case .compare(let contrast)? = query("compare " + text)?.source else {
      Issue.record("no comparison")
      return
    }
    #expect(contrast.sides.map { [$0.first, $0.second] } == names)
    let titles = contrast.columns.map { $0.title ?? $0.name }
    #expect(
      titles[1...4]
        == (names.map { [$0[0], "share", $0[1], "share"] }
        ?? ["first", "first_share", "second", "second_share"])[...])
    #expect(
      contrast.columns.map(\.name)[1...4] == ["first", "first_share", "second", "second_share"])
  }

  @Test(arguments: [
    ("quotes families", "quotes to families"),
    ("quotes summarize count by cue", "quotes summarize count = count by cue"),
    ("\"red line\" collocates", "\"red line\" collocates window 5 of lemma by logdice"),
    (
      "documents pairs of speakers per document",
      "documents to quotes | pairs of speaker per document"
    ),
    (
      "compare (quotes by Trump) with (quotes by Macron)",
      "compare (quotes where speaker = Trump) with (quotes where speaker = Macron) on words"
    ),
  ])
  func `two ways to write a step bind to the same tree`(one: String, other: String) {
    #expect(mistakes(one) == [])
    #expect(query(one) != nil)
    #expect(query(one) == query(other))
  }

  @Test(arguments: [
    (
      "compare (quotes by Trump) with (quotes by Starmer)",
      "compare (quotes | where speaker {Donald Trump}) with (quotes | where speaker {}) "
        + "on words by lemma as word"
    ),
    (
      "compare quotes with documents on topics",
      "compare quotes with documents on topic as topic"
    ),
    (
      "compare (quotes where cue = say) with documents on outlets",
      "compare (quotes | where cue {say}) with documents on document.outlet and outlet as outlet"
    ),
    (
      "compare (quotes) with (quotes limit 2) on cues | top 10 by ll | chart bars",
      "compare quotes with (quotes | limit 2) on cue as cue\ntop 10 by #7 ll\nchart bars"
    ),
    (
      "documents pairs of speakers per document | top 20",
      "documents\nto quotes\npairs of speaker per document as documents\ntop 20"
    ),
  ])
  func `two sets of rows are compared`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test(arguments: [
    ("quotes count by speaker, month | where count >= 3", "where #3 count 3.."),
    (
      "quotes count by speaker, month | summarize months = count by speaker | where months >= 3",
      "where #2 months 3.."
    ),
    ("\"red line\" collocates | order by logdice desc", "order #5 logdice desc"),
    (
      "\"red line\" collocates | where logdice >= 6.3 and mi < 2",
      "where #6 mi ..1.9999999999999998"
    ),
    ("quotes count by topic, speaker | top 5 by count per topic", "top 5 by #3 count per #1 topic"),
    ("quotes summarize share by cue | where share > 0.5", "where #2 share 0.5000000000000001.."),
    ("quotes count by outlet per 100 quotes | order by rate desc", "order #4 per 100 quotes desc"),
    (
      "quotes count by outlet per 100 quotes | top 3 by per_100_quotes",
      "top 3 by #4 per 100 quotes"
    ),
    ("quotes count by cue as share | order by share", "order #3 share"),
    (
      "\"red line\" count by match | where match = \"red line\"",
      "where #1 match shown \"red line\""
    ),
    ("quotes pairs of speakers per document | where documents >= 2", "where #3 documents 2.."),
    (
      "quotes pairs of speakers per document | where with = Trump",
      "where #2 with shown \"donald trump\""
    ),
    ("quotes count by cue | select cue, count as n | order by n", "order #2 count"),
  ])
  func `later steps name the columns of groups`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == expected)
  }
}
