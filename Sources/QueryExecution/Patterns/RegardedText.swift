internal import CorpusStore
internal import QuerySemantics

/// Texts as they are compared when case, accents or both count.
enum RegardedText {

  /// Returns the name of a code, in the form in which only what `regard` names makes a difference.
  static func bytes(of code: UInt32, _ names: CodeNames, _ regard: TextRegard) -> [UInt8] {
    switch (regard.letterCase, regard.accents) {
    case (false, false): names.foldedBytes(of: code)
    case (true, true): names.bytes(of: code)
    case (false, true): lowercased(names.bytes(of: code))
    case (true, false): withoutAccents(names.bytes(of: code))
    }
  }

  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return TextFolding.fold(bytes: bytes) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap {
      Array($0.properties.lowercaseMapping.utf8)
    }
  }

  private static func withoutAccents(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
      let plain = TextFolding.fold(String(scalar))
      return Array((scalar.properties.isUppercase ? plain.uppercased() : plain).utf8)
    }
  }
}
