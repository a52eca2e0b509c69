/// Fields that have no meaning of their own here, each name once, in the order in which they are met.
struct KeptFields {

  private var fields: [(name: String, values: [String])] = []

  /// Adds a value of a field; one that it has already is left out.
  mutating func add(_ name: String, _ value: String?) {
    guard let value = value.flatMap({ MetadataValue.text($0).trimmed }) else { return }
    guard let index = fields.firstIndex(where: { $0.name == name }) else {
      return fields.append((name, [value]))
    }
    if !fields[index].values.contains(value) { fields[index].values.append(value) }
  }

  /// The fields, with semicolons between several values of one, for names have commas; so one value is a list
  /// of one.
  var all: [(name: String, value: MetadataValue)] {
    fields.map { field in
      let isOne = field.values.count == 1
      let value: MetadataValue =
        isOne ? .list(field.values) : .text(field.values.joined(separator: "; "))
      return (field.name, value)
    }
  }
}
