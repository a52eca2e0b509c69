extension CueLexicon {

  private static let clause: Cue.Frames = [.direct, .that, .bare, .question, .inverted]
  private static let thatClause: Cue.Frames = [.direct, .that, .question, .inverted]

  /// The verbs, most particular first: the first group that has a form keeps it.
  static let verbs: [Group] = [
    Group(
      .speech, clause, particles: [(.of, .stance)], "say/says/said/saying"),
    Group(
      .speech, [.direct, .that, .bare, .question, .person, .order],
      particles: [(.about, .stance), (.of, .stance)], "tell/tells/told/telling"),
    Group(
      .writing, clause, particles: [(.about, .stance)],
      "write/writes/wrote/writing/written tweet retweet post blog"),
    Group(
      .speech, [.direct, .question, .person, .order, .inverted],
      particles: [(.for, .object), (.about, .object)], "ask"),
    Group(
      .speech, [.direct, .naming, .inverted],
      particles: [(.for, .object), (.on, .order)], "call"),
    Group(
      .speech, [.naming, .direct],
      "brand dub label deem term hail portray denounce characterize characterise"),
    Group(.speech, [.naming, .object], "describe"),
    Group(.speech, [.charge], "accuse"),
    Group(
      .speech, [.direct, .that, .bare, .question, .person, .order, .inverted],
      particles: [(.of, .object), (.about, .object), (.against, .object)], "warn caution"),
    Group(
      .speech, [.direct, .that, .bare, .person, .inverted], "remind assure reassure inform notify"),
    Group(
      .speech, [.direct, .that, .order, .inverted, .object], "urge"),
    Group(
      .speech, [.order, .direct], "exhort implore beseech instruct order advise command encourage"),
    Group(
      .speech, [.direct, .that, .bare, .infinitive, .object, .person, .inverted],
      "promise"),
    Group(
      .speech, [.direct, .that, .bare, .infinitive, .object, .inverted],
      "pledge vow threaten swear/swears/swore/swearing/sworn propose offer guarantee demand"),
    Group(
      .speech, [.direct, .that, .bare, .question, .object, .inverted],
      """
      announce acknowledge admit/admits/admitted/admitting deny/denies/denied/denying confirm
      reveal declare mention predict forecast/forecasts/forecast/forecasting question
      emphasize emphasise stress underline underscore highlight reiterate repeat explain note
      suggest recommend recount recall report disclose concede proclaim signal indicate lament decry criticize
      criticise dispute discuss outline reaffirm detail tout cite express voice
      """),
    Group(
      .speech, thatClause,
      particles: [(.on, .object)],
      """
      add argue claim state contend assert maintain allege affirm aver attest insist observe
      estimate conclude remark reply/replies/replied/replying respond answer counter retort rejoin
      respond protest complain caution exclaim clarify/clarifies/clarified/clarifying stipulate
      specify/specifies/specified/specifying testify/testifies/testified/testifying
      boast brag/brags/bragged/bragging joke quip/quips/quipped/quipping jest hint imply/implies/implied/implying
      speculate surmise theorize posit opine confess
      submit/submits/submitted/submitting certify conjecture reason assess
      advise guess marvel volunteer interject relate
      """),
    Group(
      .speech, [.direct, .inverted],
      particles: [(.of, .object), (.about, .object)],
      """
      speak/speaks/spoke/speaking/spoken talk inquire enquire continue shout yell cry/cries/cried/crying
      scream whisper mutter murmur mumble moan groan growl grumble roar
      sigh snap/snaps/snapped/snapping chant chime chide deadpan/deadpans/deadpanned/deadpanning enthuse
      fume gripe gush laugh smile stammer stutter whine thunder storm
      venture elaborate muse rave rant scoff sneer snipe
      begin/begins/began/beginning/begun agree riff object plead
      wonder warn echo conclude
      """),
    Group(
      .speech, [.object],
      particles: [(.out, [.direct, .that, .bare, .object, .inverted]), (.to, .object)],
      "point"),
    Group(.speech, [], particles: [(.to, .object)], "refer/refers/referred/referring allude"),
    Group(
      .speech, [.stance],
      """
      praise thank mock blame commend condemn blast slam/slams/slammed/slamming applaud
      deride ridicule rebuke quote
      """),
    Group(
      .writing, [.direct], "read/reads/read/reading"),
    Group(
      .belief, [.that, .bare, .question, .direct],
      """
      believe think/thinks/thought/thinking feel/feels/felt/feeling fear doubt suspect assume
      expect anticipate reckon figure know/knows/knew/knowing/known
      realize realise understand/understands/understood/understanding worry/worries/worried/worrying
      conceive imagine presume sense trust deem
      """),
    Group(.belief, [.object], "see/sees/saw/seeing/seen view consider regard"),
    Group(
      .wish, [.that, .bare, .infinitive],
      "hope wish"),
    Group(
      .wish, [.infinitive, .order],
      "want desire long intend prefer/prefers/preferred/preferring"),
    Group(.speech, [.that, .person], "convince persuade"),
  ]

  /// The nouns that carry a clause, as in "her warning that".
  static let nouns: [Group] = [
    Group(
      .speech, [.that],
      """
      warning claim statement promise argument assertion suggestion insistence declaration remark
      pledge allegation denial acknowledgment acknowledgement announcement complaint contention
      threat demand call prediction assurance reminder message proposal observation comment
      accusation vow
      """),
    Group(.speech, [.that], "case point adamant insistent clear explicit emphatic"),
    Group(
      .belief, [.that],
      """
      confident convinced certain sure hopeful optimistic worried concerned afraid aware firm
      skeptical sceptical doubtful fearful proud
      """),
    Group(.belief, [.that], "belief view opinion conviction fear hope worry concern expectation"),
  ]
}
