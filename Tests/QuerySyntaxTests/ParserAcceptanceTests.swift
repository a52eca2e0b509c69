import Diagnostics
import QuerySyntax
import Testing

@Suite struct ParserAcceptanceTests {

  @Test(arguments: [
    "quotes where speaker = Macron and topic = China",
    "quotes where speaker = Macron and topic = China order by date desc",
    "quotes where \"wealth tax\" order by date | top 1 per speaker",
    "quotes where cue = deny count by speaker",
    "people where mentions >= 50 and quotes = 0",
    "quotes where speaker = Trump | to documents | to quotes where speaker != Trump | count by speaker",
    "\"we\" within (quotes where speaker.roles = minister) | kwic 8 order by right 1",
    "quotes where kind = mixed and words <= 3 | count by outlet",
    "quotes where speaker = Macron | sample 20 seed 7",
    "quotes by Macron about China mentions Putin since 2020 last 30 days",
    "documents mentions Putin about China",
    "quotes where speaker = Keir Starmer and outlet = Bank of England order by date limit 5",
    "quotes where topic = access to medicine to documents",
    "quotes where speaker in (Macron, Keir Starmer,) and date in 2025-02",
    "quotes where date in 2025-01..2025-03 and words = 3..5",
    "quotes where not (speaker is missing or cue is not known) and topic not in (China)",
    "quotes where topic = all (China, Taiwan,)",
    "sentences where text matches /ta(x|riff)s?\\/b/ and title contains \"trade\"",
    "quotes where within (quotes where speaker = Macron) or outside quotes",
    "“red line” outside quotes",
    "quotes where speaker = exactly \"Brigitte Macron\" or speaker = exactly Emmanuel Macron",
    "quotes where speaker = $who",
    "quotes where outlet = 20 Minutes and place = U.S. or speaker = J. D. Vance",
    "quotes where organization = AT&T or organization = Procter & Gamble or name = X/Twitter",
    "quotes where date between 2025-01-01 and 2025-02 select speaker, text as quotation, | limit 3",
    "let strong = quotes where confidence > 0.9; strong by Macron",
    "define topic \"wealth tax\" as \"wealth tax\" or \"ISF\"",
    "define topic wealth tax as \"wealth tax\"",
    "param who = Keir Starmer",
    "describe", "describe organisations", "values of speaker.roles",
    "explain quotes where speaker = Macron",
    "expect quotes where topic = China = 3",
    "expect (quotes) >= 3",
    "-- a comment\nquotes # another\n  where speaker = Macron\n\n\ndocuments;;",
    "QUOTES WHERE Speaker = Macron ORDER BY date DESC",
    "quotes | timeline by week by speaker | save \"weeks.csv\"",
    "quotes where words > -3 and confidence = 0.5 count",
    "quotes where speaker = Élysée or speaker = O'Brien or speaker = Jean-Pierre or speaker = al-Sisi",
    "tokens kwic", "tokens kwic 5 order by left 1, right 2 desc, node,", "",
    "\"a\" before \"b\" after \"c\" overlapping (quotes)",
    "quotes where mentions Putin and about China and by Macron and since 2020 and last 3 weeks",
    "quotes where mentions is missing",
    "[lemma=\"send\"] []{0,3} [lemma=\"troop\"] within s | count by match",
    "\"send\" []{0,3} \"troops?\"%cd kwic 8",
    "([pos=\"ADJ\"] | \"very\")+ [word=\"migrants\"] outside quotes",
    "a:[pos=“NOUN”] []* b:[] :: a.lemma = b.lemma & !(a.word = exactly \"US\"%c) | count by match",
    "[word=\"x\" & (pos != \"N.*\" | !lemma = 'be')] within (quotes where kind = direct)",
    "quotes where [lemma=\"tax\"] or (\"a\" | \"b\") \"c\"", "(\"wealth tax\") | count",
    "documents where \"NATO\" near/5 \"troops\" and \"a\" then/sentence [lemma=\"b\"] before/3 \"c\"",
    "\"NATO\" near/5 \"troops\" near/paragraph \"front\" | limit 5",
    "quotes where after/3 days (quotes by Trump) and near/$n \"x\" and then/document (quotes)",
    "documents where some quotes (speaker = Trump) and no quotes (speaker = Zelensky)",
    "documents where count of quotes () = 1 or count of quotes (kind = direct) in 2..4",
    "documents where count of quotes () in (1, 3,) and count of people () between 2 and $n",
    "documents where every quotes (not no people (name = Macron))",
    "quotes similar to \"China will respect weakness\" | top 5",
    "quotes summarize n = count, w = sum(words), first(date), share, median(words), by outlet, year",
    "quotes where speaker is missing count by outlet as share",
    "quotes where topic = immigration | timeline by week by speaker per 100 quotes | chart line",
    "\"migrants\" outside quotes | collocates window 5 of lemma by logdice",
    "quotes by Macron keywords of word against (quotes by Trump) by ll",
    "compare (quotes by Macron) with (quotes by Trump) on cues | top 10 | chart bars",
    "compare strong with macron_on(China)", "(compare quotes with strong) | top 5",
    "documents where date in 2025 | pairs of speakers per document | top 20",
    "quotes where kind = mixed and words <= 3 | count by outlet per 2 million words",
    "families where outlets >= 3 and speakers >= 2", "quotes by Macron | families",
    "quotes by Macron union (quotes by Trump) except strong intersect quotes distinct",
    "quotes count by outlet, month per thousand tokens | top 3 by count per outlet",
    "define macron_on($t, $u,) = quotes by Macron about $t; macron_on(China, 2025-02) count",
    "define none() = quotes; none()", "alias \"the Élysée\" = Emmanuel Macron",
    "alias the Élysée = Emmanuel Macron", "run \"a.quoth\"; use \"corpus\"",
    "correct 3 speaker = Trump; correct 3 speaker is missing",
    "corrections; corrections undo; corrections undo 2; corrections save \"c.txt\"",
    "quotes where words = 3 and some = 3 and near = x and compare in (1, 2)",
    "let compare = quotes; compare | count; let run = quotes; run where words = 3",
  ])
  func `what the language promises is read without a complaint`(text: String) {
    #expect(Parser.parse(text).diagnostics.map(\.message) == [])
  }

  @Test func `a value takes words up to the next step`() throws {
    let script = Parser.parse("quotes where speaker = Bank of  England order by date").script
    guard case .query(let query) = script.statements.first?.kind,
      case .filter(let predicate) = query.steps.first?.kind,
      case .comparison(_, .equal, let value) = predicate.kind
    else {
      Issue.record("not read as a comparison")
      return
    }
    #expect(value.kind == .bareword("Bank of England"))
    #expect(value.range == SourceRange(23, 39))
    #expect(query.steps.count == 2)
  }
}
