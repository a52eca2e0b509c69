/// Bytes of an encoding that is no Unicode, as UTF-8.
final class DecodedStream: ByteStream {

  /// How many bytes are decoded at once.
  private static let blockLength = 1 << 20

  private let stream: any ByteStream
  private let page: CodePage
  /// What has been read and not been decoded, and what has been decoded and not been asked for.
  private var raw: [UInt8]
  private var decoded: ArraySlice<UInt8> = []
  private var isEnded = false

  /// Creates the stream of what was read already, and of what stands behind it.
  init(_ start: [UInt8], behind stream: any ByteStream, _ page: CodePage) {
    (raw, self.stream, self.page) = (start, stream, page)
  }

  var isCut: Bool { stream.isCut }
  var keepsRest: Bool { stream.keepsRest }

  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    var bytes = start
    while bytes.count - start.count < room {
      if decoded.isEmpty {
        if isEnded { break }
        try decodeNext()
      }
      let piece = decoded.prefix(room - (bytes.count - start.count))
      bytes += piece
      decoded = decoded.dropFirst(piece.count)
    }
    return bytes
  }

  private func decodeNext() throws(InputError) {
    let room = max(1, Self.blockLength - raw.count)
    let bytes = try stream.read(room, behind: raw)
    isEnded = bytes.count < raw.count + room
    let count = isEnded ? bytes.count : wholeCount(bytes)
    decoded = page.decode(Array(bytes[..<count]))[...]
    raw = Array(bytes[count...])
  }

  /// How many bytes are whole characters: those up to one that can be no part of a longer one.
  private func wholeCount(_ bytes: [UInt8]) -> Int {
    if page.layout == .single { return bytes.count }
    let end = bytes.lastIndex { page.layout == .iso2022JP ? $0 == 0x0A : $0 < 0x30 }
    return end.map { $0 + 1 } ?? bytes.count
  }
}
