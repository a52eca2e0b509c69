/// Text as TeX writes it: letters with accents as commands, marks in place of quotation marks and
/// dashes, braces that say nothing to a reader.
///
/// Source: Donald Knuth, The TeXbook, chapters 2 and 9.
enum TeXText {

  /// Returns a text without the commands of TeX; those that are not known are left out, and what they are
  /// of stays.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { [0x5C, 0x7B, 0x7D, 0x7E, 0x60, 0x27, 0x2D].contains($0) }) else {
      return bytes
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if bytes[index] == 0x5C {
        index = command(bytes, at: index, &out)
      } else if let (mark, text) = marks.first(where: { rest.starts(with: $0.mark) }) {
        out += text
        index += mark.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  /// Returns a text without the backslashes before what would mean something to TeX.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if byte == 0x7B || byte == 0x7D || byte == 0x5C && !next.isTeXLetter { continue }
      out.append(byte)
    }
    return out
  }

  /// Returns the names of a list, which `and` parts outside of braces; what stands in braces is one name
  /// without commas that mean something.
  static func names(_ bytes: [UInt8]) -> [String] {
    var names: [[UInt8]] = [[]]
    var depth = 0
    for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      if depth == 0, word.elementsEqual("and".utf8) {
        names.append([])
        continue
      }
      depth += word.count { $0 == 0x7B } - word.count { $0 == 0x7D }
      names[names.count - 1] += (names[names.count - 1].isEmpty ? [] : [0x20]) + word
    }
    // “And others” stands for those whom the list leaves out.
    return names.filter { !$0.elementsEqual("others".utf8) }
      .map { String(decoding: plain($0), as: UTF8.self) }.filter { !$0.isEmpty }
  }

  private static let marks: [(mark: [UInt8], text: [UInt8])] = [
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "), ("{", ""), ("}", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  // MARK: Commands

  /// Reads a command; returns the place behind it.
  private static func command(_ bytes: [UInt8], at start: Int, _ out: inout [UInt8]) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    let first = bytes[start + 1]
    let name = first.isTeXLetter ? bytes[(start + 1)...].prefix { $0.isTeXLetter } : [first]
    let end = start + 1 + name.count
    let text = String(decoding: name, as: UTF8.self)
    if let letters = accents[text], let (letter, behind) = letter(bytes, at: end, text),
      let composed = letters[letter]
    {
      out += composed.utf8
      return behind
    }
    if let symbol = symbols[text] {
      out += symbol.utf8
      // Braces or a blank end the name of a command.
      var place = end
      if bytes[place...].starts(with: [0x7B, 0x7D]) { return place + 2 }
      while first.isTeXLetter, place < bytes.count, bytes[place] == 0x20 { place += 1 }
      return place
    }
    if first == 0x5C || first <= 0x20 {
      out.append(0x20)
    } else if !first.isTeXLetter {
      out.append(first)
    }
    return first.isTeXLetter && end < bytes.count && bytes[end] == 0x20 ? end + 1 : end
  }

  /// The letter that an accent stands on, and the place behind it: `e`, `{e}`, ` e`, `\i`.
  private static func letter(
    _ bytes: [UInt8], at start: Int, _ accent: String
  ) -> (letter: Character, end: Int)? {
    var place = start
    var isBraced = false
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    if place < bytes.count, bytes[place] == 0x7B {
      isBraced = true
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x5C { place += 1 }
    guard place < bytes.count, bytes[place].isTeXLetter else { return nil }
    let letter = Character(UnicodeScalar(bytes[place]))
    place += 1
    if isBraced {
      guard place < bytes.count, bytes[place] == 0x7D else { return nil }
      place += 1
    }
    return (letter, place)
  }

  /// The letters with their accents, by the commands of these.
  private static let accents: [String: [Character: Character]] = {
    let table = [
      ("'", "aáeéiíoóuúyýcćnńsśzźlĺrŕAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ"), ("`", "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
      ("^", "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛ"), ("\"", "aäeëiïoöuüyÿAÄEËIÏOÖUÜ"),
      ("~", "aãnñoõiĩuũAÃNÑOÕ"), ("=", "aāeēiīoōuūAĀEĒIĪOŌUŪ"), (".", "cċeėgġzżIİEĖZŻ"),
      ("c", "cçsştţCÇSŞTŢ"), ("v", "cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ"), ("H", "oőuűOŐUŰ"),
      ("u", "aăgğuŭAĂGĞUŬ"), ("k", "aąeęiįuųAĄEĘIĮUŲ"), ("r", "aåuůAÅUŮ"), ("d", "sștțSȘTȚ"),
    ]
    return Dictionary(
      uniqueKeysWithValues: table.map { accent, letters in
        let all = Array(letters)
        let pairs = stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
        return (accent, Dictionary(uniqueKeysWithValues: pairs))
      })
  }()

  private static let symbols: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
    "glqq": "„", "grqq": "“", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„",
    "textquotedbl": "\"", "textquotesingle": "'", "textasciitilde": "~", "textbackslash": "\\",
    "textunderscore": "_", "textdollar": "$", "euro": "€", "texteuro": "€", "pounds": "£",
    "textsterling": "£", "S": "§", "copyright": "©", "textdegree": "°", "par": "\n\n",
    "newline": "\n", "textbar": "|", "slash": "/", "-": "", "/": "", ",": " ",
  ]
}
