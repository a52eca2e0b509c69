import Annotation
import Foundation
import Testing

@testable import Quoth

/// What is exported as CoNLL-U, VRT and Web Annotation keeps the rules of these.
@Suite struct ColumnFormatRuleTests {

  typealias Sample = ExportRowTests.Sample

  private static func text(_ bytes: [UInt8]) throws -> String {
    try #require(String(validating: bytes, as: UTF8.self))
  }

  // MARK: CoNLL-U, by the rules of the validator of Universal Dependencies

  private static func checkWords(_ rows: [[Substring]], text: Substring) {
    var rest = text
    var roots = 0
    for (index, row) in rows.enumerated() {
      #expect(row.count == 10)
      guard row.count == 10 else { continue }
      #expect(row[0] == "\(index + 1)")
      for column in row {
        #expect(!column.isEmpty && column.first != " " && column.last != " ")
        #expect(!column.contains("\u{A0}") || column == row[1] || column == row[2])
      }
      #expect(rest.hasPrefix(row[1]), "\(row[1]) in \(text)")
      rest = rest.dropFirst(row[1].count)
      let isGlued = row[9].split(separator: "|").contains("SpaceAfter=No")
      if !isGlued, index < rows.count - 1 {
        #expect(rest.first?.isWhitespace == true, "blank behind \(row[1])")
        rest = rest.drop(while: \.isWhitespace)
      }
      #expect(PartOfSpeech.allCases.contains { $0.name == row[3] })
      #expect((row[6] == "_") == (row[7] == "_") && (row[6] == "_") == (rows[0][6] == "_"))
      #expect((row[6] == "0") == (row[7] == "root"))
      if let head = Int(row[6]) { #expect(head <= rows.count && head != index + 1) }
      if row[6] == "0" { roots += 1 }
    }
    #expect(rest.isEmpty)
    #expect(roots == (rows.first?[6] == "_" ? 0 : 1))
  }

  private static func checkTreebank(_ file: String, quoteCount: Int) {
    var names: Set<Substring> = []
    #expect(file.hasSuffix("\n\n"))
    let sentences = file.split(separator: "\n\n")
    for sentence in sentences {
      let lines = sentence.split(separator: "\n", omittingEmptySubsequences: false)
      let comments = lines.prefix { $0.first == "#" }
      func values(_ name: String) -> [Substring] {
        comments.filter { $0.hasPrefix("# \(name) = ") }.map { $0.dropFirst(name.count + 5) }
      }
      let (name, text) = (values("sent_id"), values("text"))
      #expect(name.count == 1 && text.count == 1)
      #expect(names.insert(name.first ?? "").inserted, "\(name)")
      #expect(name.first?.contains { $0.isWhitespace || $0 == "/" } == false, "\(name)")
      #expect(text.first?.first?.isWhitespace == false && text.first?.last?.isWhitespace == false)
      let rows = lines.dropFirst(comments.count).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      checkWords(rows, text: text.first ?? "")
    }
    #expect(sentences.count { $0.contains("# newdoc id = ") } > 5)
    #expect(file.matches(of: /\n# quote \d+ = \{/).count == quoteCount)
  }

  @Test(arguments: Sample.allCases)
  func `CoNLL-U keeps the rules of its validator`(sample: Sample) throws {
    let documents = sample.documents
    let bytes = ExportSamples.exported(.conllu, documents)
    let quoteCount = documents.reduce(0) { $0 + $1.quotes.count }
    Self.checkTreebank(try Self.text(bytes), quoteCount: quoteCount)
  }

  @Test func `CoNLL-U with dependencies has one root a sentence`() throws {
    let pipeline = AnnotationPipeline.standard()
    let bytes = ExportSamples.nasty.flatMap { document in
      TreebankLines(pipeline.annotate(text: document.text, metadata: document.metadata)).bytes
    }
    Self.checkTreebank(try Self.text(bytes), quoteCount: 0)
  }

  // MARK: VRT

  @Test(arguments: Sample.allCases)
  func `VRT has plain attributes in quotes, three columns, and elements in pairs`(
    sample: Sample
  ) throws {
    let file = try Self.text(ExportSamples.exported(.vrt, sample.documents))
    let tag = /<([a-z]+)((?: [A-Za-z_][A-Za-z0-9_-]*="[^"<>]*")*)(\/?)>/
    let entity = /&(amp|lt|gt|quot);/
    var open: [Substring: Int] = [:]
    for line in file.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      #expect(line.matches(of: /&/).count == line.matches(of: entity).count, "\(line)")
      if line.hasPrefix("</") {
        let name = line.dropFirst(2).dropLast()
        open[name, default: 0] -= 1
        #expect(open[name] ?? -1 >= 0)
      } else if line.hasPrefix("<") {
        guard let found = line.wholeMatch(of: tag) else {
          Issue.record("\(line)")
          continue
        }
        if found.3.isEmpty { open[found.1, default: 0] += 1 }
        let names = found.2.matches(of: /([A-Za-z0-9_-]+)="/).map(\.1)
        #expect(Set(names).count == names.count)
      } else if !line.isEmpty {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(columns.count == 3 && !columns.contains { $0.isEmpty }, "\(line)")
      }
    }
    #expect(open.values.allSatisfy { $0 == 0 })
    #expect((open["text"], open["quote"]) == (0, 0))
  }

  // MARK: Web Annotation

  @Test(arguments: Sample.allCases)
  func `selectors of web annotations select their words and nothing else`(sample: Sample) throws {
    let bytes = ExportSamples.exported(.webannotation, sample.documents)
    let page = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let context = try #require(page["@context"] as? [Any])
    #expect(context.first as? String == "http://www.w3.org/ns/anno.jsonld")
    #expect(page["type"] as? String == "AnnotationPage")
    var texts: [String: [Unicode.Scalar]] = [:]
    var identifiers: Set<String> = []
    for item in try #require(page["items"] as? [[String: Any]]) {
      #expect(item["type"] as? String == "Annotation" && item["body"] is [String: Any])
      let identifier = try #require(item["id"] as? String)
      #expect(identifiers.insert(identifier).inserted && URL(string: identifier) != nil)
      let targets = item["target"] as? [[String: Any]] ?? [item["target"] as? [String: Any] ?? [:]]
      if item["motivation"] as? String == "describing" {
        let body = item["body"] as? [String: Any]
        let text = try #require(body?["value"] as? String)
        texts[try #require(targets[0]["id"] as? String)] = Array(text.unicodeScalars)
        continue
      }
      for target in targets {
        let text = try #require(texts[target["source"] as? String ?? ""])
        try Self.check(target["selector"] as? [[String: Any]] ?? [], in: text)
      }
    }
    #expect(texts.count == sample.documents.count)
  }

  private static func check(_ selectors: [[String: Any]], in text: [Unicode.Scalar]) throws {
    #expect(
      selectors.map { $0["type"] as? String } == ["TextPositionSelector", "TextQuoteSelector"])
    let (start, end) = (selectors[0]["start"] as? Int ?? 0, selectors[0]["end"] as? Int ?? 0)
    func part(_ name: String) -> [Unicode.Scalar] {
      Array((selectors[1][name] as? String ?? "").unicodeScalars)
    }
    #expect(start < end && Array(text[start..<end]) == part("exact"))
    let words = part("prefix") + part("exact") + part("suffix")
    let places = text.indices.filter {
      text[$0] == words.first && text[$0...].starts(with: words)
    }
    #expect(places == [start - part("prefix").count])
  }
}
