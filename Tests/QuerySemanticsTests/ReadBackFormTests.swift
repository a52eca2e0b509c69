import QuerySemantics
import Testing

@Suite struct ReadBackFormTests {

  @Test(arguments: [
    (
      "documents where count of quotes () = 1",
      "Documents with exactly 1 quote, in all 4 documents. In the order of the corpus."
    ),
    (
      "documents where count of quotes (kind = direct) >= 3",
      "Documents with 3 or more quotes whose kind is direct (3 quotes), in all 4 documents. "
        + "In the order of the corpus."
    ),
    (
      "documents where some quotes (speaker = Trump) and no quotes (speaker = Starmer)",
      "Documents with at least one quote whose speaker is Donald Trump (2 quotes) and "
        + "without any quote whose speaker is a value that is not in the corpus, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "documents where every quotes (kind = direct or cue = deny)",
      "Documents without any quote but those either whose kind is direct (3 quotes) or whose "
        + "cue is deny (1 quote), in all 4 documents. In the order of the corpus."
    ),
    (
      "documents where not some quotes () or count of people (quotes = 0) < 3 and date in "
        + "2025",
      "Documents either without any quote or (both with at most 2 people whose quotes are 0 "
        + "and whose date is from 2025-01-01 to 2025-12-31), in all 4 documents. In the order of "
        + "the corpus."
    ),
    (
      "quotes where not (cue = say and kind = direct)",
      "Quotes either whose cue is not say (4 quotes) or whose kind is not direct (3 quotes), "
        + "in all 4 documents. In the order of the corpus."
    ),
    (
      "quotes where not (speaker = Trump or cue = say)",
      "Quotes whose speaker is not Donald Trump (2 quotes) and whose cue is not say (4 quotes), "
        + "in all 4 documents. In the order of the corpus."
    ),
    (
      "documents where not every quotes (kind = direct)",
      "Documents with at least one quote whose kind is not direct (3 quotes), in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "documents where not count of quotes () in 2..3 and not count of quotes () > 8",
      "Documents with fewer than 2 or more than 3 quotes and with fewer than 9 quotes, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "quotes where not near/2 days (quotes by Trump) and not containing \"peace\"",
      "Quotes that did not come out at most 2 days before or after one of the quotes whose "
        + "speaker is Donald Trump (2 quotes) and that do not contain \"peace\", in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "quotes outside (quotes by Trump) where cue = say and nested is missing",
      "Quotes that lie outside quotes whose speaker is Donald Trump (2 quotes), and whose cue is "
        + "say (4 quotes) and that stand in no other quote, in all 4 documents. In the order of "
        + "the corpus."
    ),
    (
      "quotes where speaker.type = person and weekday = monday",
      "Quotes whose speaker's type is person (4 entities) and whose weekday is Monday, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "\"peace\" near/5 \"troops\"",
      "Places where \"peace\" stands near \"troops\", with at most 5 tokens between, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "quotes where near/document \"troops\"",
      "Quotes that stand in the same document as \"troops\", in all 4 documents. In the order of "
        + "the corpus."
    ),
    (
      "documents about China to quotes to outlets to documents",
      "Documents whose topic is China (1 document), in all 4 documents. Then the quotes in them. "
        + "Then their outlets. Then the documents that they published. In the order of the corpus."
    ),
    (
      "people to quotes to sentences to documents to people",
      "People, in all 4 documents. Then the quotes that they say. Then the sentences that share "
        + "words with them. Then the documents in which they stand. Then the people named in "
        + "them. In the order of the corpus."
    ),
    (
      "quotes where \"peace\" near/5 \"troops\"",
      "Quotes that hold \"peace\" near \"troops\", with at most 5 tokens between, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "quotes where not \"peace\" before/sentence \"troops\"",
      "Quotes that do not hold \"peace\" before \"troops\" in the same sentence, in all 4 "
        + "documents. In the order of the corpus."
    ),
    (
      "quotes where \"peace\" then/0 \"needs\" then/3 days \"troops\"",
      "Quotes that hold (\"peace\" before \"needs\", with nothing between) before "
        + "\"troops\", which stands in a document of the same day or later, up to 3 days away, "
        + "in all 4 documents. In the order of the corpus."
    ),
    (
      "quotes where [word = \"peace\"] near/paragraph \"troops\"",
      "Quotes that hold a match of [word = \"peace\"] (a token whose word is Peace) near "
        + "\"troops\" in the same paragraph, in all 4 documents. In the order of the corpus."
    ),
    (
      "\"peace\" near/3 days \"troops\"",
      "Places where \"peace\" stands that came out at most 3 days before or after a document "
        + "with \"troops\", in all 4 documents. In the order of the corpus."
    ),
    (
      "\"peace\" after/1 day (quotes by Trump)",
      "Places where \"peace\" stands that came out on the day of one of the quotes whose "
        + "speaker is Donald Trump (2 quotes), or up to 1 day after, in all 4 documents. In the "
        + "order of the corpus."
    ),
    (
      "\"peace\" before \"troops\"",
      "Places where \"peace\" stands before \"troops\" in the same document, in all 4 documents. "
        + "In the order of the corpus."
    ),
    (
      "\"peace\" within quotes near/document \"troops\"",
      "Places where \"peace\" stands within quotes, and that stand in the same document as "
        + "\"troops\", in all 4 documents. In the order of the corpus."
    ),
    (
      "\"peace\" overlapping quotes",
      "Places where \"peace\" stands that overlap with quotes, in all 4 documents. In the "
        + "order of the corpus."
    ),
    (
      "sentences containing (quotes by Trump)",
      "Sentences that contain one of the quotes whose speaker is Donald Trump (2 quotes), in "
        + "all 4 documents. In the order of the corpus."
    ),
    (
      "[word = \"peace|war\"] []{0,3} [word = exactly \"Troops\" & pos != \"PUNCT\"]",
      "Places with a match of [word = \"peace|war\"] []{0,3} [word = exactly \"Troops\" & "
        + "pos != \"PUNCT\"] (a token whose word matches its expression, then any token 0 to 3 "
        + "times, then a token whose word is a value that is not in the corpus and whose pos is "
        + "not PUNCT), in all 4 documents. In the order of the corpus."
    ),
    (
      "[word = \"peace\"]+ ([] | \"need.*\")? []* []{2} []{2,}",
      "Places with a match of [word = \"peace\"]+ ([] | \"need.*\")? []* []{2} []{2,} (a "
        + "token whose word is Peace once or more, then [either any token or a token whose word "
        + "matches its expression] once or not at all, then any token any number of times, then "
        + "any token 2 times, then any token 2 times or more), in all 4 documents. In the order "
        + "of the corpus."
    ),
    (
      "a:[pos = \"NOUN\"] b:[!(lemma = \"a\" | word = \"b\")] :: a.word = b.word & !(a.word "
        + "!= \"peace\")",
      "Places with a match of a:[pos = \"NOUN\"] b:[!(lemma = \"a\" | word = \"b\")] :: "
        + "a.word = b.word & !a.word != \"peace\" (a token whose pos is NOUN, called A, then a "
        + "token that is not one either whose lemma is a or whose word is a value that is not "
        + "in the corpus, called B, where the word of A is the word of B and A is a token whose "
        + "word is Peace), in all 4 documents. In the order of the corpus."
    ),
    (
      "quotes order by words | top 1 per speaker",
      "Quotes, in all 4 documents. Ordered by words. Only the first for each speaker."
    ),
    (
      "quotes top 1 by words",
      "Quotes, in all 4 documents. Only the one with the greatest words."
    ),
    (
      "quotes top 3 by words per speaker",
      "Quotes, in all 4 documents. Only the 3 with the greatest words for each speaker, the "
        + "greatest first."
    ),
    (
      "quotes distinct",
      "Quotes, in all 4 documents. Of those with the same text only the first. In the order "
        + "of the corpus."
    ),
    (
      "quotes similar to \"China will respect\" | limit 5",
      "Quotes, in all 4 documents. Ordered by how much their wording is like \"China will "
        + "respect\", the most alike first; those that are not alike at all are left out. Only "
        + "the first 5."
    ),
    (
      "quotes summarize n = count, share, sum(words), mean(words), median(words), "
        + "deviation(words), min(date), max(words), first(cue), last(cue), distinct(speaker) by "
        + "outlet",
      "Quotes, in all 4 documents. For each outlet: n = the number of quotes; their share of "
        + "the quotes of all groups; sum_words = the sum of words; mean_words = the mean of "
        + "words; median_words = the median of words; deviation_words = the standard deviation "
        + "of words; min_date = the earliest date; max_words = the greatest words; first_cue = "
        + "the first cue by date; last_cue = the last cue by date; distinct_speaker = the number "
        + "of different values of speaker."
    ),
    (
      "people summarize count, first(name)",
      "People, in all 4 documents. Of all: the number of people; first_name = the first "
        + "name as the rows come."
    ),
    (
      "quotes where date in 2025 | count by outlet per 100 quotes",
      "Quotes whose date is from 2025-01-01 to 2025-12-31, in all 4 documents. Counted by "
        + "outlet. Per 100 quotes, of all quotes of each outlet in documents with date from "
        + "2025-01-01 to 2025-12-31."
    ),
    (
      "quotes count by cue as share",
      "Quotes, in all 4 documents. Counted by cue. As a share, of the counts of all groups."
    ),
    (
      "\"red line\" collocates",
      "Places where \"red line\" stands, in all 4 documents. The words, told apart by lemma, "
        + "that stand up to 5 tokens beside them more often than by chance, ordered by logDice, "
        + "the greatest first."
    ),
    (
      "\"red line\" collocates window 3 of word by mi",
      "Places where \"red line\" stands, in all 4 documents. The words, told apart by word, "
        + "that stand up to 3 tokens beside them more often than by chance, ordered by mutual "
        + "information, the greatest first."
    ),
    (
      "quotes by Trump | keywords against (documents where topic = China) by logratio",
      "Quotes whose speaker is Donald Trump (2 quotes), in all 4 documents. The words, told "
        + "apart by lemma, that are more frequent in them than in documents whose topic is China "
        + "(1 document), ordered by log ratio, the greatest first."
    ),
    (
      "quotes pairs of speakers per document",
      "Quotes, in all 4 documents. Counted for every two values of speaker: the documents "
        + "that have both."
    ),
    (
      "quotes count by month, cue | chart heat",
      "Quotes, in all 4 documents. Counted by month and cue. Drawn as a heat map."
    ),
    (
      "quotes timeline by month | chart line | save \"a.svg\"",
      "Quotes, in all 4 documents. Counted by month of date, empty months too. Drawn as a "
        + "line. Written to a.svg."
    ),
    (
      "quotes by Trump union (quotes where cue = deny limit 2)",
      "Quotes whose speaker is Donald Trump (2 quotes), in all 4 documents. Together with "
        + "the (quotes whose cue is deny (1 quote); only the first 2) that are not among them, "
        + "behind them."
    ),
    (
      "quotes except (quotes by Trump)",
      "Quotes, in all 4 documents. Without those that are among the quotes whose speaker is "
        + "Donald Trump (2 quotes). In the order of the corpus."
    ),
    (
      "quotes intersect (quotes by Trump)",
      "Quotes, in all 4 documents. Only those that are among the quotes whose speaker is "
        + "Donald Trump (2 quotes) too. In the order of the corpus."
    ),
    (
      "compare (quotes by Trump) with (quotes where cue = say limit 3)",
      "The words, told apart by lemma, that set (quotes whose speaker is Donald Trump "
        + "(2 quotes)) apart from (quotes whose cue is say (4 quotes); only the first 3), in all 4 "
        + "documents."
    ),
    (
      "compare quotes with documents on topics | top 5 by ll",
      "The values of topic that set quotes apart from documents, in all 4 documents. Only the "
        + "5 with the greatest ll, the greatest first."
    ),
    (
      "quotes families",
      "Quotes, in all 4 documents. Then the families that they are part of. In the order of "
        + "the corpus."
    ),
    (
      "quotes to people",
      "Quotes, in all 4 documents. Then the people who say them. In the order of the corpus."
    ),
    (
      "\"red line\" kwic 5 order by left 1, right 2 desc, node",
      "Places where \"red line\" stands, in all 4 documents. Each shown with 5 words on each "
        + "side, ordered by the 1st word to the left, the 2nd word to the right, from Z to A and "
        + "the match itself."
    ),
    (
      "tokens where pos = NOUN and before/0 ([word=\"line\"]) and outside quotes",
      "Tokens whose pos is NOUN (29 tokens), that stand before a match of [word "
        + "= \"line\"] (a token whose word is line), with nothing between and that lie outside "
        + "quotes, in all 4 documents. In the order of the corpus."
    ),
  ])
  func `every form is read back in plain English`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(query(text).map { ReadBack(fixture).text(of: $0) } == expected)
  }
}
