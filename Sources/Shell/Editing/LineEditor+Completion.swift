extension LineEditor {

  /// Completes what stands before the cursor: the only candidate, or what all have in common
  /// and then a menu.
  func complete() {
    let line = text
    let found = language.completions(in: line.string, at: line.byteCursor)
    guard let first = found.candidates.first else { return }
    if found.candidates.count == 1 {
      text = line.replacing(bytes: found.range, with: first.text)
      return
    }
    var base = line
    let shared = LineEditor.commonPrefix(found.candidates.map(\.text))
    var range = found.range
    let typed = String(
      decoding: Array(line.string.utf8)[range.clamped(to: 0..<line.string.utf8.count)],
      as: UTF8.self)
    if shared.utf8.count > range.count, shared.lowercased().hasPrefix(typed.lowercased()) {
      base = line.replacing(bytes: range, with: shared)
      range = range.lowerBound..<range.lowerBound + shared.utf8.count
      text = base
    }
    menu = CompletionMenu(
      base: base, completions: Completions(replacing: range, with: found.candidates))
  }

  /// The beginning that all texts share, letter by letter.
  static func commonPrefix(_ texts: [String]) -> String {
    guard var shared = texts.first.map({ Array($0) }) else { return "" }
    for text in texts.dropFirst() {
      let same = zip(shared, text).prefix { $0 == $1 }.count
      shared.removeSubrange(same...)
    }
    return String(shared)
  }
}

// MARK: - Keys that a menu or a search takes for itself

extension LineEditor {

  /// Handles `key` where it means something else than in a plain line.
  func intercept(_ key: Key) -> Bool {
    if search != nil { return searchTakes(key) }
    return menu != nil && menuTakes(key)
  }

  private func menuTakes(_ key: Key) -> Bool {
    switch key {
    case .scalar("\t"), .named(.down), .named(.right): select(by: 1)
    case .named(.backTab), .named(.up), .named(.left): select(by: -1)
    case .scalar("\r") where menu?.selected != nil, .named(.escape): menu = nil
    default:
      menu = nil
      return false
    }
    return true
  }

  private func select(by distance: Int) {
    guard var menu else { return }
    menu.move(by: distance)
    text = menu.line
    self.menu = menu
  }

  private func searchTakes(_ key: Key) -> Bool {
    switch key {
    case .scalar("\u{12}"), .named(.up): search?.older()
    case .scalar("\u{13}"), .named(.down): search?.newer()
    case .scalar("\u{7F}"), .scalar("\u{08}"): search?.eraseLast()
    case .scalar("\u{07}"), .scalar("\u{03}"): search = nil
    case .scalar("\r"), .scalar("\n"):
      // Enter without a match must not run what stood there before.
      let isFound = search?.match != nil
      takeMatch()
      return !isFound
    case .named(.escape): takeMatch()
    case .scalar(let scalar) where scalar.value >= 0x20: search?.type(scalar)
    case .paste(let scalars): scalars.forEach { search?.type($0) }
    default:
      takeMatch()
      return false
    }
    return true
  }

  private func takeMatch() {
    if let line = search?.match?.line { text = line }
    search = nil
  }
}
