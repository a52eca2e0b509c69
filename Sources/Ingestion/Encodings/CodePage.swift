internal import Annotation
internal import CEncodingTables

/// An encoding of text that is no Unicode, of one or two bytes a character.
///
/// The labels are those of the WHATWG Encoding Standard and others that programs write; by it, Latin-1
/// and ASCII are read as Windows-1252, GB 2312 as GB 18030, and KS C 5601 as the code page 949. Where an
/// encoding leaves bytes open they are U+FFFD.
struct CodePage: Hashable {

  /// How characters of more than one byte lie.
  enum Layout: Hashable {
    /// Every character is a byte.
    case single
    case shiftJIS, eucJP, iso2022JP, gb18030, big5, eucKR
  }

  /// Its name, as people write it.
  let name: String
  let layout: Layout
  /// Where its table begins, in characters.
  let table: Int

  /// Finds the encoding of a label; nil where it is none of these.
  init?(label: String) {
    guard let page = Self.byLabel[Self.key(label)] else { return nil }
    self = page
  }

  private init(_ name: String, _ layout: Layout, table: Int) {
    (self.name, self.layout, self.table) = (name, layout, table)
  }

  /// A label without the marks in it, which every program sets otherwise: `ISO_8859-1`, `iso8859-1`.
  private static func key(_ label: String) -> String {
    String(
      label.lowercased().unicodeScalars.filter {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
  }

  private static let byLabel = Dictionary(
    all.flatMap { page, labels in
      labels.split(separator: " ").map { (key(String($0)), page) }
    }, uniquingKeysWith: { first, _ in first })

  /// The encodings with their labels; those of one byte in the order of their tables.
  private static let all: [(page: CodePage, labels: String)] =
    single.enumerated().map { (CodePage($1.0, .single, table: $0 * 128), $1.1) }
    + double.map { (CodePage($0, $1, table: single.count * 128 + $2), $3) }

  private static let single = [
    ("Mac Roman", "macintosh mac csmacintosh x-mac-roman macroman"),
    ("code page 437", "cp437 ibm437 437"),
    (
      "Windows-1252",
      "windows-1252 cp1252 x-cp1252 iso-8859-1 latin1 l1 us-ascii ascii ansi ansi_x3.4-1968 "
        + "iso_8859-1:1987 cp819 ibm819 x-ansi"
    ),
    ("Windows-1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 latin5 l5"),
    ("ISO 8859-15", "iso-8859-15 latin9 l9"),
    ("Windows-1250", "windows-1250 cp1250 x-cp1250"),
    ("ISO 8859-2", "iso-8859-2 latin2 l2 iso_8859-2:1987"),
    ("Windows-1251", "windows-1251 cp1251 x-cp1251"),
    ("KOI8-R", "koi8-r koi8 koi cskoi8r"), ("KOI8-U", "koi8-u koi8-ru"),
    ("ISO 8859-5", "iso-8859-5 cyrillic iso_8859-5:1988"),
    ("code page 866", "ibm866 cp866 866 csibm866"),
    ("Mac Cyrillic", "x-mac-cyrillic x-mac-ukrainian maccyrillic"),
    ("Windows-1253", "windows-1253 cp1253 x-cp1253"),
    ("ISO 8859-7", "iso-8859-7 greek greek8 iso_8859-7:1987 elot_928"),
    ("Windows-1255", "windows-1255 cp1255 x-cp1255"),
    ("ISO 8859-8", "iso-8859-8 iso-8859-8-i iso-8859-8-e hebrew visual logical"),
    ("Windows-1256", "windows-1256 cp1256 x-cp1256"),
    ("ISO 8859-6", "iso-8859-6 iso-8859-6-i iso-8859-6-e arabic asmo-708"),
    ("Windows-1257", "windows-1257 cp1257 x-cp1257"), ("ISO 8859-13", "iso-8859-13 latin7 l7"),
    ("ISO 8859-4", "iso-8859-4 latin4 l4"), ("ISO 8859-10", "iso-8859-10 latin6 l6"),
    ("ISO 8859-14", "iso-8859-14 latin8 l8"), ("ISO 8859-16", "iso-8859-16 latin10 l10"),
    ("ISO 8859-3", "iso-8859-3 latin3 l3"),
    ("Windows-874", "windows-874 cp874 tis-620 iso-8859-11"),
    ("Windows-1258", "windows-1258 cp1258 x-cp1258"),
    ("code page 850", "cp850 ibm850 850"), ("code page 852", "cp852 ibm852 852"),
  ]

  private static let double: [(String, Layout, Int, String)] = [
    (
      "Shift JIS", .shiftJIS, 0, "shift_jis sjis csshiftjis ms932 ms_kanji windows-31j x-sjis cp932"
    ),
    ("EUC-JP", .eucJP, 0, "euc-jp x-euc-jp cseucpkdfmtjapanese ujis"),
    ("ISO-2022-JP", .iso2022JP, 0, "iso-2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-ms"),
    (
      "GB 18030", .gb18030, 124 * 189,
      "gb18030 gbk gb2312 gb_2312-80 chinese csgb2312 csiso58gb231280 x-gbk cp936 936 euc-cn "
        + "iso-ir-58 windows-936"
    ),
    (
      "Big5", .big5, 124 * 189 + 126 * 191,
      "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 950 windows-950"
    ),
    (
      "EUC-KR", .eucKR, 124 * 189 + 126 * 191 + 120 * 191,
      "euc-kr cseuckr ks_c_5601-1987 csksc56011987 ks_c_5601-1989 ksc5601 korean iso-ir-149 "
        + "windows-949 cp949 949 uhc"
    ),
  ]

  /// The code page of the names in archives that do not say that theirs is UTF-8.
  static let ofArchives = CodePage(label: "cp437")

  /// Returns the scalar at a place of the table, U+FFFD where there is none.
  func scalar(_ place: Int) -> UInt32 {
    let index = (table + place) * 2
    guard place >= 0, index + 1 < encoding_tables_count() else { return 0xFFFD }
    let bytes = unsafe encoding_tables_bytes()
    guard let bytes = unsafe bytes else { return 0xFFFD }
    let unit = unsafe UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
    return unit == 0 ? 0xFFFD : unit
  }

  /// Returns the UTF-8 of some bytes.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 2)
    forEachScalar(of: bytes) { scalar in
      if scalar < 0x80 {
        decoded.append(UInt8(scalar))
      } else if let character = Unicode.Scalar(scalar) {
        decoded.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return decoded
  }

  /// Gives the scalars of some bytes one after another, in the order of the text.
  @inline(__always)
  func forEachScalar(of bytes: [UInt8], _ body: (UInt32) -> Void) {
    if layout == .iso2022JP {
      CodePage.eucJP?.forEachScalar(of: Self.shifted(bytes), body)
      return
    }
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        body(UInt32(byte))
        place += 1
      } else if layout == .single {
        body(scalar(Int(byte) - 0x80))
        place += 1
      } else {
        let (scalar, length) = character(bytes, place)
        body(scalar)
        place += length
      }
    }
  }
}
