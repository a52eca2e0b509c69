internal import Annotation

/// The address of a page that stands in one of a service that leads there, as in feeds of searches:
/// `https://www.google.com/url?url=https://post.example/a&ct=ga`.
enum WrappedAddress {

  /// The services: a word of the host, the path, and the fields that may hold the address.
  private static let services: [(host: Substring, path: String, names: [Substring])] = [
    ("google", "/url", ["url", "q"]), ("bing", "/news/apiclick.aspx", ["url"]),
  ]

  /// Returns the address that another wraps; nil where it wraps none.
  static func unwrapped(_ address: String) -> String? {
    guard let host = DocumentMetadata.host(of: address),
      let mark = address.firstIndex(of: "?"),
      let service = services.first(where: { service in
        host.split(separator: ".").dropLast().contains(service.host)
          && address[..<mark].hasSuffix(service.path)
      })
    else { return nil }
    let query = address[address.index(after: mark)...].prefix { $0 != "#" }
    for field in query.split(separator: "&") {
      let parts = field.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, service.names.contains(parts[0]) else { continue }
      let inner = decoded(parts[1])
      if DocumentMetadata.host(of: inner) != nil, inner.hasPrefix("http") { return inner }
    }
    return nil
  }

  /// A value of a query with the bytes that `%3A` and the like stand for (RFC 3986, section 2.1).
  private static func decoded(_ value: Substring) -> String {
    let bytes = Array(value.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[min(index + 1, bytes.count)...].prefix(2)
      let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      if bytes[index] == 0x25, digits.count == 2, let byte {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
