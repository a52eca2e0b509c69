/// The address of a page, made whole.
enum PageAddress {

  /// Returns an address of the web: one that lacks its beginning is taken from a base, and of a copy
  /// in the Wayback Machine the address of what was copied; nil where it is none.
  static func whole(_ address: String, base: String?) -> String? {
    guard let full = joined(address, base), isOfWeb(full) else { return nil }
    return archived(full) ?? full
  }

  /// Whether an address names what the web has.
  private static func isOfWeb(_ address: String) -> Bool {
    address.hasPrefix("http://") || address.hasPrefix("https://")
  }

  private static func joined(_ address: String, _ base: String?) -> String? {
    if isOfWeb(address) { return address }
    guard let base, isOfWeb(base), let scheme = base.firstRange(of: "://") else { return nil }
    if address.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + address }
    let start = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if address.isEmpty || start.contains(":") { return nil }
    let rest = base[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let site = base[..<host.endIndex]
    if address.hasPrefix("/") { return site + address }
    let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return site + folder + address
  }

  /// The address behind the day in that of a copy, as in `…/web/20170104051207/http://a.example/`.
  private static func archived(_ address: String) -> String? {
    guard let mark = address.firstRange(of: "//web.archive.org/web/") else { return nil }
    let rest = address[mark.upperBound...]
    guard let slash = rest.firstIndex(of: "/"), rest.first?.isNumber ?? false else { return nil }
    let inner = String(rest[rest.index(after: slash)...])
    return isOfWeb(inner) ? inner : nil
  }

  /// The address that a browser writes into a page that it saves, in a comment at its beginning.
  static func saved(in page: [UInt8]) -> String? {
    let start = page.prefix(2_048)
    for mark in ["saved from url=(", "Page saved with SingleFile"] {
      guard let found = start.firstRange(of: Array(mark.utf8)) else { continue }
      let rest = start[found.upperBound...].prefix { $0 != 0x3E }
      guard let http = rest.firstRange(of: Array("http".utf8)) else { continue }
      let word = rest[http.lowerBound...].prefix { $0 > 0x20 }
      let address = String(decoding: word, as: UTF8.self)
      return isOfWeb(address) ? address : nil
    }
    return nil
  }
}
