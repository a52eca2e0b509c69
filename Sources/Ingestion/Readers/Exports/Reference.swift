internal import Annotation

/// A reference out of a list, like those of RIS and BibTeX, while its fields are read.
struct Reference {

  /// The number of its first line in the file, from one.
  let line: Int
  /// Its fields in their order, by the names of the format.
  private(set) var fields: [(name: String, value: [UInt8])] = []

  /// Begins a reference.
  init(line: Int) { self.line = line }

  /// Adds a field.
  mutating func add(_ name: String, _ value: some Sequence<UInt8>) {
    fields.append((name, Array(value)))
  }

  /// Adds a line to the last field, if it is the one of a name.
  mutating func goOn(_ name: String, _ line: ArraySlice<UInt8>) {
    guard let last = fields.indices.last, fields[last].name == name else { return }
    fields[last].value.append(0x0A)
    fields[last].value += line
  }

  /// The values of a field, without those that are empty.
  private func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.compactMap { field in
      let words = MetadataValue.words(String(decoding: field.value, as: UTF8.self))
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  /// Puts the reference into a reading; without text it is left out with a warning.
  ///
  /// - Parameters:
  ///   - names: Our names of fields, each with those of the format, of which the first that has a value
  ///     counts.
  ///   - texts: The fields that may be the text, of which the longest is taken.
  ///   - file: The file.
  ///   - reading: Takes the document.
  func finish(
    _ names: [(name: String, tags: [String])], texts: [String], _ file: SourceFile,
    into reading: inout Reading
  ) {
    file.options.mapped?.note(fields.map(\.name), in: file.origin)
    var document = ExportedDocument(line: line)
    // What the user maps keeps its name.
    func field(mapping name: String) -> MetadataField? {
      file.options.field(named: name).flatMap { $0.rank < 0 ? $0.field : nil }
    }
    let mapped = fields.first { field(mapping: $0.name) == .text }
    let longest = fields.filter { texts.contains($0.name) }.max { $0.value.count < $1.value.count }
    if let body = mapped ?? longest {
      let text = FieldMarkup.text(of: body.value)?.bytes ?? body.value
      for (_, line) in TrimmedLines(text, firstLine: 1) { document.add(line) }
    }
    var taken = Set(texts)
    for (name, tags) in names {
      let own = tags.filter { field(mapping: $0) == nil }
      taken.formUnion(own)
      let values = own.lazy.map { self.values($0) }.first { !$0.isEmpty } ?? []
      switch name {
      case "author": document.add(people: name, values.flatMap(Self.uprightNames))
      case "date": if let date = date(own) { document.add(name, date) }
      default: document.add(name, values.joined(separator: "; "))
      }
    }
    var seen: Set<String> = []
    for field in fields where !taken.contains(field.name) && seen.insert(field.name).inserted {
      if field.name == mapped?.name { continue }
      document.add(field.name.lowercased(), values(field.name).joined(separator: "; "))
    }
    document.finish(file, into: &reading)
  }

  /// The first of some fields that names a day, or a day and the year of another; else the first.
  private func date(_ names: [String]) -> String? {
    if let day = dateInParts(names) { return day.written }
    if let month = monthInParts(names) { return month }
    let all = names.flatMap { values($0) }
    if let day = all.first(where: { CalendarDay($0) != nil }) { return day }
    let whole = all.joined(separator: " ")
    if CalendarDay(whole) != nil { return whole }
    for day in all {
      for year in all where CalendarDay("\(day) \(year)") != nil { return "\(day) \(year)" }
    }
    return month(in: all) ?? all.first
  }

  /// The month of values that name no day: `2025/03//`, `March 2025`, or `March` and `2025`, as `2025-03`.
  private func month(in values: [String]) -> String? {
    for value in values {
      let numbers = value.split(separator: "/").map { Int($0.filter { $0 != " " }) }
      if numbers.count > 1, let first = numbers[0], let second = numbers[1],
        let day = first > 999
          ? CalendarDay(year: first, month: second, day: 1)
          : second > 999 && numbers.count == 2
            ? CalendarDay(year: second, month: first, day: 1) : nil
      {
        return String(day.written.dropLast(3))
      }
      guard value.contains(where: \.isLetter) else { continue }
      for year in [""] + values {
        if let day = CalendarDay("1 \(value) \(year)"), day.day == 1 {
          return String(day.written.dropLast(3))
        }
      }
    }
    return nil
  }

  /// The year and the month, where they stand in fields of their own and no day does: `2025-03`.
  private func monthInParts(_ names: [String]) -> String? {
    guard names.contains("year"), values("date").isEmpty, values("day").isEmpty,
      let year = values("year").first.flatMap({ Int($0) }), let month = values("month").first
    else { return nil }
    // Names of months are read as those of a day.
    let day = Int(month).flatMap { CalendarDay(year: year, month: $0, day: 1) }
    guard let day = day ?? CalendarDay("1 \(month) \(year)"), day.day == 1 else { return nil }
    return String(day.written.dropLast(3))
  }

  /// The day whose year, month and day are named, or follow each other as RIS has them; nil where one
  /// of them is missing.
  ///
  /// Source: https://en.wikipedia.org/wiki/RIS_(file_format), `YYYY/MM/DD/other`.
  private func dateInParts(_ names: [String]) -> CalendarDay? {
    if names.contains("year") {
      let parts = ["year", "month", "day"].compactMap { values($0).first.flatMap { Int($0) } }
      return parts.count == 3
        ? CalendarDay(year: parts[0], month: parts[1], day: parts[2]) : nil
    }
    let numbers = names.map { name in
      values(name).first?.split(separator: "/").map { Int($0.filter { $0 != " " }) } ?? []
    }
    let years = numbers.lazy.compactMap { $0.first ?? nil }
    guard let year = years.first(where: { $0 > 999 }) else { return nil }
    for parts in numbers where !parts.contains(nil) {
      let parts = parts.compactMap(\.self)
      // A year of its own stands before the month, or in another field.
      let day = parts.first.map { $0 > 999 } == true ? Array(parts.dropFirst()) : parts
      guard day.count == 2 else { continue }
      return CalendarDay(year: parts.count == 3 ? parts[0] : year, month: day[0], day: day[1])
    }
    return nil
  }

  /// The names in a value: several stand between semicolons.
  private static func uprightNames(_ value: String) -> [String] {
    value.split(separator: ";").map {
      uprightName(MetadataValue.words(String($0)).joined(separator: " "))
    }
  }

  /// `Ada Lund` for `Lund, Ada`; “Jr.” may stand behind the family name, as in BibTeX, or last, as in RIS.
  static func uprightName(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
      .map { MetadataValue.words(String($0)).joined(separator: " ") }
    guard parts.count == 2 || parts.count == 3, let last = parts.first, let first = parts.last,
      !last.isEmpty, !first.isEmpty
    else { return name }
    if parts.count == 2 { return "\(first) \(last)" }
    return InvertedName.isSuffix(first)
      ? "\(parts[1]) \(last) \(first)" : "\(first) \(last) \(parts[1])"
  }
}
