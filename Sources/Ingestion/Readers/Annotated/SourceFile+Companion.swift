extension SourceFile {

  /// Reads a file beside this one.
  ///
  /// - Parameter name: Its name; of a path or address, the last component counts.
  /// - Returns: Its bytes; nil where there is none, or it cannot be read.
  func companion(_ name: String) -> [UInt8]? {
    if let bytes = companions[name] { return bytes }
    guard let folder, let last = name.utf8.split(separator: 0x2F).last,
      !last.elementsEqual("..".utf8), !last.elementsEqual(".".utf8), !last.contains(0)
    else { return nil }
    let path = folder + Array(last)
    guard let status = try? FileStatus(of: path), status.kind == .file else { return nil }
    return try? FileReading.contents(of: path, expecting: status.size)
  }

  /// The name without its ending.
  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
