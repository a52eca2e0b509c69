import CArchive

/// Archives of a test's own, made in memory.
enum Packing: String, CaseIterable {
  case tar, tarGzip, tarBzip2, tarXz, tarZstd, zip, gzip, bzip2, xz, zstd

  /// Whether several files can stand in it.
  var isArchive: Bool { self == .zip || rawValue.hasPrefix("tar") }

  /// The ending of such files.
  var ending: String {
    switch self {
    case .tar: "tar"
    case .tarGzip: "tar.gz"
    case .tarBzip2: "tbz2"
    case .tarXz: "tar.xz"
    case .tarZstd: "tar.zst"
    case .zip: "zip"
    case .gzip: "gz"
    case .bzip2: "bz2"
    case .xz: "xz"
    case .zstd: "zst"
    }
  }

  /// A file that is packed.
  struct File {
    var path: String
    var bytes: [UInt8]
    /// The sort of file, as `stat` tells it; a link leads to `bytes`.
    var type: UInt32 = 0o100000
    /// Whether it is a hard link to the member that `bytes` names.
    var isHardLink = false

    init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }

    init(_ path: String, _ bytes: [UInt8], type: UInt32 = 0o100000) {
      self.path = path
      self.bytes = bytes
      self.type = type
    }
  }

  /// Returns files as an archive; of a compressed file the first.
  func pack(_ files: [File], password: String? = nil) -> [UInt8] {
    let archive = unsafe archive_write_new()
    defer { unsafe _ = archive_write_free(archive) }
    switch self {
    case .zip: unsafe _ = archive_write_set_format_zip(archive)
    case _ where isArchive: unsafe _ = archive_write_set_format_pax_restricted(archive)
    default: unsafe _ = archive_write_set_format_raw(archive)
    }
    unsafe addFilter(archive)
    if let password {
      unsafe _ = archive_write_set_options(archive, "zip:encryption=traditional")
      unsafe _ = archive_write_set_passphrase(archive, password)
    }
    unsafe _ = archive_write_set_bytes_in_last_block(archive, 1)
    let size = files.reduce(1 << 16) { $0 + $1.bytes.count * 2 + $1.path.utf8.count + 4096 }
    var used = 0
    var packed = [UInt8](repeating: 0, count: size)
    unsafe packed.withUnsafeMutableBytes { buffer in
      unsafe _ = archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for file in isArchive ? files[...] : files.prefix(1) { unsafe add(file, to: archive) }
      unsafe _ = archive_write_close(archive)
    }
    return Array(packed[..<used])
  }

  private func addFilter(_ archive: OpaquePointer?) {
    switch self {
    case .gzip, .tarGzip: unsafe _ = archive_write_add_filter_gzip(archive)
    case .bzip2, .tarBzip2: unsafe _ = archive_write_add_filter_bzip2(archive)
    case .xz, .tarXz: unsafe _ = archive_write_add_filter_xz(archive)
    case .zstd, .tarZstd: unsafe _ = archive_write_add_filter_zstd(archive)
    case .tar, .zip: break
    }
  }

  private func add(_ file: File, to archive: OpaquePointer?) {
    let entry = unsafe archive_entry_new()
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, file.path)
    unsafe archive_entry_set_filetype(entry, file.type)
    unsafe archive_entry_set_perm(entry, 0o644)
    let isLink = file.type == 0o120000 || file.isHardLink
    let goal = String(decoding: file.bytes, as: UTF8.self)
    if file.isHardLink {
      unsafe archive_entry_set_hardlink(entry, goal)
    } else if isLink {
      unsafe archive_entry_set_symlink(entry, goal)
    }
    unsafe archive_entry_set_size(entry, isLink ? 0 : Int64(file.bytes.count))
    unsafe _ = archive_write_header(archive, entry)
    if !isLink {
      unsafe file.bytes.withUnsafeBytes { bytes in
        unsafe _ = archive_write_data(archive, bytes.baseAddress, bytes.count)
      }
    }
    unsafe _ = archive_write_finish_entry(archive)
  }
}
