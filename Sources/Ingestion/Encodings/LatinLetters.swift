/// How often the letters beyond ASCII stand in a language, of a thousand of them.
///
/// Source: counted in the message catalogues of free programs (coreutils, bash, apt and others of Debian 12,
/// 100,000 characters and more a language), and rounded; letters that messages hold more than prose does are
/// evened out.
struct LatinLetters {

  /// The share of each letter in small, between 0 and 1.
  let shares: [UInt32: Double]
  /// The labels of the code pages in which its texts are written, beside those of Western languages.
  let pages: [String]
  /// Words without accents that stand in nearly every text, and hardly in one of another language.
  let words: Set<String>

  private init(_ letters: String, _ pages: String = "", words: String = "") {
    var shares: [UInt32: Double] = [:]
    for entry in letters.split(separator: " ") {
      guard let letter = entry.unicodeScalars.first?.value else { continue }
      shares[letter] = Double(entry.dropFirst()).map { $0 / 1_000 }
    }
    self.shares = shares
    self.pages = pages.split(separator: " ").map(String.init)
    self.words = Set(words.split(separator: " ").map(String.init))
  }

  /// Common words without accents of English and the Western languages.
  static let westernWords = Set(
    """
    the of and to in is that for with was on are by from this it at as be said he she his they has have an not \
    der die das und ist nicht mit ein eine von zu den im auf sich des dem auch als hat wird sie er \
    le la les du et est une dans que pour qui sur pas au avec il elle ce ne plus \
    el los las por con del en lo su sus o do da os em um uma com ao no na pelo foi \
    di per non che una sono della al gli alla i e och att det som en av har inte till var og er ikke til af \
    het een van dat op te zijn ja on ei oli mutta agus an ar na ta ei see oma
    """.split(separator: " ").map(String.init))

  /// The languages whose letters Windows-1252 does not have all.
  static let others = [
    // Czech, Slovak, Polish, Hungarian.
    LatinLetters(
      "í250 á190 ř100 č80 é80 ý75 ž68 ě100 š55 ů30 ú7 ó5 ň4 ť2 ď2", "windows-1250 iso-8859-2",
      words: "v z k s ve ze ale podle jako jsou byl byla bylo bude nebo jen kdy kde aby jak jeho po"
    ),
    LatinLetters(
      "á195 č112 í111 ý98 ú85 é90 ť80 ž80 š55 ľ45 ó11 ô10 ä8 ň8 ĺ3 ď4 ŕ1",
      "windows-1250 iso-8859-2",
      words: "v z k s ale ako alebo bol bola bolo bude nie pre len pri kde aby podla pod po"),
    LatinLetters(
      "ł200 ż130 ę150 ą130 ś110 ó110 ć80 ń40 ź12", "windows-1250 iso-8859-2",
      words: "w z nie jest oraz przez dla jak tym czy ale tylko jego jej pod przy po od za jako"),
    LatinLetters(
      "á330 é280 í80 ó95 ö80 ő65 ü45 ú25 ű18", "windows-1250 iso-8859-2",
      words: "az egy hogy nem volt csak mint vagy ezt azt lesz voltak szerint mert minden"),
    // Croatian, Bosnian, Slovenian, Serbian in Latin letters; Romanian.
    LatinLetters(
      "č330 š270 ž170 ć150 đ65", "windows-1250 iso-8859-2",
      words: "za koji koja koje nije bio bila bilo kako samo ili ali kao od iz jer kad ki ter pri"),
    LatinLetters(
      "ă480 ş190 ţ190 ș190 ț190 î110 â50", "windows-1250 iso-8859-16",
      words: "cu sunt pentru fost prin dintre unui unei cel cea acest dar"),
    // Turkish, Lithuanian, Latvian.
    LatinLetters(
      "ı430 ş150 ç130 ü150 ğ95 ö75 İ20 â3", "windows-1254",
      words:
        "ve bir bu ile olarak daha dedi gibi olan sonra kadar yok ama ancak oldu eden yeni bunu"),
    LatinLetters(
      "ų190 š200 ė210 ž110 į80 ą90 č65 ū60 ę30", "windows-1257",
      words: "ir kad yra tik kaip apie nuo iki prie buvo taip jau"),
    LatinLetters(
      "ā340 ē190 ī180 š110 ļ45 ū50 ņ45 ž25 ķ17 ģ7 č8", "windows-1257",
      words: "ir kas bija kura tika vai gan uz kad jau"),
  ]

  /// The languages that are written in Windows-1252, and were in Mac Roman.
  static let western = [
    // French, German, Spanish, Portuguese, Italian, Catalan.
    LatinLetters("é680 è95 à85 ê55 ô20 î15 ç30 â10 ï5 ù6 û6 ë3 œ6 æ1"),
    LatinLetters("ü450 ä250 ö180 ß100 é5"),
    LatinLetters("ó360 á230 í190 ú70 é90 ñ60 ü3"),
    LatinLetters("ã280 ç190 á130 í110 é110 ó60 ú45 õ45 ê40 â15 à12 ô10 ü2"),
    LatinLetters("è400 à250 ò100 é70 ù100 ì50 ó5 î3"),
    LatinLetters("ó220 à200 é190 í110 è90 ò60 ú50 ç55 ï20 ü10"),
    // Danish and Norwegian, Swedish and Finnish, Icelandic.
    LatinLetters("æ300 ø330 å350 é15"), LatinLetters("ä450 ö300 å240 é10"),
    LatinLetters("í220 ð220 á180 ó100 ú70 ý60 æ50 ö50 þ45 é25"),
    // Dutch, Irish, Estonian.
    LatinLetters("é350 ë350 ï150 ö50 ü20 è50 ê10"), LatinLetters("á320 í270 é170 ú130 ó110"),
    LatinLetters("ä380 õ300 ü220 ö50 š30 ž15"),
  ]
}
