internal import Annotation

/// Learns lemmas: for each ending the edit that most words with it take, where shorter endings would
/// say something else.
struct LemmaTrainer {

  private typealias Edit = LemmaTable.Edit

  private var edits: [Edit] = []
  private var numbers: [Edit: Int] = [:]
  private var reader = LemmaReader()

  /// What was seen of a word of one part of speech.
  private struct Entry {
    var keys: [UInt32]
    var counts: [Int: Int] = [:]
  }
  private var order: [UInt32] = []
  private var entries: [UInt32: Entry] = [:]

  /// Counts the words of a treebank.
  mutating func add(_ document: Treebank.Document) {
    for word in document.words {
      let range = Int(word.range.start)..<Int(word.range.end)
      reader.read(range, of: document.text, as: word.tag)
      guard let edit = edit(to: word.lemma, isName: word.tag == .propn || word.tag == .x),
        let whole = reader.keys.last
      else { continue }
      if entries[whole] == nil {
        entries[whole] = Entry(keys: reader.keys)
        order.append(whole)
      }
      let number = number(edit)
      entries[whole]?.counts[number, default: 0] += 1
    }
  }

  /// The shortest edit that makes `lemma` of the word just read.
  private func edit(to lemma: [UInt8], isName: Bool) -> Edit? {
    guard lemma != Array("_".utf8) || reader.lower == lemma else { return nil }
    let order: [Edit.Letters] =
      isName ? [.asWritten, .title, .upper, .lower] : [.lower, .upper, .title, .asWritten]
    var best: Edit?
    for letters in order {
      let word = reader.letters(letters)
      let common = zip(word, lemma).prefix { $0 == $1 }.count
      guard lemma.count - common <= 13, word.count - common <= 255 else { continue }
      let edit = Edit(letters: letters, cut: word.count - common, ending: Array(lemma[common...]))
      if best.map({ edit.cut + edit.ending.count < $0.cut + $0.ending.count }) ?? true {
        best = edit
      }
    }
    return best
  }

  private mutating func number(_ edit: Edit) -> Int {
    if let number = numbers[edit] { return number }
    numbers[edit] = edits.count
    edits.append(edit)
    return edits.count - 1
  }

  /// The section of the table.
  func section() -> [UInt8] {
    var known: [UInt32: Int] = [:]
    var list: [(key: UInt32, edit: Int)] = []
    for length in 0...(LemmaTable.longestEnding) {
      var counts: [UInt32: [Int: Int]] = [:]
      var shorter: [UInt32: [UInt32]] = [:]
      var keys: [UInt32] = []
      for whole in order {
        guard let entry = entries[whole], length < entry.keys.count - 1 else { continue }
        let key = entry.keys[length]
        if counts[key] == nil {
          keys.append(key)
          shorter[key] = Array(entry.keys[..<length])
        }
        counts[key, default: [:]][Self.most(entry.counts), default: 0] += 1
      }
      for key in keys {
        guard let seen = counts[key], seen.values.reduce(0, +) >= (length == 0 ? 1 : 2) else {
          continue
        }
        let edit = Self.most(seen)
        guard edit != Self.longest(shorter[key] ?? [], in: known) else { continue }
        known[key] = edit
        list.append((key, edit))
      }
    }
    for whole in order {
      guard let entry = entries[whole] else { continue }
      let edit = Self.most(entry.counts)
      if edit != Self.longest(entry.keys.dropLast(), in: known) { list.append((whole, edit)) }
    }
    return LemmaTable.section(list, edits: edits)
  }

  private static func longest(_ keys: some BidirectionalCollection<UInt32>, in known: [UInt32: Int])
    -> Int?
  {
    keys.reversed().lazy.compactMap { known[$0] }.first
  }

  /// The number that was counted most; of equals the lower.
  private static func most(_ counts: [Int: Int]) -> Int {
    counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
