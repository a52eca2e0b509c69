internal import CLineEditor

/// The statements of this and earlier sessions, oldest first, each once.
///
/// The file holds one escaped statement a line and is only ever appended to while a session
/// runs, so that two sessions at once lose nothing. A file that cannot be written is no error.
public final class History {

  /// The statements, oldest first.
  public private(set) var entries: [String] = []
  private let path: String?
  private let limit: Int

  /// Reads the history at `path`; nil keeps it in memory.
  ///
  /// Repeats and all beyond the latest `limit` statements leave the file here.
  public init(path: String?, limit: Int = 10_000) {
    self.path = path
    self.limit = limit
    guard let path, let bytes = Files.read(path) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    entries = History.latestOfEach(lines.map { History.unescaped($0) }).suffix(limit)
    if entries.count < lines.count { Files.replace(path, with: History.encoded(entries)) }
  }

  /// Adds a statement as the latest; one that begins with a blank is not kept.
  public func append(_ statement: String) {
    guard statement.utf8.contains(where: { $0 > 0x20 }), statement.utf8.first != 0x20,
      statement != entries.last
    else { return }
    entries.removeAll { $0 == statement }
    entries.append(statement)
    guard let path else { return }
    Files.makeFolders(of: path)
    Files.append(History.encoded([statement]), to: path)
  }

  /// The latest statement that begins with `prefix` and goes on.
  func latest(beginningWith prefix: String) -> String? {
    entries.last { $0.utf8.count > prefix.utf8.count && $0.utf8.starts(with: prefix.utf8) }
  }

  /// The default place, `$QUOTH_HISTORY` or by the XDG rules; nil when the user wants none.
  public static var defaultPath: String? {
    if let path = Environment["QUOTH_HISTORY"] { return path.isEmpty ? nil : path }
    if let state = Environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/quoth/history"
    }
    return Environment["HOME"].map { $0 + "/.local/state/quoth/history" }
  }
}

// MARK: - The file

extension History {

  private static func latestOfEach(_ statements: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(statements.reversed().filter { seen.insert($0).inserted }.reversed())
  }

  private static func encoded(_ statements: [String]) -> [UInt8] {
    var result: [UInt8] = []
    for statement in statements {
      for byte in statement.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): result += [byte, byte]
        case UInt8(ascii: "\n"): result += Array("\\n".utf8)
        default: result.append(byte)
        }
      }
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        result.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
