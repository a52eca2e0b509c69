internal import Annotation

/// The form `conllu`: sentences in the ten columns of CoNLL-U, one token a line.
///
/// Words, lemmas, universal tags, heads and relations stand in their columns. The last column holds,
/// beside `SpaceAfter=No`, the names as `Name=B-person` (`B` opens a name, `I` goes on with it) and the
/// parts that a token has in quotes as `Quote=1:content,2:cue`, the quotes of a document counted
/// from 1; `source` is the third part. Titles and headings stand as sentences in their places.
///
/// An export has all lines of the text: those that are no running text tell what they are as in
/// `# newpar_block = heading`, with `mark` for what is in no paragraph, and `# newpar_mark = 1.` is what stands
/// before a paragraph in its line. It begins a document with what
/// it takes to read it back: its fields, `# quotes = 2`, `# quote 1 = {"kind": "direct", …}` and
/// `# entity 1 = {"name": …, "type": …}`, to which a name leads as `Name=B-person:1`, and a
/// description or pronoun, which is the third mention of the document, as `Ref=3:pronoun:1`; where nothing is
/// named, `# mentions = 0`.
/// Source: https://universaldependencies.org/format.html.
struct TreebankLines {

  private let document: AnnotatedDocument
  private let sentences: LaidOutSentences
  /// What is said of a token in the last column, by token.
  private let notes: [[String]]
  private let isWhole: Bool
  /// Whether it is known which token depends on which.
  private let hasDependencies: Bool

  init(_ document: AnnotatedDocument, isWhole: Bool = false) {
    self.document = document
    self.isWhole = isWhole
    sentences =
      isWhole
      ? LaidOutSentences(document, [.lemmas])
      : LaidOutSentences(document, [.lemmas, .dependencies]) { part in
        part.kind == .title || part.kind == .heading
      }
    notes = Self.notes(of: document, isWhole: isWhole)
    hasDependencies = document.tokens.contains { $0.head != 0 || $0.relation != .dep }
  }

  /// The lines of the document, an empty line behind each sentence.
  var bytes: [UInt8] {
    if isWhole, sentences.items.isEmpty { return opening + [UInt8(ascii: "\n")] }
    var out: [UInt8] = []
    for (index, item) in sentences.items.enumerated() {
      if index == 0 { out += opening }
      if index == 0 || item.part != nil { out += beginning(of: item.part).utf8 }
      out += "# sent_id = \(sentenceName)-\(index + 1)\n".utf8
      out += lines(
        of: item.sentence, in: item.isText ? document : sentences.lines, item.isText ? notes : nil)
      out += "\n".utf8
    }
    return out
  }

  /// The comments that begin a part of the text.
  private func beginning(of part: LayoutParts.Part?) -> String {
    guard isWhole, let part else { return "# newpar\n" }
    let block = part.kind == .paragraph ? "" : "# newpar_block = \(part.name)\n"
    let mark = part.mark.isEmpty ? "" : "# newpar_mark = \(oneLine(part.mark))\n"
    return "# newpar\n" + block + mark
  }

  /// What is known of the document.
  private var opening: [UInt8] {
    Array("# newdoc id = \(oneLine(document.metadata.id))\n".utf8)
      + (isWhole ? DocumentComments(document).bytes : [])
  }

  private func lines(
    of sentence: Sentence, in document: AnnotatedDocument, _ notes: [[String]]?
  ) -> [UInt8] {
    let tokens = Int(sentence.firstToken)..<Int(sentence.endToken)
    let text = ByteRange(
      document.tokens[tokens.lowerBound].range.start,
      document.tokens[tokens.upperBound - 1].range.end)
    var out = Array("# text = \(oneLine(document.text.string(text)))\n".utf8)
    for index in tokens {
      let token = document.tokens[index]
      let touchesNext =
        index + 1 < tokens.upperBound && document.tokens[index + 1].range.start == token.range.end
      let notes = (touchesNext ? ["SpaceAfter=No"] : []) + (notes?[index] ?? [])
      let columns = [
        "\(index - tokens.lowerBound + 1)", oneLine(document.text.string(token.range)),
        token.lemma.isEmpty ? "_" : oneLine(token.lemma), token.partOfSpeech.name, "_", "_",
        head(of: token, index, in: tokens), hasDependencies ? token.relation.name : "_", "_",
        notes.isEmpty ? "_" : notes.joined(separator: "|"),
      ]
      out += columns.joined(separator: "\t").utf8
      out += "\n".utf8
    }
    return out
  }

  /// The number of a token's head in its sentence, 0 for the root, `_` where it is not known.
  private func head(of token: Token, _ index: Int, in sentence: Range<Int>) -> String {
    let head = Int(token.head)
    guard hasDependencies, sentence.contains(head) else { return "_" }
    return head == index ? "0" : "\(head - sentence.lowerBound + 1)"
  }

  /// The id of the document as part of a name that may hold no blank and no slash, other ids unlike.
  private var sentenceName: String {
    document.metadata.id.unicodeScalars.map { scalar in
      guard scalar.properties.isWhitespace || scalar == "/" || scalar == "%" || scalar.value < 0x20
      else { return String(scalar) }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (code.utf8.count < 2 ? "0" : "") + code
    }.joined()
  }

  /// A text without what would end a column or a line.
  private func oneLine(_ text: String) -> String { text.inOneLine }

  private static func notes(of document: AnnotatedDocument, isWhole: Bool) -> [[String]] {
    var names = [String?](repeating: nil, count: document.tokens.count)
    for mention in document.mentions where mention.form == .name {
      guard let entity = mention.entity else { continue }
      for token in Int(mention.firstToken)..<Int(mention.endToken) {
        let mark = token == Int(mention.firstToken) ? "B" : "I"
        let number = isWhole ? ":\(entity + 1)" : ""
        names[token] = "Name=\(mark)-\(document.entities[Int(entity)].type.rawValue)\(number)"
      }
    }
    let parts = parts(of: document)
    let references = isWhole ? references(of: document) : [:]
    return names.indices.map { token in
      let quotes = parts[token].isEmpty ? nil : "Quote=\(parts[token].joined(separator: ","))"
      let own = references[token].map { "Ref=\($0.joined(separator: ","))" }
      return [names[token], quotes, own].compactMap(\.self)
    }
  }

  /// The descriptions and pronouns that tokens are part of.
  private static func references(of document: AnnotatedDocument) -> [Int: [String]] {
    var references: [Int: [String]] = [:]
    for (number, mention) in document.mentions.enumerated() where mention.form != .name {
      let who = mention.entity.map { ":\($0 + 1)" } ?? ""
      for token in Int(mention.firstToken)..<Int(mention.endToken) {
        references[token, default: []].append("\(number + 1):\(mention.form.rawValue)\(who)")
      }
    }
    return references
  }

  /// The parts that each token has in quotes.
  private static func parts(of document: AnnotatedDocument) -> [[String]] {
    var parts = [[String]](repeating: [], count: document.tokens.count)
    for (index, quote) in document.quotes.enumerated() {
      let ranges = [("content", quote.content), ("cue", quote.cue), ("source", quote.source)]
      for (part, ranges) in ranges {
        for range in ranges {
          for token in document.tokens(in: range) { parts[token].append("\(index + 1):\(part)") }
        }
      }
    }
    return parts
  }
}

extension AnnotatedDocument {

  /// The tokens that begin in a range.
  ///
  /// - Complexity: O(log *n*) for *n* tokens.
  func tokens(in range: ByteRange) -> Range<Int> {
    let first = firstToken(from: range.start)
    return first..<max(first, firstToken(from: range.end))
  }

  private func firstToken(from offset: UInt32) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
