extension LayoutClassifier {

  /// Takes in "Ida Lund reports from Oslo." below the first line of a text, before running text is looked for:
  /// it ends as a sentence does.
  mutating func markReport() {
    for index in segments.indices.dropFirst().prefix(4) where segments[index].kind == nil {
      guard segments[index].shape.endsSentence, let line = nameLine(index), line.isTold,
        index + 1 < segments.count
      else { continue }
      segments[index].kind = .byline
      return
    }
  }

  /// Takes in the name of the writer between headline and text, where one line only is a name.
  mutating func markNameLine() {
    guard let body = firstProse, !hasAuthor(before: body) else { return }
    let top = segments[..<body].firstIndex { $0.kind == .title }
    guard top != nil || hasTitle else { return }
    let start = top.map { $0 + 1 } ?? 0
    let lines = (start..<max(start, body)).compactMap { index in
      segments[index].kind == nil ? nameLine(index).map { (index: index, line: $0) } : nil
    }
    guard let (index, line) = lines.first, lines.count == 1,
      line.isTold
        || isAlone(line, before: body) && (!line.isDoubtful || isBesideByline(index))
    else { return }
    segments[index].kind = .byline
  }

  /// Whether a by-line, which here tells a day, stands beside a line.
  private func isBesideByline(_ index: Int) -> Bool {
    [index - 1, index + 1].contains {
      segments.indices.contains($0) && segments[$0].kind == .byline
    }
  }

  /// Whether the text does not name again whom a line names, nor begins with "She", as what is told of a person
  /// does whose name stands above it.
  private func isAlone(_ line: NameLine, before body: Int) -> Bool {
    let text = bytes[segments[body].start..<(segments.last?.end ?? bytes.count)]
    let first = text.prefix { $0 != 0x20 }
    return !["He", "She", "His", "Her", "They", "Born"].contains(
      String(decoding: first, as: UTF8.self))
      && !line.isNamed(in: text)
  }

  private func nameLine(_ index: Int) -> NameLine? {
    let segment = segments[index]
    guard segment.mark == .none, segment.shape.words <= 10, !segment.shape.hasQuotationMark else {
      return nil
    }
    return NameLine(String(decoding: bytes[segment.start..<segment.end], as: UTF8.self))
  }

  /// Whether a by-line in front of the text names a writer.
  private func hasAuthor(before body: Int) -> Bool {
    segments[..<body].contains { segment in
      guard segment.kind == .byline else { return false }
      let folded = FoldedLine(bytes, segment.start, segment.end)
      return Byline(folded, bytes, segment).map { !$0.authors.isEmpty } ?? true
    }
  }
}
