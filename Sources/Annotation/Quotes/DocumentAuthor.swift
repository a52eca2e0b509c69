/// Who says “I” in a letter, proclamation, statement or speech: who signs it, or whose it is by title.
struct DocumentAuthor {

  private let reading: QuoteReading
  private let document: AnnotatedDocument
  private var speakers: TurnSpeakers

  init(_ document: AnnotatedDocument, _ reading: QuoteReading) {
    self.document = document
    self.reading = reading
    speakers = TurnSpeakers(document)
  }

  /// Gives the quotes of “I” outside of quotation marks and turns the author as their speaker.
  mutating func supply(_ quotes: inout [Quote], _ found: [FoundQuote]) -> [DocumentEntity] {
    let open = quotes.indices.filter { index in
      quotes[index].speaker == nil && quotes[index].nestedIn == nil
        && found[index].clause?.source.map(isFirstPerson) == true
    }
    guard !open.isEmpty, !found.contains(where: { $0.rule == .turn }), let author = author() else {
      return speakers.entities
    }
    for index in open {
      quotes[index].speaker = author.entity
      quotes[index].reasons.removeAll { $0.hasPrefix("speaker: ") }
      quotes[index].reasons.append(
        "speaker: \(speakers.entities[Int(author.entity)].name), \(author.why)")
    }
    return speakers.entities
  }

  /// “I”, or “I, Ada Ode, Mayor of Otterburg”, outside of quotation marks.
  private func isFirstPerson(_ source: Range<Int>) -> Bool {
    guard let first = source.first, !reading.isInRun(first) else { return false }
    if isI(first) { return source.count == 1 || reading.word(first + 1).key == .comma }
    let sentence = reading.sentence(around: first)
    let before = max(sentence.lowerBound, first - 12)..<max(sentence.lowerBound, first)
    return before.contains { isI($0) && reading.word($0 + 1).key == .comma }
      && reading.word(first - 1).key == .comma
  }

  private func isI(_ token: Int) -> Bool {
    let range = reading.tokens[token].bytes
    return range.count == 1 && reading.text.bytes[range.lowerBound] == UInt8(ascii: "I")
  }

  private mutating func author() -> (entity: UInt32, why: String)? {
    if let signed = signature() { return (speakers.number(of: signed), "who signs the document") }
    guard let label = TitledNames(document.metadata.title).author,
      let entity = speakers.speaker(of: Array(label.utf8)[...])
    else { return nil }
    return (entity, "whose words the title says these are")
  }

  // MARK: Signatures

  /// A name in a line of its own at the end, in capitals, known or behind “Sincerely,”.
  private func signature() -> DocumentEntity? {
    let lines = document.blocks.suffix(6).filter { $0.kind != .furniture }.flatMap { block in
      document.text.string(block.range).split(whereSeparator: \.isNewline).map(String.init)
    }
    for (number, line) in lines.enumerated().reversed() {
      let words = line.split(whereSeparator: \.isWhitespace).map { $0.filter { $0 != "*" } }
      guard (2...5).contains(words.count), let first = words.first, words.allSatisfy(isNameWord),
        Gazetteer.world.isFirstName(PersonName.capitalized(first))
      else { continue }
      let name = words.joined(separator: " ")
      let person = PersonName.plain(DocumentEntity(name: name, type: .person, aliases: [name]))
      let isBehindClose = number > 0 && lines[number - 1].trimmedEnd.hasSuffix(",")
      if name == name.uppercased() || person.known != nil || isBehindClose { return person }
    }
    return nil
  }

  private func isNameWord(_ word: String) -> Bool {
    let isMarked = word.last.map { $0 == "." || $0 == ":" || $0 == "," } ?? true
    return word.first?.isUppercase == true
      && (!isMarked || word.utf8.count == 2 || PersonName.isSuffix(word))
  }
}

extension String {

  /// The text without the blanks at its end.
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
