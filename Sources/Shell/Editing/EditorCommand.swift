/// The functions that keys are bound to, beside those of libedit.
///
/// `~/.editrc` knows them by name.
enum EditorCommand: Int, CaseIterable {
  case enter, newline, complete, up, down, left, right, begin, end, search, cancel, deleteOrLeave
  case suspend, clearScreen, undo, edit, ignore

  /// The name for `bind` in `~/.editrc`.
  var name: String {
    switch self {
    case .enter: "quoth-enter"
    case .newline: "quoth-newline"
    case .complete: "quoth-complete"
    case .up: "quoth-up"
    case .down: "quoth-down"
    case .left: "quoth-left"
    case .right: "quoth-right"
    case .begin: "quoth-begin"
    case .end: "quoth-end"
    case .search: "quoth-search"
    case .cancel: "quoth-cancel"
    case .deleteOrLeave: "quoth-delete-or-leave"
    case .suspend: "quoth-suspend"
    case .clearScreen: "quoth-clear-screen"
    case .undo: "quoth-undo"
    case .edit: "quoth-edit"
    case .ignore: "quoth-ignore"
    }
  }

  /// The keys in both modes of editing.
  var keys: [[UInt32]] {
    switch self {
    case .enter: [[0x0D], [0x0A]]
    case .newline: [.named(.altEnter)]
    case .complete: [[0x09], .named(.backTab)]
    case .up: [[0x10], .named(.up)]
    case .down: [[0x0E], .named(.down)]
    case .left: [.named(.left)]
    case .right: [.named(.right)]
    case .begin: [[0x01], .named(.home)]
    case .end: [[0x05], .named(.end)]
    case .search: [[0x12]]
    case .cancel: [[0x03]]
    case .deleteOrLeave: [[0x04]]
    case .suspend: [[0x1A]]
    case .clearScreen: [[0x0C]]
    case .undo: [[0x1F]]
    case .edit: [[0x18, 0x05]]
    case .ignore: [[0x1C]]
    }
  }

  /// More keys of the emacs mode.
  var emacsKeys: [[UInt32]] {
    switch self {
    case .left: [[0x02]]
    case .right: [[0x06]]
    default: []
    }
  }

  /// More keys of the command mode of vi.
  var viCommandKeys: [[UInt32]] {
    switch self {
    case .up: [[0x6B]]
    case .down: [[0x6A]]
    case .search: [[0x2F]]
    case .edit: [[0x76]]
    default: []
    }
  }

  /// Functions of libedit on the keys that `KeyDecoder` names.
  static let builtins: [(key: NamedKey, function: String)] = [
    (.delete, "ed-delete-next-char"),
    (.wordLeft, "ed-prev-word"), (.wordRight, "em-next-word"),
  ]
}

extension [UInt32] {
  /// The sequence by which libedit hears of a named key.
  static func named(_ key: NamedKey) -> [UInt32] { [0x1B, key.rawValue] }
}

extension EditLine {

  /// Adds our functions and binds their keys; the user's `~/.editrc` has the last word.
  func installCommands() {
    for command in EditorCommand.allCases {
      addFunction(slot: command.rawValue, name: command.name)
    }
    bindCommands()
    source()
    // Changing to vi empties the maps.
    if usesVi { bindCommands() }
  }

  private func bindCommands() {
    let vi = usesVi
    // What libedit takes for Meta keys are the letters of Latin-1 here.
    for value in UInt32(0xA0)...0xFF { bind([value], to: "ed-insert") }
    for command in EditorCommand.allCases {
      for keys in command.keys + (vi ? [] : command.emacsKeys) { bind(keys, to: command.name) }
      guard vi else { continue }
      for keys in command.keys + command.viCommandKeys {
        bind(keys, to: command.name, alternate: true)
      }
    }
    for (key, function) in EditorCommand.builtins {
      bind(.named(key), to: function)
      if vi { bind(.named(key), to: function, alternate: true) }
    }
    // Sequences are common to the maps of vi.
    if vi { bind(.named(.escape), to: "vi-command-mode") }
  }
}
