internal import Annotation

/// The words of the government's briefings, without annotation, from a tar archive of Markdown files.
struct Briefings {

  /// The words one after another, by the hash of their lower case; zero parts lines.
  private(set) var words: [UInt32] = []

  /// How words are written within their lines.
  private(set) var cases = LetterCases()

  /// Reads every file of an archive.
  init(_ archive: [UInt8]) {
    var start = 0
    while start + 512 <= archive.count, archive[start] != 0 {
      let size = archive[start + 124..<start + 135].reduce(0) { sum, byte in
        byte >= 0x30 && byte <= 0x37 ? sum * 8 + Int(byte - 0x30) : sum
      }
      let isFile = archive[start + 156] == 0x30
      let content = min(start + 512, archive.count)..<min(start + 512 + size, archive.count)
      if isFile { add(Array(archive[content])) }
      start += 512 + (size + 511) / 512 * 512
    }
  }

  /// Adds the text of one file, behind its front matter.
  private mutating func add(_ bytes: [UInt8]) {
    var document = AnnotatedDocument(
      text: NormalizedText(clean: String(decoding: bytes, as: UTF8.self)),
      metadata: DocumentMetadata(id: "briefing", origin: "briefing"))
    var marks = 0
    for line in document.text.bytes.split(separator: 0x0A) {
      if line.elementsEqual("---".utf8) { marks += 1 }
      guard marks > 1, line.count > 3 else { continue }
      let range = ByteRange(UInt32(line.startIndex), UInt32(line.endIndex))
      document.blocks.append(Block(.paragraph, range))
    }
    Tokenizer().annotate(&document)
    var reader = WordAttributeReader(.empty)
    var end: UInt32 = 0
    var isInner = false
    for token in document.tokens {
      let gap = document.text.bytes[Int(end)..<Int(token.range.start)]
      if gap.contains(0x0A) {
        words.append(0)
        isInner = false
      }
      let word = reader.attributes(of: token.range, in: document.text.bytes)
      words.append(word.lower)
      if isInner { cases.add(word) }
      isInner = word.shape & 7 != 0 || document.text.bytes[Int(token.range.start)] == 0x2C
      end = token.range.end
    }
    words.append(0)
  }
}
