internal import CYAML

/// What is wrong with a YAML document, and the line, from zero.
struct YAMLError: Error {
  let message: String
  let line: Int
}

/// Reads the fields of a YAML mapping from the events of libyaml.
///
/// It owns the parser and the bytes that this reads, at fixed addresses since the parser points to
/// both, and frees them at the end of its life. An event is freed before the next is read.
@safe struct YAMLEventReader: ~Copyable {

  private enum Event {
    case scalar(String)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias, end
    case other
  }

  private typealias Fields = [(name: String, value: MetadataValue)]

  private let source: UnsafeMutableBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  /// How deep collections may stand inside of one another.
  private static let depthLimit = 32

  /// Creates the reader of a document.
  init(_ bytes: ArraySlice<UInt8>) {
    unsafe source = .allocate(capacity: max(1, bytes.count))
    _ = unsafe source.initialize(fromContentsOf: bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady { unsafe yaml_parser_set_input_string(parser, source.baseAddress, bytes.count) }
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe source.deallocate()
  }

  /// Returns the fields of the mapping that the document consists of; of another document, none.
  func readFields() throws(YAMLError) -> [(name: String, value: MetadataValue)] {
    guard isReady else { throw YAMLError(message: "no memory", line: 0) }
    var fields: Fields = []
    while true {
      switch try nextEvent() {
      case .end: return fields
      case .mappingStart: try readMapping(under: "", depth: 0, into: &fields)
      default: continue
      }
    }
  }

  private func readMapping(
    under prefix: String, depth: Int, into fields: inout Fields
  ) throws(YAMLError) {
    while true {
      let event = try nextEvent()
      switch event {
      case .scalar(let key): try readValue(of: prefix + key, depth: depth, into: &fields)
      case .mappingEnd, .end: return
      default: try skip(event)
      }
    }
  }

  private func readValue(
    of name: String, depth: Int, into fields: inout Fields
  ) throws(YAMLError) {
    let event = try nextEvent()
    switch event {
    case .scalar(let text):
      fields.append((name, text.isEmpty || text == "null" || text == "~" ? .none : .text(text)))
    case .sequenceStart:
      fields.append((name, .list(try readSequence())))
    case .mappingStart where depth < Self.depthLimit:
      let start = fields.count
      try readMapping(under: name + ".", depth: depth + 1, into: &fields)
      guard MetadataField.named(name)?.field == .author else { return }
      let parts = fields[start...].map { (String($0.name.dropFirst(name.count + 1)), $0.value) }
      if let person = PersonFields(values: parts).name {
        fields.replaceSubrange(start..., with: [(name, .text(person))])
      } else if let index = parts.firstIndex(where: { $0.0 == "name" }) {
        fields[start + index].name = name
      }
    default:
      try skip(event)
    }
  }

  /// Returns the texts of a sequence; of a mapping inside of it the name, or else the values.
  private func readSequence(depth: Int = 0) throws(YAMLError) -> [String] {
    var items: [String] = []
    while true {
      let event = try nextEvent()
      switch event {
      case .scalar(let text): items.append(text)
      case .sequenceStart where depth < Self.depthLimit:
        items += try readSequence(depth: depth + 1)
      case .mappingStart where depth < Self.depthLimit:
        var fields: Fields = []
        try readMapping(under: "", depth: depth + 1, into: &fields)
        let name =
          PersonFields(values: fields).name ?? fields.first { $0.name == "name" }?.value.trimmed
        items += name.map { [$0] } ?? fields.compactMap(\.value.trimmed)
      case .sequenceStart, .mappingStart: try skip(event)
      case .sequenceEnd, .end: return items
      case .mappingEnd, .alias, .other: continue
      }
    }
  }

  /// Skips the collection that an event begins.
  private func skip(_ event: Event) throws(YAMLError) {
    var depth = 0
    switch event {
    case .sequenceStart, .mappingStart: depth = 1
    default: return
    }
    while depth > 0 {
      switch try nextEvent() {
      case .sequenceStart, .mappingStart: depth += 1
      case .sequenceEnd, .mappingEnd: depth -= 1
      case .end: return
      default: continue
      }
    }
  }
}

// MARK: Events

extension YAMLEventReader {

  private func nextEvent() throws(YAMLError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(unsafe String(decoding: bytes, as: UTF8.self))
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_STREAM_END_EVENT: return .end
    default: return .other
    }
  }

  private func fault() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not readable"
    return unsafe YAMLError(message: problem, line: Int(parser.pointee.problem_mark.line))
  }
}
