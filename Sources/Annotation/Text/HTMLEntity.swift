/// A character reference of HTML that scraping has left in the text, like `&#8217;`.
///
/// Only references with their semicolon are read. A reference whose ampersand is itself escaped,
/// like `&amp;#8217;`, counts as one.
package struct HTMLEntity {

  /// The character it stands for.
  package let scalar: UInt32

  /// Its length in bytes, from the ampersand through the semicolon.
  package let length: Int

  /// Reads the reference whose ampersand stands at `offset`, or returns nil where there is none.
  package init?(_ bytes: [UInt8], at offset: Int) {
    guard let outer = Self.read(bytes, behindAmpersand: offset + 1) else { return nil }
    if outer.scalar == 0x26, let inner = Self.read(bytes, behindAmpersand: outer.end) {
      (scalar, length) = (inner.scalar, inner.end - offset)
    } else {
      (scalar, length) = (outer.scalar, outer.end - offset)
    }
  }

  private static func read(
    _ bytes: [UInt8], behindAmpersand start: Int
  ) -> (scalar: UInt32, end: Int)? {
    var end = start
    while end < bytes.count, end - start <= 8, bytes[end] != 0x3B { end += 1 }
    guard end < bytes.count, bytes[end] == 0x3B, end > start else { return nil }
    let body = bytes[start..<end]
    let scalar = body.first == 0x23 ? number(body.dropFirst()) : named(body)
    return scalar.map { ($0, end + 1) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHexadecimal = digits.first == 0x78 || digits.first == 0x58
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value >= 0x20 else {
      return nil
    }
    if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(value)) }
    return Unicode.Scalar(value)?.value
  }

  private static func named(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
    return names[String(decoding: name, as: UTF8.self)]
  }

  /// The names of Latin-1 in the order of the code points from U+00A0.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml
    """

  private static let names: [String: UInt32] = {
    var names: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "OElig": 0x152,
      "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "ensp": 0x2002,
      "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
      "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
      "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020,
      "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030, "lsaquo": 0x2039, "rsaquo": 0x203A,
      "euro": 0x20AC, "trade": 0x2122, "minus": 0x2212,
    ]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      names[String(name)] = UInt32(0xA0 + offset)
    }
    return names
  }()
}
