extension GroupColumn {

  /// The heading as a path is written, with underscores for blanks.
  var writtenName: String { String(name.map { $0 == " " ? "_" : $0 }) }
}

extension [GroupColumn] {

  /// Returns the column that a later step names.
  ///
  /// A heading with blanks, as that of `per 100 quotes`, is written with underscores, or is the
  /// `rate`.
  func index(named name: String) -> Int? {
    let name = name.lowercased()
    if let index = firstIndex(where: { $0.name.lowercased() == name }) { return index }
    let joined = firstIndex { $0.writtenName.lowercased() == name }
    return joined ?? (name == "rate" ? lastIndex { $0.name.hasPrefix("per ") } : nil)
  }
}
