/// An interview whose paragraphs bear no labels: some ask, and what stands behind each answers.
///
/// There must be three questions, of which some address someone; most answers say “I” or “we”, and
/// none names the person whom title or lead say the interview is with.
struct UnlabelledInterview {

  /// A question longer than this, in bytes, is a paragraph of its own.
  private static let longestQuestion = 400

  private let document: AnnotatedDocument
  private let blocks: [Block]

  private init(_ document: AnnotatedDocument) {
    self.document = document
    blocks = document.blocks.filter { $0.kind.holdsSentences || $0.kind == .heading }
  }

  /// Returns the answers as quotes; none where the document is no such interview.
  static func answers(in document: AnnotatedDocument) -> [Quote] {
    let interview = UnlabelledInterview(document)
    let questions = interview.blocks.indices.filter { interview.isQuestion($0) }
    guard questions.count >= 3, let first = questions.first, interview.isDialogue(questions),
      let person = Interviewee(document, before: interview.blocks[first].range.start),
      !interview.names(person.entity, behind: interview.blocks[first].range.end)
    else { return [] }
    let asked = Set(questions)
    return interview.blocks.indices[first...].filter {
      !asked.contains($0) && interview.blocks[$0].kind == .paragraph
    }.map { interview.quote(of: interview.blocks[$0], person) }
  }

  private func isQuestion(_ index: Int) -> Bool {
    let range = blocks[index].range
    guard range.length <= Self.longestQuestion, range.length > 2 else { return false }
    let bytes = document.text.bytes
    return bytes[Int(range.end) - 1] == 0x3F && bytes[Int(range.start)] != 0x22
      && bytes[Int(range.start)] < 0x80
  }

  /// Whether questions address someone, who answers most of them in the first person.
  private func isDialogue(_ questions: [Int]) -> Bool {
    var (asking, answering) = (0, 0)
    for (number, question) in questions.enumerated() {
      let end = number + 1 < questions.count ? questions[number + 1] : blocks.count
      let answer = question + 1..<end
      if holds(question, Self.second) { asking += 1 }
      if answer.contains(where: { holds($0, Self.first) }) { answering += 1 }
    }
    return asking * 3 >= questions.count && answering * 2 > questions.count
  }

  /// Whether someone is named behind a place: of oneself one says “I”.
  private func names(_ entity: UInt32, behind place: UInt32) -> Bool {
    document.mentions.contains { mention in
      mention.form == .name && mention.entity == entity
        && document.tokens[Int(mention.firstToken)].range.start >= place
    }
  }

  private static let first = WordSet("i we my our me i'm we're i've we've")
  private static let second = WordSet("you your you're you've yours yourself")

  private func holds(_ index: Int, _ words: WordSet) -> Bool {
    let range = blocks[index].range
    let bytes = document.text.bytes
    return bytes[Int(range.start)..<Int(range.end)].split { !Self.isLetter($0) }.contains {
      words.contains(WordHash(bytes, $0.startIndex..<$0.endIndex))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x27 || byte >= 0x80
  }

  private func quote(of block: Block, _ person: Interviewee) -> Quote {
    var quote = Quote(content: [block.range], kind: .direct, confidence: 0.85)
    quote.speaker = person.entity
    quote.reasons = [
      "interview: the paragraph answers a question that has no label",
      "source: none is named",
      "speaker: \(document.entities[Int(person.entity)].name), \(person.why)",
    ]
    return quote
  }
}
