/// Pages that explain the language, for `.help`.
public enum LanguageHelp {

  /// A page on one topic.
  public struct Page: Hashable, Sendable {

    /// The name by which the page is asked for.
    public let name: String

    /// What it is about, in one phrase.
    public let summary: String

    /// The page, each line ended by `\n`.
    public let text: String
  }

  /// The pages, in the order in which they are best read.
  public static let pages = [
    query, sources, patterns, predicates, steps, figures, names, dates, statements, corrections,
    rows,
  ]

  private static let query = Page(
    name: "query", summary: "how a question is put",
    text: """
      A query begins with what it returns; conditions and steps follow.

        quotes where speaker = Macron and topic = China
        quotes by Macron about China order by date desc limit 5

      Steps may be led by `|`. Every prefix of a query is a query, so add one step at a time.

      """)

  private static let sources = Page(
    name: "sources", summary: "what a query can return",
    text: """
      documents, paragraphs, sentences, tokens     the text and its parts
      quotes                                       who said what
      mentions                                     the places where something is named
      people, organizations, places, entities      what is named
      topics, outlets, authors, families           values with their counts
      "red line"                                   every place of a phrase; * and ? are wildcards
      (query), or a name bound with let            wherever a source can stand

      describe lists them with counts; describe quotes lists what can be asked of quotes.
      A within B, containing, outside, overlapping, before, after, near/5, then/5 join two sources;
      near/sentence, near/paragraph, near/3 days name how far apart they may be:

        "migrants" outside quotes
        (quotes by Trump) after/3 days (quotes by Macron)

      compare (A) with (B) on words, cues, topics, outlets tells what sets two sets of rows apart.

      """)

  private static let patterns = Page(
    name: "patterns", summary: "runs of words by lemma, part of speech and form",
    text: """
      [lemma="send"] []{0,3} [lemma="troop"]      [] is any word; {0,3} * + ? say how often
      [pos="ADJ"] [word="migrants?"] within quotes
      "send" [pos="DET"]? "troops"                a text beside a bracket is one more bracket
      [lemma="send" & pos!="NOUN"]                & | ! ( ) join conditions on one word
      a:[] "and" b:[] :: a.lemma = b.lemma        labels, and conditions on them

      Attributes are word, lemma, pos and entity. Texts are regular expressions for the whole value;
      case and accents do not count: exactly "US" makes them count, "U.S."%l takes it literally.
      A pattern is a source of its own, and a condition: quotes where [lemma="deny"] [pos="NOUN"]

      """)

  private static let predicates = Page(
    name: "where", summary: "conditions on rows",
    text: """
      words > 10    kind = direct    outlet != "The Harbour Post"
      speaker in (Macron, Starmer)    words in 3..5    date between 2025-02 and 2025-03
      topic = all (China, Taiwan)     speaker is missing    speaker is known
      "wealth tax"                    the row's own text has the phrase
      title contains "tariff"         text matches /peace (deal|talks)/
      mentions Putin    about China    by Macron    since 2025-03    last 30 days
      "NATO" near/5 "troops"          both, so many words apart; then/5 in this order
      within (quotes where …)         the row stands so to some row of a source
      some quotes (words > 9)         also no, every: of the rows that belong to this one
      count of quotes (…) >= 3        how many of them
      and, or, not, ( )               not p is the exact complement of p

      Letter case and accents do not count.

      """)

  private static let steps = Page(
    name: "steps", summary: "what is done to rows",
    text: """
      where p                    select a, b as n           order by a desc, b
      limit n                    top n by x per k           sample n seed s
      count                      count by speaker, month    timeline by week by speaker
      to documents               kwic 8 order by right 1    save "answer.csv"
      distinct                   similar to "wording"       families
      union (q)   except (q)     intersect (q)              pairs of speakers per document
      chart bars                 also line, heat, dots; save "answer.svg" keeps the picture

      """)

  private static let figures = Page(
    name: "figures", summary: "sums, rates, and words that belong together",
    text: """
      summarize n = count, w = sum(words), median(words) by outlet
        count share sum mean median deviation min max first last distinct
      count by outlet per 100 quotes     per million words     as share
        what it is divided by is told below
      collocates window 5 of lemma by logdice      also mi, ll, t
      keywords against (quotes by Trump)           what is more frequent here than there

        quotes where topic = immigration | timeline by week per 100 quotes | chart line

      """)

  private static let names = Page(
    name: "names", summary: "how names find people",
    text: """
      A name finds every entity that goes by it: `Macron`, `President Macron`, `the French president`.
      What it resolved to is always told. A name of several finds all of them; to mean one:

        quotes where speaker = exactly "Brigitte Macron"

      .why 3 shows the chain that made somebody the speaker of row 3. Each step ends with what it
      weighs, [+1.3] for and [−0.2] against; the link to the person with how often such a link is
      right, [0.83].

      """)

  private static let dates = Page(
    name: "dates", summary: "days, months and years",
    text: """
      date = 2025-02-24    date in 2025-02    date >= 2025    since 2025-03    last 30 days
      count by month       year, quarter, month, week, day, weekday
      timeline by week     empty weeks are rows

      Rows without a date are told of, never dropped in silence.

      """)

  private static let statements = Page(
    name: "statements", summary: "what else can be said",
    text: """
      let leaders = quotes where speaker in (Macron, Trump)
      define topic "borders" as "border" or "frontier*"
      define said_by($who) = quotes by $who   then: said_by(Trump) count
      alias "the palace" = Emmanuel Macron    one more name
      param who = Macron                      then: quotes where speaker = $who
      describe    describe quotes    values of cue
      explain quotes by Macron                reads the query back and shows the plan
      expect documents = 34                   fails the script unless it holds
      run "names.quoth"                       runs a file; what it defines stays
      use "articles"                          another corpus; use "built-in" the one of Quoth

      Files of run and use are looked for in the script's own folder. What was defined on one corpus
      is forgotten with use.

      A blank line or `;` ends a statement in a script; `--` or `#` starts a comment.

      """)

  private static let corrections = Page(
    name: "corrections", summary: "putting right who said what",
    text: """
      correct 3 speaker = Trump        row 3 of the latest answer; also addressee, cue, kind
      correct 3 speaker is missing     nobody is known to have said it
      corrections                      all of them, with what became of each
      corrections undo 2               takes one back; without a number the latest
      corrections save "list.csv"      also tsv, json, jsonl

      They are kept in a file beside the corpus, CORPUS.corrections, one line each, and apply
      whenever it is opened; quoth --no-corrections asks the bare corpus. What others add meanwhile
      counts when you list them. Texts, topics and the fingerprint stay as they are.

      """)

  private static let rows = Page(
    name: "rows", summary: "what stands behind the rows of an answer",
    text: """
      Rows are numbered. .show 3 shows row 3 in full, .context 3 its paragraph, .why 3 why the
      speaker is who it is, .cite 3 a citation with offsets into the original text. .not 3 takes
      row 3 out of the answer, where it is no hit; what is left is numbered anew.

        quotes count by speaker

      Groups are numbered too: behind this, .show 3 lists the quotes of the third speaker, numbered
      in turn. An answer shows its first 20 rows: `limit 50` behind a query, or .rows 50 for all,
      shows more. A chart draws all.

      """)
}
