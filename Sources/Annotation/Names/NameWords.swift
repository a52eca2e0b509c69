/// Words that tell what a name stands for.
enum NameWords {

  /// Honorifics: they stand with a surname and say nothing of an office.
  static let honorifics = WordSet(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady madame monsieur herr frau messrs messrs. sens. reps. govs. gens. senators presidents ministers chancellors"
  )
  static let femaleHonorifics = WordSet("mrs mrs. ms ms. miss dame lady madame frau")
  static let maleHonorifics = WordSet("mr mr. sir lord monsieur herr")

  /// Nouns for people who hold an office or speak for one.
  static let roles = WordSet(
    """
    president chancellor premier minister secretary spokesman spokeswoman spokesperson leader senator
    governor mayor ambassador king queen prince princess pope chairman chairwoman chair chairperson
    chief director head ceo general commander judge justice lawyer professor analyst economist envoy
    diplomat official commissioner candidate lawmaker speaker congressman congresswoman congressperson
    representative deputy admiral colonel captain lieutenant sergeant major founder officer
    sen. rep. gov. gen. lt. col. sgt. capt. maj. adm. prof. pres. rev. bishop archbishop cardinal
    sheikh emir sultan ayatollah imam chief taoiseach activist adviser advisor aide attorney author
    banker billionaire boss campaigner coach manager critic dissident editor expert historian host
    investigator journalist legislator negotiator owner mp politician prosecutor reporter researcher
    scientist sheriff strategist superintendent teacher writer veteran winger doctor student
    vice-president vice-chancellor
    """)

  /// Words before a role noun that belong to it: "prime minister", "vice president".
  static let roleModifiers = WordSet(
    """
    prime foreign vice deputy first interim defence defense finance interior justice
    health treasury commerce trade business home education energy environment economy culture labour
    labor chief general senior press state attorney secretary supreme crown opposition party political
    parliamentary national federal security prime-minister executive managing leading house majority
    minority assistant associate district police army military government climate agriculture
    transport european top long-time
    """)

  /// Words that say when an office was held.
  static let timeModifiers = WordSet(
    "former ex then outgoing incoming acting longtime newly new current")

  /// Words that make a run of capitals an organisation.
  static let organizations = WordSet(
    """
    ministry department bank university college school party commission council committee court
    institute institution association agency authority bureau board corporation company corp corp. inc
    inc. ltd ltd. llc plc group union federation foundation fund organization organisation league
    parliament congress senate assembly office police army navy force forces guard service services
    society club hospital church airlines airways motors media news times post journal tribune herald
    gazette press television radio network systems technologies industries holdings partners capital
    insurance securities exchange trust centre center academy museum alliance coalition movement front
    brigade battalion administration observer ledger daily chamber cabinet treasury committee team
    university's gmbh ag sa nv bros international associates consulting energy pharmaceuticals
    laboratories lab labs studio studios records entertainment orchestra ministries directorate
    tribunal watch campaign initiative forum conference gallery theatre theater project programme program secretariat government
    """)

  /// Words that make a run of capitals a place.
  static let places = WordSet(
    """
    river lake mountain mountains sea ocean island islands bay street road avenue square city town
    county province district region valley desert peninsula strait canal airport beach hills heights
    park bridge palace village coast gulf cape forest
    """)

  /// Capitalised words that name nothing that counts here.
  static let nothing = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.
    christmas easter ramadan god internet i ok okay tv dvd cd pdf faq p.s. a.m. p.m. am pm ad bc asap
    hispanics hispanic latinos latino evangelicals catholics catholic
    spring summer autumn winter english spanish islam christianity muslim christian jewish jew jews
    muslims christians western eastern northern southern north south east west earth covid covid-19
    brexit nazi nazis cold war holocaust olympics id ceo cfo cto phd mba usd eur fyi lol omg re fw
    """)

  /// Surnames that stand before the given name, as in China and Korea.
  static let leadingSurnames = WordSet(
    """
    wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
    zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia
    ding wei xue ye pan du dai xia zhong tian ren fan fang shi yao xi mao qin lai tsai hou ko kim
    lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang moon nguyen tran
    """)

  /// Particles inside the names of people.
  static let particles = WordSet(
    "de la von der van den bin al el ibn da dos di du le del della ben abu e y zu")

  /// Prepositions before a place.
  static let locatives = WordSet("in near at around across outside throughout inside from")

  /// Verbs that people do.
  static let speech = WordSet(
    """
    said says say told tells added adds argued argues asked asks insisted warned wrote writes announced
    called claimed claims replied explained declared stated noted suggested denied believes thinks
    wants spoke speaks recalled conceded acknowledged remarked urged vowed pledged promised testified
    tweeted stressed admitted confirmed predicted complained joked
    """)
}
