extension ImageWriter {

  /// Writes what is known of an attribute beside its values.
  func put(_ attribute: Attribute) {
    catalog.put(attribute.name)
    catalog.put(Int(attribute.table.rawValue))
    catalog.put(Self.number(of: attribute.type))
    catalog.put(attribute.isMany ? 1 : 0)
    catalog.put(attribute.summary)
    switch attribute.source {
    case .regionText: catalog.put(0)
    case .column(let index): catalog.put(1 + index)
    }
  }

  private static func number(of type: AttributeType) -> Int {
    switch type {
    case .name: 0
    case .category: 1
    case .text: 2
    case .integer: 3
    case .decimal: 4
    case .date: 5
    case .flag: 6
    case .reference(let table): 7 + Int(table.rawValue)
    }
  }
}

extension CatalogDecoder {

  /// Reads what is known of an attribute beside its values.
  mutating func attribute() throws(ImageError) -> Attribute {
    let name = try string()
    let table = try table()
    let type = try attributeType()
    let isMany = try number(below: 2) == 1
    let summary = try string()
    let source = try number()
    return Attribute(
      name: name, table: table, type: type, isMany: isMany,
      source: source == 0 ? .regionText : .column(source - 1), summary: summary)
  }

  /// Reads the number of a table.
  mutating func table() throws(ImageError) -> Table {
    Table.allCases[try number(below: Table.allCases.count)]
  }

  private mutating func attributeType() throws(ImageError) -> AttributeType {
    let plain: [AttributeType] = [.name, .category, .text, .integer, .decimal, .date, .flag]
    let number = try number(below: plain.count + Table.allCases.count)
    return number < plain.count ? plain[number] : .reference(Table.allCases[number - plain.count])
  }
}
