internal import CorpusStore
internal import Ingestion
internal import Rendering

/// What is known of an image as a file.
public enum ImageReport {

  /// Checks every byte of an image.
  ///
  /// - Returns: What it holds, in one line.
  /// - Throws: `OpeningError` where it is damaged, or no image.
  public static func verify(_ path: String) throws(OpeningError) -> String {
    let corpus = try NamedImage.verified(path)
    guard
      corpus.attachment(ImageDocuments.attachment) == nil
        || ImageDocuments(corpus)?.isSound == true
    else { throw OpeningError("\(path): the documents that the image carries are damaged") }
    return "whole; " + Plural.counted(corpus.rowCount(of: .documents), "documents") + ", "
      + Plural.counted(corpus.tokens.count, "words and marks")
  }

  /// Returns the lines of a page on an image: its sections with their sizes, and its building.
  static func lines(of opened: OpenedCorpus) -> [String] {
    guard opened.paths.count == 1, NamedImage.isImage(opened.paths[0]),
      let sections = try? CorpusImage.sections(of: opened.paths[0])
    else { return [] }
    let record = opened.record
    let width = sections.map(\.name.count).max() ?? 0
    let sizes = sections.map { section in
      let size = Numerals.grouped(section.byteCount)
      let gap = max(1, width + 18 - section.name.count - size.count)
      return "  " + section.name + String(repeating: " ", count: gap) + size
    }
    return ["", "built", "  \(record.time) by quoth \(record.version)"]
      + record.inputs.map { "  from \($0)" } + ["", "sections, in bytes"] + sizes
  }
}
