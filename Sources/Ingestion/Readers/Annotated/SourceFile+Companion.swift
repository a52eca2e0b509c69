extension SourceFile {

  /// Reads a file beside this one, also where it is compressed.
  ///
  /// - Parameter name: Its name; of a path or address, the last component counts.
  /// - Returns: Its bytes; nil where there is none, or it cannot be read.
  func companion(_ name: String) -> [UInt8]? {
    if let bytes = companions[name] { return bytes }
    guard let folder, let last = name.utf8.split(separator: 0x2F).last,
      !last.elementsEqual("..".utf8), !last.elementsEqual(".".utf8), !last.contains(0)
    else { return nil }
    for ending in [""] + ContainerFormat.compressedEndings.map({ "." + $0 }) {
      let path = folder + Array(last) + Array(ending.utf8)
      guard let status = try? FileStatus(of: path), status.kind == .file else { continue }
      let bytes = try? FileReading.contents(of: path, expecting: status.size)
      return bytes.flatMap { ArchiveReader.content(of: $0, limit: FileReading.limit) }
    }
    return nil
  }

  /// Reads the file beside this one that is called alike but for its ending.
  ///
  /// - Parameter ending: The ending, in lower case.
  /// - Returns: Its name and its bytes; nil where there is none.
  func companion(ending: String) -> (name: String, bytes: [UInt8])? {
    names(ending: ending).lazy.compactMap { name in companion(name).map { (name, $0) } }.first
  }

  /// The names that a file like this one has with another ending, as systems write those.
  func names(ending: String) -> [String] {
    Self.spellings(of: ending).map { "\(stem).\($0)" }
  }

  /// An ending in small letters, in capitals, and with a capital.
  static func spellings(of ending: String) -> [String] {
    [ending, ending.uppercased(), ending.prefix(1).uppercased() + ending.dropFirst()]
  }

  /// Reads a file in the same folder, if it is no longer than that.
  func neighbour(_ name: String, _ longest: Int) -> [UInt8]? {
    if let bytes = companions[name] { return bytes }
    guard let folder else { return nil }
    let path = folder + Array(name.utf8)
    guard let status = try? FileStatus(of: path), status.kind == .file, status.size <= longest
    else { return nil }
    return try? FileReading.contents(of: path, expecting: status.size)
  }

  /// The name without its ending.
  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
