internal import CorpusStore
internal import Ingestion

/// Images of corpora as files that a user names.
enum NamedImage {

  /// Whether a file is an image, by its first bytes.
  static func isImage(_ path: String) -> Bool {
    FileReading.begins(Array(path.utf8), with: Array("QUOTHIMG".utf8))
  }

  /// Opens an image.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - tell: Called on another thread where the image is read whole for the first time and that
  ///     takes long.
  /// - Returns: The corpus of the image.
  /// - Throws: `OpeningError` where it is damaged, or of a newer version.
  static func open(
    _ path: String, whenLong tell: (@Sendable (String) -> Void)? = nil
  ) throws(OpeningError) -> Corpus {
    let list = CheckedImageList.user
    var check: LongCheck?
    if let list, let tell { check = LongCheck(list) { tell(path) } }
    defer { check?.end() }
    let checked: (any CheckedImages)? = if let check { check } else { list }
    do {
      return try CorpusImage.open(path, checked: checked)
    } catch { throw OpeningError(error, path) }
  }

  /// Opens what a user named as an image.
  ///
  /// - Throws: `OpeningError`, also where it is none.
  static func named(_ path: String) throws(OpeningError) -> Corpus {
    try check(path)
    return try open(path)
  }

  /// Throws where a user has named no image.
  private static func check(_ path: String) throws(OpeningError) {
    let bytes = Array(path.utf8)
    if FileReading.isFolder(bytes) {
      throw OpeningError("\(path): this is a folder, no corpus image; quoth build makes one of it")
    }
    guard FileReading.begins(bytes, with: []) else {
      throw OpeningError("\(path): there is no such file, or you may not read it; check its path")
    }
    guard isImage(path) else {
      throw OpeningError("\(path): this is no corpus image; quoth build makes one of texts")
    }
  }

  /// Opens an image every byte of which has been checked just now.
  ///
  /// - Throws: `OpeningError`, also where it is none.
  static func verified(_ path: String) throws(OpeningError) -> Corpus {
    try check(path)
    do {
      try CorpusImage.verify(path, checked: CheckedImageList.user)
    } catch { throw OpeningError(error, path) }
    return try open(path)
  }

  /// Opens an image with the documents that it carries.
  ///
  /// - Throws: `OpeningError`, also where it carries none.
  static func documents(
    _ path: String
  ) throws(OpeningError) -> (documents: ImageDocuments, record: BuildRecord) {
    let corpus = try named(path)
    guard let documents = ImageDocuments(corpus) else {
      throw OpeningError(
        "\(path): the image does not carry its documents; build it anew from its texts")
    }
    return (documents, BuildRecord(of: corpus) ?? BuildRecord())
  }
}
