internal import Annotation

/// Settles dates like 03/04/2025 by those of the same folder that can be read in one order only.
///
/// What is known of a folder comes from the file itself and those before it, so that it does not
/// hang on how many files are read at a time.
struct DateOrders {

  /// How many dates of a folder had the day first, and how many the month.
  private var counts: [String: (days: Int, months: Int)] = [:]

  /// Reads the dates of a reading that could not be read yet, and tells which they are.
  mutating func settle(_ reading: inout Reading) {
    guard reading.documents.contains(where: { $0.metadata.writtenDate != nil }) else { return }
    let folder = Self.folder(of: reading.origin)
    for document in reading.documents { note(document.metadata, folder) }
    let order = order(of: folder)
    for index in reading.documents.indices {
      guard let written = reading.documents[index].metadata.writtenDate else { continue }
      reading.documents[index].metadata.writtenDate = nil
      guard DateOrder(writtenIn: written.text) == nil else { continue }
      let day = order.flatMap { CalendarDay(written.text, order: $0) }
      let file = reading.origin
      guard let day else {
        reading.warnings.append(.unreadableDate(written.text, file, written.line))
        continue
      }
      // The day of an address or a file's name goes behind what the document says itself.
      reading.documents[index].metadata.date = day
      reading.warnings.append(.orderedDate(written.text, day, file, written.line))
    }
  }

  private mutating func note(_ metadata: DocumentMetadata, _ folder: String) {
    guard let text = metadata.writtenDate?.text, let order = DateOrder(writtenIn: text) else {
      return
    }
    counts[folder, default: (0, 0)].days += order == .dayFirst ? 1 : 0
    counts[folder, default: (0, 0)].months += order == .monthFirst ? 1 : 0
  }

  /// The order of a folder all of whose dates agree.
  private func order(of folder: String) -> DateOrder? {
    guard let (days, months) = counts[folder], (days == 0) != (months == 0) else { return nil }
    return days > 0 ? .dayFirst : .monthFirst
  }

  private static func folder(of origin: String) -> String {
    origin.utf8.lastIndex(of: 0x2F).map { String(origin[..<$0]) } ?? ""
  }
}
