internal import Annotation

/// An encoding of one byte a character, as XML and HTML declare them.
///
/// The labels and tables are those of the WHATWG Encoding Standard; by it, Latin-1 and ASCII are
/// read as Windows-1252. Where a code page leaves a byte open it is U+FFFD.
struct SingleByteEncoding {

  /// The UTF-8 of the characters of the bytes from 0x80.
  private let upper: [[UInt8]]

  /// Finds the encoding of a label in lower case; nil where it is none of these.
  init?(label: String) {
    let key = Self.key(label)
    guard let table = Self.tables.first(where: { $0.labels.contains { Self.key($0) == key } })
    else { return nil }
    let high = table.characters.unicodeScalars.map { Array(String($0).utf8) }
    // A table of 96 characters begins at 0xA0: the bytes before are controls, which mean nothing.
    upper = Array(repeating: [0xEF, 0xBF, 0xBD], count: max(0, 128 - high.count)) + high
  }

  /// A label without the marks in it, which every program sets otherwise: `ISO_8859-1`, `iso8859-1`.
  private static func key(_ label: String) -> String {
    String(
      label.lowercased().unicodeScalars.filter {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
  }

  /// Returns the UTF-8 of some bytes.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        decoded.append(byte)
      } else if Int(byte) - 0x80 < upper.count {
        decoded += upper[Int(byte) - 0x80]
      }
    }
    return decoded
  }

  /// The code page of the names in archives that do not say that theirs is UTF-8.
  static let ofArchives = SingleByteEncoding(label: "cp437")

  private static let tables: [(labels: [String], characters: String)] = [
    (["macintosh", "mac", "csmacintosh", "x-mac-roman", "macroman"], MacRoman.upper),
    (
      ["cp437", "ibm437", "437"],
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
        + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■" + spacing
    ),
    (
      [
        "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1",
        "us-ascii", "ascii", "iso_8859-1", "ansi",
        "ansi_x3.4-1968", "iso_8859-1:1987", "cp819", "ibm819", "x-ansi",
      ],
      "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ" + spacing
        + "¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿" + latin
    ),
    (
      ["windows-1254", "cp1254", "iso-8859-9", "latin5"],
      "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}\u{FFFD}Ÿ" + spacing
        + "¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"
    ),
    (
      ["iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9"],
      spacing + "¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿" + latin
    ),
    (
      ["windows-1250", "cp1250", "x-cp1250"],
      "€\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź" + spacing
        + "ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż" + centralEuropean
    ),
    (
      ["iso-8859-2", "iso8859-2", "latin2", "latin-2", "l2"],
      spacing + "Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż" + centralEuropean
    ),
    (
      ["windows-1251", "cp1251", "x-cp1251"],
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ" + spacing
        + "ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
        + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
    ),
  ]

  private static let spacing = "\u{A0}"
  private static let latin = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
  private static let centralEuropean =
    "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
}
