import Annotation
import Testing

/// Names against the first documents of the development part of a set of news from around the world.
@Suite struct NameAccuracyTests {

  private static let path = "ner/worldwide/dev.bioes.tsv.xz"

  @Test(.enabled(if: SharedData.has(path)))
  func `names are found about as well as measured`() throws {
    var found: [EntityType: Set<ByteRange>] = [:]
    var expected = found
    var offset: UInt32 = 0
    for gold in try NamedText.documents(SharedData.lines(of: Self.path)) {
      let document = AnnotatedText(gold.text).document
      for mention in document.mentions where mention.form == .name {
        guard let entity = mention.entity else { continue }
        let start = document.tokens[Int(mention.firstToken)].range.start + offset
        let end = document.tokens[Int(mention.endToken) - 1].range.end + offset
        found[document.entities[Int(entity)].type, default: []].insert(ByteRange(start, end))
      }
      for (type, range) in gold.names {
        expected[type, default: []].insert(ByteRange(range.start + offset, range.end + offset))
      }
      offset += UInt32(gold.text.utf8.count)
    }
    let floors: [(EntityType, Double)] = [
      (.person, 90), (.place, 82.5), (.organization, 74.5), (.group, 87),
    ]
    for (type, floor) in floors {
      #expect(Agreement(found[type] ?? [], expected[type] ?? []).f1 > floor, "\(type)")
    }
  }
}

/// A text of tagged words, put together as it would be printed.
private struct NamedText {

  private(set) var text = ""
  private(set) var names: [(EntityType, ByteRange)] = []
  private var open: (type: EntityType, start: UInt32)?
  private var isTight = true

  private static let types: [Substring: EntityType] = [
    "Person": .person, "Organization": .organization, "Location": .place, "Facility": .place,
    "NORP": .group,
  ]
  private static let closers: Set<Substring> = [
    "-", ",", ".", ")", "’s", "'s", "’", "”", "!", "?", ":", ";", "%",
  ]
  private static let openers: Set<Substring> = ["-", "“", "(", "$"]

  static func documents(_ lines: [Substring]) -> [NamedText] {
    var documents = [NamedText()]
    for line in lines {
      if line.hasPrefix("# doc") {
        documents.append(NamedText())
      } else if line.isEmpty {
        documents[documents.count - 1].breakLine()
      } else {
        let columns = line.split(separator: "\t")
        documents[documents.count - 1].append(columns[0], columns[1])
      }
    }
    return documents
  }

  private mutating func breakLine() {
    close()
    text += "\n"
    isTight = true
  }

  private mutating func append(_ word: Substring, _ tag: Substring) {
    if !tag.hasPrefix("I-"), !tag.hasPrefix("E-") { close() }
    if !isTight, !Self.closers.contains(word) { text += " " }
    if tag.hasPrefix("B-") || tag.hasPrefix("S-"), let type = Self.types[tag.dropFirst(2)] {
      open = (type, UInt32(text.utf8.count))
    }
    text += word
    isTight = Self.openers.contains(word)
  }

  private mutating func close() {
    if let open { names.append((open.type, ByteRange(open.start, UInt32(text.utf8.count)))) }
    open = nil
  }
}
