import Foundation

/// One text with its two quotes, in each format of annotated texts.
struct AnnotatedSample {

  static let text = """
    Ada Morel, the mayor of Otterburg, spoke 😀 on Monday. “We are ready,” Morel said.

    She added that the bridge would open in May.
    """

  static let first = "We are ready"
  static let second = "that the bridge would open in May"

  /// The files of a folder, by name.
  static let files: [String: String] = [
    "lines.jsonl": lines, "words.conllu": treebank, "words.vrt": vertical,
    "page.jsonld": webAnnotation, "core.json": coreNLP, "bank.jsonl": quotebank,
    "brat.txt": text, "brat.ann": standoff, "text.xml": encodedText,
  ]

  /// Where words stand, in Unicode scalars.
  private static func scalars(_ words: String) -> (start: Int, end: Int) {
    place(words) { $0.unicodeScalars.count }
  }

  private static func place(_ words: String, _ count: (Substring) -> Int) -> (start: Int, end: Int)
  {
    guard let found = text.range(of: words) else { return (0, 0) }
    let start = count(text[..<found.lowerBound])
    return (start, start + count(text[found]))
  }

  private static func quoted(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static var lines: String {
    let quotes = [first, second].map { words in
      ["start": scalars(words).start, "end": scalars(words).end, "speaker": "Morel"]
        as [String: Any]
    }
    return quoted(["id": "lines", "text": text, "quotes": quotes] as [String: Any]) + "\n"
  }

  private static var encodedText: String {
    let marked = text.replacing(first, with: "<said who=\"#p1\">\(first)</said>")
      .replacing(second, with: "<said who=\"#p1\" direct=\"false\">\(second)</said>")
    let paragraphs = marked.components(separatedBy: "\n\n").map { "<p>\($0)</p>" }.joined()
    return """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>
      <standOff><listPerson><person xml:id="p1"><persName>Ada Morel</persName></person></listPerson>
      </standOff><text><body>\(paragraphs)</body></text></TEI>
      """
  }

  private static var webAnnotation: String {
    func selector(_ words: String) -> [String: Any] {
      [
        "source": "urn:sample",
        "selector": [
          [
            "type": "TextPositionSelector", "start": scalars(words).start,
            "end": scalars(words).end,
          ], ["type": "TextQuoteSelector", "exact": words],
        ],
      ]
    }
    func quote(_ words: String) -> [String: Any] {
      [
        "type": "Annotation", "target": selector(words),
        "body": [
          "type": "schema:Quotation",
          "schema:spokenByCharacter": ["type": "schema:Person", "schema:name": "Ada Morel"],
        ],
      ]
    }
    let description: [String: Any] = [
      "type": "Annotation", "motivation": "describing", "target": ["id": "urn:sample"],
      "body": ["type": "TextualBody", "value": text],
    ]
    return quoted(
      [
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
        "items": [description, quote(first), quote(second)],
      ] as [String: Any])
  }

  /// The words of the text, with where they stand in units of UTF-16.
  private static var words: [(text: String, start: Int, isSentenceEnd: Bool, isGlued: Bool)] {
    var result: [(String, Int, Bool, Bool)] = []
    var units = 0
    var word = ""
    var start = 0
    func end(isGlued: Bool) {
      if !word.isEmpty { result.append((word, start, word == ".", isGlued)) }
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        end(isGlued: false)
      } else if character.isLetter || character == "😀" {
        if word.isEmpty { start = units }
        word.append(character)
      } else {
        end(isGlued: true)
        start = units
        word = String(character)
        end(isGlued: true)
      }
      units += String(character).utf16.count
    }
    end(isGlued: false)
    return result
  }

  private static var coreNLP: String {
    var sentences: [[[String: Any]]] = [[]]
    for word in words {
      let item: [String: Any] = [
        "word": word.text, "originalText": word.text, "lemma": word.text.lowercased(),
        "characterOffsetBegin": word.start,
        "characterOffsetEnd": word.start + word.text.utf16.count, "pos": "NN",
        "ner": ["Ada", "Morel"].contains(word.text) ? "PERSON" : "O",
      ]
      sentences[sentences.count - 1].append(item)
      if word.isSentenceEnd { sentences.append([]) }
    }
    let quotes = ["“We are ready,”", second].enumerated().map { index, words in
      let (start, end) = place(words) { $0.utf16.count }
      return [
        "id": index, "beginIndex": start, "endIndex": end, "speaker": index == 0 ? "Morel" : "She",
        "canonicalSpeaker": "Ada Morel",
      ] as [String: Any]
    }
    return quoted(
      [
        "docId": "core", "sentences": sentences.filter { !$0.isEmpty }.map { ["tokens": $0] },
        "quotes": quotes,
      ] as [String: Any])
  }

  private static var quotebank: String {
    let quotations = [first, second].map { words in
      [
        "quotation": words, "leftContext": "Ada Morel spoke . ", "rightContext": " she said .",
        "globalTopSpeaker": "Ada Morel",
        "globalProbas": [["Ada Morel", "0.83"], ["None", "0.17"]],
      ] as [String: Any]
    }
    return quoted(
      [
        "articleID": "bank", "title": "The bridge", "date": "2025-03-04 08:00:00",
        "names": [["name": "Ada Morel", "ids": ["Q1"]]], "quotations": quotations,
      ] as [String: Any]) + "\n"
  }

  private static var standoff: String {
    let (a, b) = (scalars(first), scalars(second))
    let (mayor, she) = (scalars("Morel said"), scalars("She"))
    return """
      T1\tContent \(a.start) \(a.end)\t\(first)
      T2\tSource \(mayor.start) \(mayor.start + 5)\tMorel
      T3\tCue \(mayor.start + 6) \(mayor.end)\tsaid
      R1\tAttribution Arg1:T1 Arg2:T3
      R2\tAttribution Arg1:T3 Arg2:T2
      A1\tKind T1 direct
      T4\tIndirect_quote \(b.start) \(b.end)\t\(second)
      T5\tSource \(she.start) \(she.end)\tShe
      E1\tIndirect_quote:T4 Source:T5
      #1\tAnnotatorNotes T1\tchecked

      """
  }

  private static var treebank: String {
    var out = "# newdoc id = words\n# quotes = 2\n"
    for number in 1...2 {
      out += "# quote \(number) = {\"speaker\": \"Ada Morel\"}\n"
    }
    var index = 1
    for (word, note) in noted {
      let glue = word.isGlued ? "SpaceAfter=No" : ""
      let notes = [glue, note.map { "Quote=\($0):content" } ?? ""].filter { !$0.isEmpty }
      out += "\(index)\t\(word.text)\t\(word.text)\tX\t_\t_\t_\t_\t_\t"
      out += (notes.isEmpty ? "_" : notes.joined(separator: "|")) + "\n"
      index += 1
      if word.isSentenceEnd {
        out += "\n"
        index = 1
      }
    }
    return out + "\n"
  }

  private static var vertical: String {
    var out = "<text id=\"words\">\n<p>\n<s>\n"
    var last: Int?
    for (word, note) in noted {
      if note != last {
        if last != nil { out += "</quote>\n" }
        if let note { out += "<quote n=\"\(note)\" speaker=\"Ada Morel\">\n" }
      }
      last = note
      out += "\(word.text)\tX\t\(word.text)\n" + (word.isGlued ? "<g/>\n" : "")
      if word.isSentenceEnd { out += "</s>\n<s>\n" }
    }
    return out + "</s>\n</p>\n</text>\n"
  }

  /// The words with the number of the quote that they stand in.
  private static var noted:
    [(word: (text: String, start: Int, isSentenceEnd: Bool, isGlued: Bool), note: Int?)]
  {
    let places = [first, second].map { words in place(words) { $0.utf16.count } }
    return words.map { word in
      (word, places.firstIndex { ($0.start..<$0.end).contains(word.start) }.map { $0 + 1 })
    }
  }
}
