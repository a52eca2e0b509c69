// MARK: What is kept

extension NITFArticle {

  /// What the story tells of itself beside our fields, by the names that it has for that: the line below the
  /// headline, the abstract, whom and what it was indexed for, and what the desk notes.
  var others: KeptFields {
    var kept = KeptFields()
    let headline = tree.first("hedline", in: range).map { tree.inside($0) } ?? 0..<0
    for element in tree.all("hl2", in: headline) { kept.add("subtitle", tree.line(of: element)) }
    for name in ["abstract", "byttl", "series", "slugline", "tagline"] {
      kept.add(name, line(name))
    }
    addIndex(to: &kept)
    for meta in tree.all("meta", in: range) {
      guard let name = tree.attribute("name", of: meta), !Self.sections.contains(name) else {
        continue
      }
      kept.add(name, tree.attribute("content", of: meta))
    }
    for element in tree.all("pubdata", in: range) {
      for attribute in tree.attributes(of: element) where !Self.ours.contains(attribute.name) {
        kept.add(attribute.name, attribute.value)
      }
    }
    for element in tree.all("urgency", in: range) {
      kept.add("urgency", tree.attribute("ed-urg", of: element))
    }
    return kept
  }

  /// Adds whom and what the story was indexed for, without the words for its subject, which are tags.
  private func addIndex(to kept: inout KeptFields) {
    for content in tree.all("identified-content", in: range) {
      for element in tree.children(content) where !tree.nodes[element].isText {
        let name = tree.name(element)
        let line = tree.line(of: element) ?? tree.attribute("value", of: element)
        guard name == "classifier" else {
          kept.add(name, line)
          continue
        }
        if !isDescriptor(element) { kept.add(tree.attribute("type", of: element) ?? name, line) }
      }
    }
  }

  private static let sections: Set<String> = ["dsk", "online_sections"]

  private static let ours: Set<String> = [
    "date.publication", "ex-ref", "name", "position.section", "unit-of-measure", "id",
  ]
}
