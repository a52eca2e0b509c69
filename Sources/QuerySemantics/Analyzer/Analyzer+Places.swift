internal import Diagnostics

/// Where mistakes and notices of the body of a defined query are told: at its call.
extension Analyzer {

  func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let frame = frames.last, let place = frame.place, !isArgument(diagnostic.range) else {
      return diagnostic
    }
    let name = environment.functions[frame.key]?.name ?? frame.key
    let notes =
      diagnostic.notes.map { Diagnostic.Note($0.message) }
      + [Diagnostic.Note("in the definition of '\(name)'")]
    switch diagnostic.severity {
    case .error: return .error(diagnostic.id, diagnostic.message, at: place, notes: notes)
    case .warning: return .warning(diagnostic.id, diagnostic.message, at: place, notes: notes)
    }
  }

  func placed(_ notice: Notice) -> Notice {
    guard let place = frames.last?.place, !isArgument(notice.range) else { return notice }
    return Notice(notice.kind, notice.message, at: place, candidates: notice.candidates)
  }
}
