/// The fields of an object without a text, one of which may be it under a name that is not known.
struct UntoldText {

  /// The names of the fields, as they can be mapped.
  private(set) var names: [String] = []
  /// The name of the field with the longest value of several words; nil where there is none.
  private(set) var likeliest: String?

  /// The name of a field that may hold a quotation, though none tells who speaks.
  private(set) var quotation: String?

  /// The least number of words that may be a text.
  private static let leastWords = 3

  private let options: ReadingOptions
  private var length = 0

  /// Looks through the fields of a value.
  init(_ value: JSONValue, _ options: ReadingOptions) {
    self.options = options
    if case .object(let fields) = value { for field in fields { add(field.name, field.value) } }
  }

  /// Whether one of them is known as the text, and nothing stands in it.
  private(set) var hasTextField = false

  private mutating func add(_ name: String, _ value: JSONValue) {
    let field = options.field(named: name)?.field
    if field == .text { hasTextField = true }
    let isWrapper = DocumentFields.isWrapper(name)
    if case .object(let fields) = value, isWrapper || field == nil {
      for field in fields { add(isWrapper ? field.name : "\(name).\(field.name)", field.value) }
      return
    }
    names.append(name)
    if quotation == nil, value.string != nil,
      options.quotationField(named: name)?.field == .quotation
    {
      quotation = name
    }
    guard field == nil, case .text(let bytes) = value, bytes.count > length,
      bytes.split(separator: 0x20, maxSplits: Self.leastWords).count >= Self.leastWords
    else { return }
    (likeliest, length) = (name, bytes.count)
  }
}

extension IngestionReport.Warning {

  /// Tells that an object has no text, with the field that may be it.
  static func noText(in value: JSONValue, _ file: SourceFile, line: Int) -> Self {
    let fields = UntoldText(value, file.options)
    guard !fields.hasTextField, let likeliest = fields.likeliest ?? fields.quotation else {
      return noText(file.origin, line: line)
    }
    let list = fields.names.prefix(12).joined(separator: ", ")
    let rest = fields.names.count > 12 ? ", …" : ""
    return Self(
      file: file.origin, line: line,
      message: "the document has no text that is known by its name; there are \(list)\(rest)",
      mend: fields.quotation.map { speakerMend($0) + "; it was left out" }
        ?? "say which it is, like --map text=\(likeliest); it was left out")
  }
}
