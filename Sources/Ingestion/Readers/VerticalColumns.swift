/// The order of the columns of a verticalized text, where a comment tells it.
///
/// It looks like `<!-- #vrt positional-attributes: id word lemma pos -->`.
/// Source: https://www.kielipankki.fi/development/korp/corpus-input-format/.
struct VerticalColumns {

  /// The column of the word.
  let word: Int
  /// That of its dictionary form.
  let lemma: Int?
  /// That of its part of speech.
  let tag: Int?

  /// Their names.
  let wordName: String
  let lemmaName: String?
  let tagName: String?

  private static let sign = Array("positional-attributes:".utf8)

  /// Reads a comment, or several; nil where none names the columns and a word among them.
  init?(_ comment: ArraySlice<UInt8>) {
    guard comment.starts(with: "<!".utf8) || comment.starts(with: "<?".utf8) else { return nil }
    guard let place = comment.indices.first(where: { comment[$0...].starts(with: Self.sign) })
    else { return nil }
    let names = comment[(place + Self.sign.count)...].prefix { $0 != 0x0A && $0 != 0x3E }
      .split { $0 <= 0x20 }.map { name in
        String(decoding: name.filter { $0 != 0x2F }, as: UTF8.self).lowercased()
      }
    func column(_ known: [String]) -> Int? {
      known.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let word = column(["word", "form", "token"]) else { return nil }
    self.word = word
    wordName = names[word]
    lemma = column(["lemma", "baseform", "base"])
    tag = column(["upos", "pos", "xpos", "tag", "msd"])
    lemmaName = lemma.map { names[$0] }
    tagName = tag.map { names[$0] }
  }
}
