internal import Annotation

extension SourceFile {

  /// Finds the encoding of a file that is no Unicode and does not say what it is.
  ///
  /// - Returns: The encoding; nil where the readers find it out by themselves.
  /// - Throws: `InputError` where the file holds no text.
  func codePage() throws(InputError) -> CodePage? {
    let sample = sample
    if let format = BinaryFormat.signature(of: sample) { throw noText(sample, format) }
    if options.reader == nil, let format = BinaryFormat.unread(sample) {
      throw .notRead(origin, format.name, mend: format.mend)
    }
    let isWide = WideEncoding(of: sample) != nil
    let isValid = !isWide && (DecodedText.isValid(sample.span) || Self.isCutOff(sample))
    let isShifted = isValid && sample.contains(0x1B) && CodePage.isShifted(sample)
    if isWide || isValid && !isShifted {
      if BinaryFormat.isDamaged(isWide ? DecodedText(sample).bytes : sample) {
        throw noText(sample)
      }
      return nil
    }
    let reader = Ingestor.reader(of: self)
    // The parts of a mail have encodings of their own.
    if reader is MailboxReader || reader is SavedPageReader {
      if BinaryFormat.isDamaged(sample) { throw noText(sample) }
      return nil
    }
    let declared = declaredPage(by: reader)
    if let declared, !BinaryFormat.isDamaged(declared.decode(sample)) { return nil }
    if isShifted { return CodePage(label: "iso-2022-jp") }
    if let page = CodePageGuess.page(of: sample) { return page }
    let names = CodePageGuess.possibleNames(of: sample)
    if !names.isEmpty, !BinaryFormat.isDamaged(sample) { throw .unknownEncoding(origin, names) }
    if BinaryFormat.isDamaged(DecodedText(sample).bytes) {
      let isUnclear = ContainerFormat.named(origin) == nil && BinaryFormat.isOfLetters(sample)
      let page = LatinPageGuess.likeliest(of: sample)
      throw isUnclear ? .unclearEncoding(origin, page) : noText(sample)
    }
    return nil
  }

  /// The encoding that the file may be in as well as in Windows-1252, in which it is read; nil where it says or
  /// tells what it is.
  fileprivate var rivalPage: CodePage? {
    let sample = sample
    if DecodedText.isValid(sample.span) || MacRoman.looksLike(sample) { return nil }
    if tellsEncoding { return nil }
    return CodePageGuess.rival(of: sample)
  }

  /// Whether the file says which encoding it is in, or its parts say that for themselves.
  fileprivate var tellsEncoding: Bool {
    let reader = Ingestor.reader(of: self)
    return reader is MailboxReader || reader is SavedPageReader || declaredPage(by: reader) != nil
  }

  /// The beginning, without a character at its end that is not whole.
  private var sample: [UInt8] {
    var sample = Array(bytes.prefix(65_536))
    guard sample.count < bytes.count else { return sample }
    for _ in 0..<3 where sample.last.map({ $0 >= 0x80 }) ?? false { sample.removeLast() }
    return sample
  }

  /// Whether all but the last character is UTF-8, with others than ASCII.
  private static func isCutOff(_ sample: [UInt8]) -> Bool {
    var whole = sample[...]
    for _ in 0..<3 where whole.last.map({ $0 >= 0x80 }) ?? false {
      whole.removeLast()
      if DecodedText.isValid(whole.span) { return whole.contains { $0 >= 0x80 } }
    }
    return false
  }

  /// The encoding that the file declares in a way that its reader knows.
  private func declaredPage(by reader: any DocumentReader) -> CodePage? {
    let label =
      reader is HTMLReader
      ? DeclaredEncoding.htmlLabel(bytes) : DeclaredEncoding.xmlLabel(bytes)
    return label.flatMap(CodePage.init)
  }

  /// The error of a file that holds no text, but something of a format, if that is known.
  private func noText(_ sample: [UInt8], _ format: String? = nil) -> InputError {
    if let packing = ContainerFormat.named(origin), !packing.isArchive {
      return .misnamed(origin, packing, sample)
    }
    return .binary(origin, format)
  }

  /// The file in UTF-8, which was of an encoding.
  func decoded(by page: CodePage) -> SourceFile {
    var file = SourceFile(
      name: name, origin: origin, bytes: page.decode(bytes), firstLine: firstLine,
      options: options, preamble: preamble)
    (file.folder, file.companions) = (folder, companions)
    return file
  }
}

extension Reading {

  /// The reading with a note of the encoding that its texts were in, or a warning where that is a guess.
  ///
  /// - Parameters:
  ///   - page: The encoding; nil where the readers found it out.
  ///   - file: The file.
  /// - Returns: The reading.
  func noting(_ page: CodePage?, of file: SourceFile) -> Reading {
    var reading = self
    guard let page else {
      if let repair = untoldRepair(of: file) { reading.note(repair) }
      let isWestern = reading.documents.contains { document in
        document.text.repairs.contains { $0.contains("Windows-1252") }
      }
      if isWestern, let rival = file.rivalPage {
        reading.warnings.append(.guessedEncoding(file.origin, rival: rival.name))
      }
      return reading
    }
    reading.note("1 text in \(page.name)", of: { _ in true })
    return reading
  }

  /// What was repaired of a file that is not in UTF-8 by a reader that does not tell; nil where none was, or
  /// a text tells of it.
  private func untoldRepair(of file: SourceFile) -> String? {
    guard !DecodedText.isValid(file.bytes.span), WideEncoding(of: file.bytes) == nil,
      !file.tellsEncoding
    else { return nil }
    let names = ["Windows-1252", "Mac Roman", "UTF-8"]
    let isTold = documents.contains { document in
      document.text.repairs.contains { repair in names.contains { repair.contains($0) } }
    }
    if isTold { return nil }
    return MacRoman.looksLike(file.bytes) ? "1 text in Mac Roman" : "1 text in Windows-1252"
  }

  /// Adds a note to the repairs of documents, which may only be those with more than ASCII.
  private mutating func note(
    _ repair: String,
    of isRepaired: (NormalizedText) -> Bool = { $0.bytes.contains { $0 >= 0x80 } }
  ) {
    documents = documents.map { document in
      let text = document.text
      guard isRepaired(text) else { return document }
      return SourceDocument(
        text: NormalizedText(
          bytes: text.bytes, originalBytes: text.originalBytes, edits: text.edits,
          repairs: [repair] + text.repairs),
        metadata: document.metadata, given: document.given)
    }
  }
}

extension InputError {

  /// Creates the error of a text whose encoding is not told, of which it may be some.
  static func unknownEncoding(_ file: String, _ names: [String]) -> InputError {
    let list =
      names.count == 1
      ? names[0] : names.dropLast().joined(separator: ", ") + " or \(names[names.count - 1])"
    return InputError(
      kind: .binary, file: file,
      message: "this is no UTF-8, and too little to tell its encoding; it may be \(list)",
      mend: "save it as UTF-8, as with iconv -f \(Self.iconvName(names[0])) -t UTF-8")
  }

  /// Creates the error of a text in an encoding that nothing tells.
  static func unclearEncoding(_ file: String, _ likeliest: CodePage?) -> InputError {
    InputError(
      kind: .binary, file: file,
      message: "this is no UTF-8, and its encoding is unclear",
      mend: likeliest.map {
        "save it as UTF-8, as with iconv -f \(Self.iconvName($0.name)) -t UTF-8 if it is in "
          + $0.name
      } ?? "save it as UTF-8, as with iconv -f ENCODING -t UTF-8; iconv -l lists encodings")
  }

  /// What iconv calls an encoding: `SHIFT_JIS`, `GB18030`.
  fileprivate static func iconvName(_ name: String) -> String {
    if let number = name.split(separator: " ").last, name.hasPrefix("code page ") {
      return "CP\(number)"
    }
    return name == "Shift JIS" ? "SHIFT_JIS" : name.filter { $0 != " " }.uppercased()
  }

  /// Creates the error of a file that is called a compressed one or an archive, and is none.
  static func misnamed(
    _ file: String, _ format: ContainerFormat, _ start: [UInt8]
  ) -> InputError {
    let isPage = HTMLReader().recognizes(start)
    let isText = DecodedText.isValid(start.span) && !BinaryFormat.isDamaged(start)
    let content =
      ContainerFormat.of(start)?.name ?? BinaryFormat.signature(of: start)
      ?? (isPage ? "a page of HTML" : isText ? "plain text" : nil)
    return InputError(
      kind: .binary, file: file,
      message: "this is not \(format.name), as its name says"
        + (content.map { "; it looks like \($0)" } ?? ""),
      mend: content == nil
        ? "get a whole copy, or leave it out" : "name it after what it is, or get a whole copy")
  }
}

extension IngestionReport.Warning {

  /// Creates the warning of a file that was read as Windows-1252 and may be in another encoding.
  static func guessedEncoding(_ file: String, rival: String) -> Self {
    Self(
      file: file,
      message: "this is no UTF-8, and too little to tell its encoding for certain; it was read as "
        + "Windows-1252, and may be \(rival)",
      mend: "if letters are wrong, save it as UTF-8, as with iconv -f "
        + "\(InputError.iconvName(rival)) -t UTF-8")
  }
}
