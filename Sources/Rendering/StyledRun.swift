/// A stretch of a line with one role.
struct StyledRun: Equatable {

  let role: RenderingOptions.Role
  var text: String

  /// Creates a run of a text that is safe to draw.
  init(_ role: RenderingOptions.Role, _ text: String) {
    self.role = role
    self.text = text
  }

  /// The terminal cells it takes.
  var width: Int { CellWidth.of(text) }
}

extension [StyledRun] {

  /// The terminal cells of the whole line.
  var width: Int { reduce(0) { $0 + $1.width } }

  /// Adds a text, to the last run where the role is the same.
  mutating func add(_ text: String, _ role: RenderingOptions.Role) {
    if let last = indices.last, self[last].role == role {
      self[last].text += text
    } else {
      append(StyledRun(role, text))
    }
  }
}

extension ByteBuffer {

  /// Writes a run with its colour; blanks need none.
  mutating func write(_ run: StyledRun, _ options: RenderingOptions) {
    guard let decorate = options.decorate, run.text.utf8.contains(where: { $0 != 0x20 }) else {
      write(run.text)
      return
    }
    write(decorate(run.role, run.text))
  }

  /// Writes a line with its colours and its end.
  mutating func write(_ line: [StyledRun], _ options: RenderingOptions) {
    for run in line { write(run, options) }
    newline()
  }
}
