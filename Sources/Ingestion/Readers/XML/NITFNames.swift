internal import Annotation

extension NITFArticle {

  /// Returns the names that the lines of the text mark as `person`, `org` and `location`; nil where they mark none.
  ///
  /// Others are looked for beside them: some files mark persons alone, or companies with the signs of their shares.
  func names(in text: NormalizedText) -> GivenLayers? {
    let blocks = blocks
    var mentions: [GivenMention] = []
    var end = PageText([], headline: title).bytes.count
    for (index, block) in blocks.enumerated() {
      let written = PageText([block], headline: nil).bytes.count
      let start = end + (end > 0 ? 2 : 0) + written - block.text.count
      end = start + block.text.count
      let limit = index + 1 < blocks.count ? blocks[index + 1].node : tree.indices.upperBound
      for (element, range) in NITFNames(tree).places(in: block, upTo: limit) {
        let place = ByteRange(
          UInt32(truncatingIfNeeded: start + range.lowerBound),
          UInt32(truncatingIfNeeded: start + range.upperBound))
        let name = tree.name(element)
        var mention = GivenMention(
          text.normalized(place), type: NITFNames.types[name], field: name)
        let key = tree.attribute(name == "location" ? "location-code" : "value", of: element)
        mention.identifier = key.flatMap { $0.isEmpty ? nil : $0 }
        if mention.range.length > 0 { mentions.append(mention) }
      }
    }
    if mentions.isEmpty { return nil }
    var layers = GivenLayers()
    layers.keepsFoundNames = true
    layers.mentions = mentions
    return layers
  }
}

/// Where the names stand that NITF marks in a line.
struct NITFNames {

  /// The elements that mark names.
  static let types: [String: EntityType] = [
    "person": .person, "org": .organization, "location": .place, "sublocation": .place,
    "city": .place, "state": .place, "region": .place, "country": .place,
  ]

  /// How many bytes of a line may stand between two texts of the file, like a mark of quotation.
  private static let mostBetween = 8

  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  /// Returns the elements that mark names in a block, with the bytes of its text that they mark.
  func places(in block: PageBlock, upTo limit: Int) -> [(element: Int, range: Range<Int>)] {
    var places: [(element: Int, range: Range<Int>)] = []
    var position = 0
    for node in block.node..<max(block.node, limit) where tree.nodes[node].isText {
      guard let range = place(of: tree.text(node), in: block.text, from: position) else { continue }
      position = range.upperBound
      guard let element = name(around: node) else { continue }
      if let last = places.indices.last, places[last].element == element {
        places[last].range = places[last].range.lowerBound..<range.upperBound
      } else {
        places.append((element, range))
      }
    }
    return places.map { element, range in
      // The comma before an office is no part of the name.
      let end = block.text[range].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") }
      return (element, range.lowerBound..<(end.map { $0 + 1 } ?? range.upperBound))
    }
  }

  /// The element that marks the name that a text is part of; nil where none does, as for the office of a person
  /// and for what parts the city from the country of a place.
  private func name(around node: Int) -> Int? {
    var next = Int(tree.nodes[node].parent)
    while next >= 0 {
      let name = tree.name(next)
      if name == "function" || name == "body.content" { return nil }
      if Self.types[name] != nil {
        let hasParts = tree.inside(next).contains {
          !tree.nodes[$0].isText && Self.types[tree.name($0)] != nil
        }
        return hasParts ? nil : next
      }
      next = Int(tree.nodes[next].parent)
    }
    return nil
  }

  /// Where a text of the file stands in a line, whatever the blanks in it.
  private func place(
    of words: ArraySlice<UInt8>, in text: [UInt8], from position: Int
  ) -> Range<Int>? {
    let letters = words.filter { $0 > 0x20 }
    guard !letters.isEmpty else { return nil }
    let first = text[min(position, text.count)...].firstIndex { $0 > 0x20 } ?? text.count
    for start in first..<min(first + Self.mostBetween, text.count) where text[start] == letters[0] {
      var end = start
      var count = 0
      while end < text.count, count < letters.count {
        if text[end] > 0x20 {
          guard text[end] == letters[count] else { break }
          count += 1
        }
        end += 1
      }
      if count == letters.count { return start..<end }
    }
    return nil
  }
}
