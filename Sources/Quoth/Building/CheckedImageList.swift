internal import CorpusStore
internal import Ingestion

/// A file of the user's cache with one line for each image that was read whole and was sound.
///
/// Nothing depends on it but time: without it an image is read once more.
struct CheckedImageList: CheckedImages {

  /// How many images are kept in mind; those that were checked first are forgotten first.
  private static let limit = 256

  private let path: String

  /// The list of the user; nil where nothing says where it would be.
  static var user: CheckedImageList? {
    UserFolder.cache.map { CheckedImageList(path: $0 + "/checked-images") }
  }

  init(path: String) { self.path = path }

  /// Whether the image was found sound as it is now; this is asked whenever the program starts, so
  /// no lines are made for it.
  func contains(_ state: ImageState) -> Bool {
    let line = Self.line(state)
    let bytes = contents
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[start..<end] == line { return true }
      start = end + 1
    }
    return false
  }

  func insert(_ state: ImageState) {
    write((others(than: state) + [Self.line(state)]).suffix(Self.limit))
  }

  func remove(_ state: ImageState) {
    let (all, rest) = (lines, others(than: state))
    if rest.count < all.count { write(rest[...]) }
  }

  private var contents: [UInt8] { (try? FileReading.contents(of: Array(path.utf8))) ?? [] }

  private var lines: [ArraySlice<UInt8>] { contents.split(separator: 0x0A) }

  /// The lines of other files.
  private func others(than state: ImageState) -> [ArraySlice<UInt8>] {
    let start = Array("\(state.file) ".utf8)
    return lines.filter { !$0.starts(with: start) }
  }

  private static func line(_ state: ImageState) -> ArraySlice<UInt8> {
    Array("\(state.file) \(state.content)".utf8)[...]
  }

  /// Two programs that write at the same time lose the line of one, which then checks once more.
  private func write(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    AppendOnlyFile.makeFolders(of: Array(path.utf8))
    try? TextFile.write(lines.flatMap { $0 + [0x0A] }, to: path)
  }
}
