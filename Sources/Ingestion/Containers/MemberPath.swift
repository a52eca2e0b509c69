internal import Annotation

/// The path of a file in an archive, which leads to nowhere outside of it.
struct MemberPath {

  /// Its components; what leads up, and to where the path begins, is left out.
  private let components: [String]

  /// Reads a path as it stands in an archive, with either slash.
  init(_ path: [UInt8]) {
    // Characters that steer a terminal have no place in a message.
    let shown = DecodedText.checked(path.filter { $0 >= 0x20 && $0 != 0x7F })
    var parts = shown.split { $0 == 0x2F || $0 == 0x5C }.map { String(decoding: $0, as: UTF8.self) }
    if let drive = parts.first, drive.utf8.count == 2, drive.hasSuffix(":") { parts.removeFirst() }
    components = parts.filter { $0 != "." && $0 != ".." }
  }

  /// The path as it is shown.
  var text: String { components.joined(separator: "/") }

  /// The last component.
  var name: String { components.last ?? "" }

  /// Whether it, or a folder that it stands in, is passed over in folders.
  var isHidden: Bool { components.contains { $0.hasPrefix(".") } || components.isEmpty }
}
