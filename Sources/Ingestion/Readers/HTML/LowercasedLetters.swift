extension Sequence<UInt8> {

  /// The bytes with the capital letters of ASCII in lower case, as names of HTML and words of pages
  /// are compared; other letters stay as they are.
  var lowercasedLetters: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}
