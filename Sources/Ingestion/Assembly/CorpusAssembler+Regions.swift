internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the paragraphs: the blocks of running text.
  mutating func addParagraphs() {
    addRegions(of: .paragraphs) { document in
      var runs: [Range<Int>] = []
      var last: UInt32?
      for sentence in document.sentences {
        let run = Int(sentence.firstToken)..<Int(sentence.endToken)
        if sentence.block == last, let open = runs.popLast() {
          runs.append(open.lowerBound..<run.upperBound)
        } else {
          runs.append(run)
        }
        last = sentence.block
      }
      return runs
    }
  }

  /// Adds the sentences.
  mutating func addSentences() {
    addRegions(of: .sentences) { document in
      document.sentences.map { Int($0.firstToken)..<Int($0.endToken) }
    }
  }

  private mutating func addRegions(
    of table: Table, runs: (AnnotatedDocument) -> [Range<Int>]
  ) {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var positions: [Int32] = []
    var words: [Int32] = []
    var counts: [Int] = []
    for (index, document) in documents.enumerated() {
      let found = runs(document)
      counts.append(found.count)
      for (position, run) in found.enumerated() {
        starts.append(tokenStarts[index] + UInt32(run.lowerBound))
        ends.append(tokenStarts[index] + UInt32(run.upperBound))
        positions.append(Int32(clamping: position + 1))
        words.append(document.wordCount(of: run))
      }
    }
    builder.setRows(of: table, count: starts.count, regions: Regions(starts: starts, ends: ends))
    builder.add(
      "index", of: table, type: .integer, summary: "its number in the document, from one",
      column: .integers(IntegerColumn(positions)))
    builder.add(
      "words", of: table, type: .integer, summary: "the number of words",
      column: .integers(IntegerColumn(words)))
    builder.addRegionText("text", of: table, summary: "the text")
    addDocumentReference(of: table, counts: counts)
  }
}
