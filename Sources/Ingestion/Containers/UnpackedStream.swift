internal import CUnpacker

/// What a compressed file unpacks to, up to where it is damaged.
///
/// libarchive does not look at the checksum of gzip, gives nothing of the block of a damaged file, of which
/// a small file is one, and does not tell what stands behind the end.
@safe final class UnpackedStream {

  /// How many bytes are read, and unpacked, at once.
  private static let blockLength = 64 << 10

  private let source: ArchiveReader.Source
  private let format: ContainerFormat
  private let unpacker: OpaquePointer
  private let block: UnsafeMutableBufferPointer<UInt8>
  private var input: ArraySlice<UInt8> = []
  private var offset = 0
  private var state = unpacker_state_on
  private var isEnded = false

  /// Begins to unpack a file; nil where that cannot be done.
  init?(_ source: ArchiveReader.Source, _ format: ContainerFormat) {
    guard let packing = Self.packing(of: format), let unpacker = unsafe unpacker_new(packing) else {
      return nil
    }
    (self.source, self.format) = (source, format)
    unsafe self.unpacker = unpacker
    unsafe block = .allocate(capacity: Self.blockLength)
    unsafe block.initialize(repeating: 0)
  }

  deinit {
    unsafe unpacker_free(unpacker)
    unsafe block.deallocate()
  }

  private static func packing(of format: ContainerFormat) -> unpacker_packing? {
    switch format {
    case .gzip: unpacker_packing_gzip
    case .bzip2: unpacker_packing_bzip2
    case .xz: unpacker_packing_xz
    case .zstd: unpacker_packing_zstd
    case .zip, .tar: nil
    }
  }

  /// How many bytes of the source have been taken so far.
  var readByteCount: Int { offset - input.count }

  /// What is wrong with the stream, once its end or the damage has come.
  var fault: ContainerFault? {
    guard isEnded else { return nil }
    return switch state {
    case unpacker_state_whole: nil
    case unpacker_state_damage: .damaged("\(format) decompression failed")
    case unpacker_state_mismatch: .altered("the checksum of \(format) is that of another content")
    case unpacker_state_junk: .trailing(format)
    default: .damaged("truncated \(format) input")
    }
  }

  /// Unpacks the next bytes, which stay where they are until more are asked for; none at the damage.
  func next() -> UnsafeRawBufferPointer {
    var made = 0
    while made == 0, !isEnded {
      if input.isEmpty {
        input = source.bytes(from: offset, Self.blockLength)[...]
        offset += input.count
      }
      let isAtEnd = input.isEmpty
      var taken = 0
      state = unsafe input.withUnsafeBufferPointer { bytes in
        unsafe unpacker_run(
          unpacker, bytes.baseAddress, bytes.count, &taken, block.baseAddress, block.count, &made)
      }
      input = input.dropFirst(taken)
      // At the end what the library holds back is asked for until nothing comes.
      let isGoing = state == unpacker_state_on || state == unpacker_state_whole
      isEnded = !isGoing || made == 0 && (isAtEnd || taken == 0)
    }
    return unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block)[..<made])
  }
}
