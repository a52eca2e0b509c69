import QuerySemantics
import Testing

@Suite struct FigureMistakeTests {

  @Test(arguments: [
    (
      "people similar to \"x\"",
      "similar to \"x\": 'similar to' looks at the words of the rows, and people have no text "
        + "[no-wording]"
    ),
    (
      "quotes similar to \"?\"",
      "\"?\": 'similar to' compares words, and there is none between the quotation marks [no-words]"
    ),
    (
      "quotes summarize medain(words)",
      "medain: there is no figure 'medain'; did you mean 'median'? [unknown-figure]"
    ),
    (
      "quotes summarize average(words)",
      "average: there is no figure 'average'; write count, share, sum, mean, median, deviation, "
        + "min, max, first, last or distinct [unknown-figure]"
    ),
    (
      "quotes summarize count(speaker)",
      "speaker: 'count' is of the rows and takes no attribute; write distinct(speaker) for the "
        + "number of different values [unwanted-attribute]"
    ),
    (
      "quotes summarize sum",
      "sum: 'sum' is taken of an attribute; write sum(words) [missing-attribute]"
    ),
    (
      "quotes summarize sum(speaker)",
      "speaker: 'sum' is taken of numbers, and 'speaker' is one of the entities [unfit-values]"
    ),
    (
      "quotes summarize max(cue)",
      "cue: 'max' is taken of numbers and dates, and 'cue' is a name [unfit-values]"
    ),
    (
      "quotes summarize first(topic)",
      "topic: a row can have several 'topic', and 'first' takes one; write 'distinct(topic)' for "
        + "their number, or count by it [several-values]"
    ),
    (
      "quotes summarize n = count, n = sum(words)",
      "n: two columns would be headed 'n'; name one, as in 'n = n' [repeated-figure]"
    ),
    (
      "quotes summarize count by cue, cue",
      "cue: two columns would be headed 'cue'; name one with 'as' [repeated-heading]"
    ),
    (
      "quotes chart bars",
      "chart bars: 'chart bars' draws figures, and quotes are rows; count them first, as in "
        + "'count by …' [nothing-to-draw]"
    ),
    (
      "quotes count | chart bars",
      "chart bars: 'chart bars' needs something to tell the bars apart; write 'count by …' "
        + "[unfit-chart]"
    ),
    (
      "quotes count by cue, kind, outlet | chart dots",
      "chart dots: 'chart dots' needs groups told apart by one or two attributes, not more "
        + "[unfit-chart]"
    ),
    (
      "quotes count by weekday | chart line",
      "chart line: 'chart line' needs a time or a number to run along; write 'timeline by week' or "
        + "'count by month' [unfit-chart]"
    ),
    (
      "quotes count by cue | chart heat",
      "chart heat: 'chart heat' needs groups told apart by two attributes; write "
        + "'count by outlet, month' [unfit-chart]"
    ),
    (
      "quotes by Trump union documents",
      "documents: 'union' takes rows of one kind, and these are documents beside quotes; go on "
        + "with 'to quotes' in the parentheses [different-rows]"
    ),
    (
      "quotes except (quotes count by cue)",
      "(quotes count by cue): 'except' takes rows of the corpus, and counted groups are none; "
        + "write it before the count [combined-groups]"
    ),
    (
      "people collocates",
      "collocates: 'collocates' are words beside the rows in the text, and people stand in none "
        + "[no-surroundings]"
    ),
    (
      "documents collocates",
      "collocates: 'collocates' are words beside the rows, and nothing stands beside documents; "
        + "ask for a phrase or for quotes, or write 'keywords against (…)' [no-surroundings]"
    ),
    (
      "quotes collocates window 0",
      "0: 'window' takes a whole number from 1 on, and '0' is none [bad-count]"
    ),
    (
      "quotes collocates window 5000",
      "5000: 'window' takes up to 1,000 tokens on each side [wide-window]"
    ),
    (
      "quotes collocates of lema",
      "lema: words are not told apart by 'lema'; did you mean 'lemma'? [unknown-word-attribute]"
    ),
    (
      "quotes keywords against documents by logratoi",
      "logratoi: 'keywords' cannot be ordered by 'logratoi'; did you mean 'logratio'? "
        + "[unknown-measure]"
    ),
    (
      "quotes keywords against people",
      "people: 'keywords' looks at the words of the rows, and people have no text [no-wording]"
    ),
    (
      "compare quotes with people",
      "people: 'compare … on words' looks at the words of the rows, and people have no text "
        + "[no-wording]"
    ),
    (
      "compare quotes with documents on cues",
      "cues: no attribute of documents is named 'cue'; it is an attribute of quotes "
        + "[unknown-attribute]"
    ),
    (
      "compare (quotes count by cue) with quotes",
      "(quotes count by cue): 'compare' takes rows of the corpus, and counted groups are none; "
        + "write it before the count [combined-groups]"
    ),
    (
      "quotes count by cue | pairs of cues per document",
      "pairs of cues per document: 'pairs' are of values that rows have together, and counted "
        + "groups are no rows; write 'pairs' instead of the count [no-pairs]"
    ),
    (
      "quotes count by cue | families",
      "families: counted groups lead to no other rows; write 'to families' before 'count' "
        + "[cannot-move]"
    ),
    (
      "quotes per 100 documents",
      "per 100 documents: 'per 100 documents' divides counts, and nothing has been counted; "
        + "write 'count by …' before it [nothing-counted]"
    ),
    (
      "quotes as share",
      "as share: 'as share' divides counts, and nothing has been counted; write 'count by …' "
        + "before it [nothing-counted]"
    ),
    (
      "quotes summarize mean(words) by cue | as share",
      "as share: 'as share' divides a count of rows, and none of the figures before it is one; "
        + "write 'count by …' or 'summarize n = count by …' before it [no-count]"
    ),
    (
      "quotes by Trump | collocates | per 100 quotes",
      "per 100 quotes: 'per 100 quotes' divides a count of rows, and none of the figures before it "
        + "is one; write 'count by …' or 'summarize n = count by …' before it [no-count]"
    ),
    (
      "quotes count by cue as share | as share",
      "as share: two columns would be headed 'share'; name one with 'as' [repeated-heading]"
    ),
  ])
  func `a mistake in a figure is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test(arguments: [
    "quotes union (quotes where speeker = x) | count by cue",
    "quotes count by nothing | where nothing = 3 | as share",
    "compare (qoutez) with quotes on cues | top 3 by ll | chart bars",
    "quotes count by speeker | chart bars",
    "quotes summarize averag(words) by cue | order by average desc",
  ])
  func `one mistake makes no second one`(text: String) {
    #expect(mistakes(text).count == 1)
  }
}
