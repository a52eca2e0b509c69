/// The words of the closed classes with what they may do.
enum ClosedClassWords {

  /// Writes the words into a table.
  static func add(to table: inout LexicalTable) {
    for (words, traits) in classes {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table.update(word) { $0.traits.formUnion(traits) }
      }
    }
    for (word, key) in keys { table.update(word) { $0.key = key } }
    for (mark, key) in marks {
      table.update(mark) {
        $0.key = key
        $0.traits.insert(.mark)
      }
    }
  }

  private static let classes: [(String, WordTraits)] = [
    ("i he she we they it you who", .subjectPronoun),
    ("me him her us them it you whom", .objectPronoun),
    ("my his her its our their your whose", .possessive),
    ("this that these those one some many several most both few others all none", .subjectPronoun),
    ("someone somebody everyone everybody nobody no-one anyone anybody", .subjectPronoun),
    ("everything nothing something anything everything", .subjectPronoun),
    (
      """
      the a an this that these those some any no another each every either neither many several
      most both few all such more other one two three four five six seven eight nine ten
      """, .determiner
    ),
    (
      """
      of in on at by for with from about against to into over under after before during between
      among through without within since until toward towards upon across behind beyond near despite
      via per amid beside besides alongside around inside outside like than
      """, .preposition
    ),
    ("is are was were be been being am remain remains remained 's 're 'm ’s", .be),
    ("has have had having 've ’ve", .have),
    ("will would could should may might must can shall 'll 'd ca wo", .modal),
    ("do does did", .doForm),
    ("not n't never nor cannot", .negation),
    (
      """
      plan plans planned planning hope hopes hoped want wants wanted intend intends intended aim aims
      aimed seek seeks sought need needs needed try tries tried going set about expected likely
      determined prepared preparing ready continue continues continued begin begins began start starts
      started scheduled able eager willing
      """, .planning
    ),
    (
      """
      make makes made making issue issues issued issuing give gives gave giving deliver delivers
      delivered delivering repeat repeats repeated repeating send sends sent sending express
      expresses expressed expressing raise raises raised raising voice voices voiced voicing sound
      sounds sounded offer offers offered release releases released reject rejects rejected
      """, .issuing
    ),
    (
      "refuse refuses refused refusing decline declines declined declining fail fails failed stop stopped failing avoid avoided",
      .refusal
    ),
    ("what how why whether if when where which who whose", .question),
    ("who which that whom whose", .relative),
    ("and but or nor yet so", .conjunction),
    (
      """
      because while although though if unless since when whereas until after before as once
      whether lest
      """, .subordinator
    ),
    (
      """
      monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow
      january february march april may june july august september october november december
      mondays tuesdays wednesdays thursdays fridays saturdays sundays morning afternoon evening
      night week month year weekend
      """, .temporal
    ),
    (
      """
      also then again later earlier afterwards afterward bluntly simply once repeatedly previously
      recently now still just even only already flatly publicly privately initially originally
      today yesterday tonight here back further instead however finally eventually first
      always often ever long since clearly explicitly firmly consistently
      """, .adverb
    ),
    (
      "many most some several few all none others those one both neither each half more another",
      .indefinite
    ),
    ("no none neither nobody nothing", .negative),
    ("himself herself themselves itself myself ourselves yourself", .reflexive),
  ]

  private static let keys: [(String, WordKey)] = [
    ("that", .that), ("to", .to), ("of", .of), ("by", .by), ("for", .for), ("as", .as), ("on", .on),
    ("about", .about), ("out", .out), ("at", .at), ("in", .in), ("with", .with), ("from", .from),
    ("against", .against), ("into", .into), ("up", .up), ("back", .back),
    ("according", .according), ("who", .who), ("which", .which), ("whom", .whom), ("what", .what),
    ("how", .how), ("why", .why), ("whether", .whether), ("if", .if), ("when", .when),
    ("where", .where), ("and", .and), ("but", .but), ("or", .or), ("while", .while),
    ("because", .because), ("although", .although), ("though", .although), ("not", .not),
    ("n't", .not), ("never", .never), ("there", .there), ("it", .it), ("is", .isForm),
    ("clear", .clear), ("view", .view), ("opinion", .opinion), ("words", .words),
    ("you", .you), ("he", .he), ("she", .she), ("'s", .clitic), ("s'", .clitic),
  ]

  private static let marks: [(String, WordKey)] = [
    (",", .comma), (":", .colon), (";", .semicolon), ("-", .hyphen), ("--", .dash), ("–", .dash),
    ("—", .dash), ("―", .dash), (".", .stop), ("!", .stop), ("?", .stop), ("...", .ellipsis),
    ("…", .ellipsis),
    ("“", .openMark), ("„", .openMark), ("«", .openMark), ("``", .openMark), ("‘", .openMark),
    ("”", .closeMark), ("»", .closeMark), ("''", .closeMark), ("\"", .closeMark), ("'", .closeMark),
    ("(", .bracket), (")", .bracket), ("[", .bracket), ("]", .bracket),
  ]
}
