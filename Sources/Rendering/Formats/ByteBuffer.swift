/// Output as it grows, handed on piece by piece.
struct ByteBuffer {

  /// What is not handed on yet.
  private(set) var bytes: [UInt8] = []

  /// Whether nobody wants more: what is written is dropped, and whoever writes rows leaves off.
  private(set) var isStopped = false

  private let shouldStop: () -> Bool
  private let sink: (([UInt8]) -> Bool)?

  /// A piece is handed on when it has so many bytes.
  private static let pieceSize = 1 << 16

  /// Creates a buffer.
  ///
  /// - Parameters:
  ///   - shouldStop: Whether writing shall end, asked before each row.
  ///   - sink: Takes pieces and tells whether it takes more; where there is none, all is kept.
  init(
    shouldStop: @escaping () -> Bool = { false }, sink: (([UInt8]) -> Bool)? = nil
  ) {
    self.shouldStop = shouldStop
    self.sink = sink
  }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(bytes run: [UInt8]) { bytes.append(contentsOf: run) }

  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Takes blanks off the end of the line that is being written.
  mutating func trimBlanks() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  /// Returns whether another row shall be written; called where a row begins.
  mutating func wantsMore() -> Bool {
    if !isStopped, shouldStop() { isStopped = true }
    if !isStopped, bytes.count >= Self.pieceSize { handOn() }
    return !isStopped
  }

  /// Hands on what is left, and returns whether all was wanted.
  mutating func finish() -> Bool {
    if !isStopped, sink != nil, !bytes.isEmpty { handOn() }
    return !isStopped
  }

  private mutating func handOn() {
    guard let sink else { return }
    isStopped = !sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
