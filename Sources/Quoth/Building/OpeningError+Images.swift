internal import CorpusStore
internal import Ingestion

extension OpeningError {

  /// Creates the error of an image that cannot be opened, written or trusted.
  init(_ error: ImageError, _ path: String) {
    let rebuild = "build it anew with quoth build, or take a copy that is whole"
    switch error {
    case .system(let action, let code):
      let error = SystemError(code: code)
      let mend = action == "write" ? error.writingMend : error.readingMend
      self.init("\(path): cannot \(action) it: \(error.message); \(mend)")
    case .foreign:
      self.init("\(path): this is no corpus image; quoth build makes one of texts")
    case .newer(let version):
      self.init(
        "\(path): a newer quoth has written this image (format \(version)); install that, or build "
          + "the image anew")
    case .older(let version):
      self.init(
        "\(path): an older quoth has written this image (format \(version)); build it anew with "
          + "quoth build")
    case .byteOrder:
      self.init("\(path): the image comes from another kind of machine; build it anew on this one")
    case .truncated(let found, let expected):
      self.init("\(path): the image has \(found) bytes of \(expected); \(rebuild)")
    case .damaged(let section):
      self.init("\(path): the image is damaged in its section '\(section)'; \(rebuild)")
    }
  }
}
