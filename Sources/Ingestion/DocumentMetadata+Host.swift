package import Annotation

extension DocumentMetadata {

  /// Who published the document as far as it says so, or else the host of its address.
  package var publisher: String? { outlet ?? url.flatMap(Self.host) }

  /// The host of an address, like `post.example` for `https://www.post.example:443/a`, of a copy in the
  /// Wayback Machine that of what was copied; nil where it is no address of the web.
  static func host(of address: String) -> String? {
    let lower = (PageAddress.whole(address, base: nil) ?? address).lowercased()
    guard let scheme = ["https://", "http://", "//"].first(where: lower.hasPrefix) else {
      return nil
    }
    var host = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    host = host.prefix { $0 != ":" }
    for start in ["www.", "m.", "amp."] where host.hasPrefix(start) {
      host = host.dropFirst(start.count)
    }
    return host.contains(".") && host.last != "." ? String(host) : nil
  }
}
