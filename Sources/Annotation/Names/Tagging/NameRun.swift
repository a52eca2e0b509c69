/// A run of capitalised words, with the marks and small words that may join them.
struct NameRun {

  /// Capitalised words, initials and hyphens.
  var tokens: Range<Int>
  /// With what is joined to them by "of", "for", "the", "de" and the like.
  var wide: Range<Int>
  /// Whether a word of it makes it a body, like "Ministry".
  var hasBody = false
  /// The hash of its initials, as `NameClue.word` would have it.
  var initials: UInt64 = 0

  /// Returns the runs of a sentence.
  static func runs(of sentence: Range<Int>, _ clues: [NameClue], _ text: TokenText) -> [NameRun] {
    var runs: [NameRun] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard clues[index].isCapital else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound {
        if clues[end].isCapital {
          end += 1
        } else if isJoint(end, clues, text), end + 1 < sentence.upperBound,
          clues[end + 1].isCapital
            || clues[end].writing.contains(.tight)
              && !clues[end + 1].writing.contains(.mark)
        {
          end += 2
        } else {
          break
        }
      }
      runs.append(NameRun(tokens: index..<end, wide: index..<end))
      runs[runs.count - 1].describe(clues, text)
      index = end
    }
    widen(&runs, clues)
    return runs
  }

  /// "-" without blanks, "&", "'" in a name.
  private static func isJoint(_ index: Int, _ clues: [NameClue], _ text: TokenText) -> Bool {
    if text.isToken(index, "&") { return true }
    return text.isToken(index, "-") && clues[index].writing.contains(.tight)
      && text.touches(index - 1)
  }

  private mutating func describe(_ clues: [NameClue], _ text: TokenText) {
    var hash = WordHash()
    for index in tokens where clues[index].isCapital {
      if clues[index].classes.contains(.organization) { hasBody = true }
      hash.append(text.bytes[text.range(index).lowerBound] | 0x20)
    }
    initials = hash.bits
  }

  /// One or two small words of names, not behind a mark.
  private static func isJoint(_ gap: Range<Int>, _ clues: [NameClue]) -> Bool {
    guard gap.count <= 2, let first = gap.first, !clues[first].writing.contains(.mark) else {
      return false
    }
    return gap.allSatisfy {
      !clues[$0].classes.isDisjoint(with: [.linker, .particle, .article])
    }
  }

  /// Joins neighbours that are parted by one or two small words of names.
  private static func widen(_ runs: inout [NameRun], _ clues: [NameClue]) {
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count,
        isJoint(runs[end - 1].tokens.upperBound..<runs[end].tokens.lowerBound, clues)
      {
        end += 1
      }
      let wide = runs[first].tokens.lowerBound..<runs[end - 1].tokens.upperBound
      let hasBody = runs[first..<end].contains(where: \.hasBody)
      for number in first..<end { (runs[number].wide, runs[number].hasBody) = (wide, hasBody) }
      first = end
    }
  }
}
