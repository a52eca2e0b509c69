extension ResultTable {

  /// Returns the result without some of its rows, with a note that says so.
  ///
  /// Indices of no row are passed over.
  public func leavingOut(_ indices: Set<Int>) -> ResultTable {
    let kept = rows.indices.filter { !indices.contains($0) }
    var rest = picking(kept, total: total - (rows.count - kept.count))
    rest.extent = extent
    rest.leadsToRows = leadsToRows
    rest.leftOutCount = leftOutCount + rows.count - kept.count
    rest.notes = notes.filter { $0 != leftOutNote }
    if let note = rest.leftOutNote { rest.notes.append(note) }
    return rest
  }

  private var leftOutNote: String? {
    switch leftOutCount {
    case 0: nil
    case 1: "1 row is left out by hand"
    default: "\(leftOutCount) rows are left out by hand"
    }
  }
}
