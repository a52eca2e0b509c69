internal import Annotation

extension PageMetadata {

  /// Takes the day that the page shows, and the writer that lines between the headline and the text name, where
  /// no field gives them.
  mutating func complete(_ main: MainText) {
    isComplete = true
    if givenDate == nil {
      shownDay = PageDate(in: tree, headline: main.headline, text: main.blocks).words
    }
    complete(lines: main.lines)
  }

  private mutating func complete(lines: [String]) {
    let parts = lines.flatMap { $0.split { "|·•".contains($0) } }
      .compactMap { MetadataValue.text(String($0)).trimmed }.filter { $0.utf8.count <= 80 }
    let days = parts.map { (line: $0, day: PageDateLine($0)) }
    if givenDate == nil, shownDay == nil {
      shownDay = days.first { $0.day == .publication }?.line
    }
    guard authors.isEmpty else { return }
    signature = parts.lazy.compactMap(PageByline.name).first
    if signature == nil, !days.contains(where: { $0.day == .other }) {
      // One of several names, or that above the days of a life, is not that of a writer.
      let names = Set(parts.filter { PageSignature.reading(of: Array($0.utf8)) == .certain })
      signature = names.count == 1 ? names.first : nil
      let told = parts.compactMap(NameLine.init).filter(\.isTold)
      if names.isEmpty, told.count == 1 { signature = told[0].authors.joined(separator: "; ") }
    }
  }

  /// Takes the line below the text for the writer where nothing else names one.
  ///
  /// - Returns: Whether nothing is lost without that line, since it names one who wrote the text.
  mutating func complete(signature line: String) -> Bool {
    let given = AuthorNames.names(of: authors)
    let signed = AuthorNames.names(in: line)
    if given.isEmpty { signature = line }
    return given.isEmpty || signed.allSatisfy { given.contains($0) }
  }
}

extension PageMetadata {

  /// The headline in a title like "Site: Headline", of which the page shows both parts as headings, that of
  /// the site as the first.
  var titleBehindSite: String? {
    guard let title = shownTitle, let site = tree.first("h1", in: tree.indices),
      let name = tree.line(of: site), title.hasPrefix(name)
    else { return nil }
    let rest = title.dropFirst(name.count).drop { ":|-–—·» ".contains($0) }
    guard rest.startIndex > title.index(title.startIndex, offsetBy: name.count) else { return nil }
    return tree.indices.contains { index in
      tree.tag(index).headingRank ?? 1 > 1 && tree.line(of: index) == String(rest)
    } ? String(rest) : nil
  }
}
