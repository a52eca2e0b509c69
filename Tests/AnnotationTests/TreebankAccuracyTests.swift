import Annotation
import Testing

/// Tokens, sentences, tags and lemmas against the development part of the English Web Treebank.
@Suite struct TreebankAccuracyTests {

  private static let path = "treebanks/ewt/en_ewt-ud-dev.conllu.xz"

  @Test(.enabled(if: SharedData.has(path)))
  func `the treebank is read about as well as measured`() throws {
    let gold = try Treebank(SharedData.lines(of: Self.path))
    let document = AnnotatedText(gold.text).document
    let tokens = Set(document.tokens.map(\.range))
    #expect(Agreement(tokens, Set(gold.tokens.keys)).f1 > 97.5)
    let starts = document.sentences.map { document.tokens[Int($0.firstToken)].range.start }
    #expect(Agreement(Set(starts), gold.sentences).f1 > 90)
    let aligned = document.tokens.filter { gold.tokens[$0.range] != nil }
    let tagged = aligned.count { gold.tokens[$0.range]?.tag == $0.partOfSpeech.name }
    #expect(Double(tagged) / Double(aligned.count) > 0.92)
    let reduced = aligned.count {
      gold.tokens[$0.range]?.lemma.lowercased() == $0.lemma.lowercased()
    }
    #expect(Double(reduced) / Double(aligned.count) > 0.975)
  }
}

/// A treebank as a text with its layers.
private struct Treebank {

  private(set) var text = ""
  private(set) var tokens: [ByteRange: (tag: String, lemma: String)] = [:]
  private(set) var sentences: Set<UInt32> = []

  private var sentence: Substring = ""
  private var words: [[Substring]] = []
  private var opensParagraph = false

  init(_ lines: [Substring]) {
    for line in lines {
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") {
        opensParagraph = true
      } else if line.hasPrefix("# text = ") {
        sentence = line.dropFirst(9)
      } else if line.isEmpty {
        if !words.isEmpty { append() }
      } else if !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        if columns[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { words.append(columns) }
      }
    }
  }

  private mutating func append() {
    if !text.isEmpty { text += opensParagraph ? "\n" : " " }
    let base = text.utf8.count
    sentences.insert(UInt32(base))
    var rest = Array(sentence.utf8)[...]
    for word in words {
      let form = Array(word[1].utf8)
      while rest.count >= form.count, !rest.starts(with: form) { rest = rest.dropFirst() }
      guard rest.starts(with: form) else { break }
      let start = UInt32(base + rest.startIndex)
      tokens[ByteRange(start, start + UInt32(form.count))] = (String(word[3]), String(word[2]))
      rest = rest.dropFirst(form.count)
    }
    text += sentence
    (words, opensParagraph) = ([], false)
  }
}
