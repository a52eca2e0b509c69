internal import Annotation

/// Gathers the documents of a file whose words are given.
struct GivenDocuments {

  /// The words of the document that is being read.
  var builder = GivenLayersBuilder()
  /// The quotes and names of the document.
  var annotation = ColumnAnnotation()
  /// The entities that stand in brackets around words.
  var brackets = EntityBrackets()
  /// Who says the sentences.
  var turns = SpeakerTurns()
  /// The names that labels of words tell.
  var labels = NameLabels()
  /// The elements around words that stand open.
  var elements = VerticalAnnotation()

  /// Where the words stand in the file.
  var wordFields: GivenLayers.WordFields

  private let file: SourceFile
  private var reading = Reading()
  private var fields: [(name: String, value: String)] = []
  /// The line that the document begins at; nil before the first that is told.
  private var line: Int?

  /// The file as it is shown.
  var origin: String { file.origin }

  /// Creates a collection of the documents of a file, in which words have some fields.
  init(_ file: SourceFile, _ wordFields: GivenLayers.WordFields) {
    self.file = file
    self.wordFields = wordFields
  }

  /// Begins a document.
  mutating func begin(line: Int) {
    end()
    self.line = line
  }

  /// Adds what is known of the document.
  mutating func addField(_ name: String, _ value: String) { fields.append((name, value)) }

  /// Takes note of what is wrong.
  mutating func warn(_ warning: IngestionReport.Warning) { reading.warnings.append(warning) }

  /// Whether something was found wrong with a line.
  func isTold(of line: Int) -> Bool { reading.warnings.contains { $0.line == line } }

  /// The title of a document; one without words has no other text.
  private var title: String? {
    fields.first { $0.name == "title" }.flatMap { MetadataValue.text($0.value).trimmed }
  }

  /// Ends the document, if there is one.
  mutating func end() {
    defer {
      fields = []
      line = nil
      annotation = ColumnAnnotation()
      elements = VerticalAnnotation()
      turns = SpeakerTurns()
      brackets.reset()
      labels.end()
    }
    turns.endSentence(builder.count)
    var (text, layers) = builder.finish(wordFields)
    if layers.tokens.isEmpty, !text.bytes.hasText {
      guard let title else { return }
      (text, layers) = (TextNormalizer.normalize(Array(title.utf8)), GivenLayers())
      layers.blocks = [Block(.title, ByteRange(0, UInt32(truncatingIfNeeded: text.bytes.count)))]
    }
    let isOwn = annotation.isOwn
    if !annotation.isEmpty { annotation.fill(&layers) }
    if layers.quotes == nil, !turns.isEmpty { layers.quotes = turns.quotes(layers) }
    if layers.mentions == nil, !brackets.isEmpty { brackets.fill(&layers, text) }
    var assembler = MetadataAssembler()
    for (name, value) in RenamedFields.restored(fields) {
      assembler.add(name, isOwn && name == "author" ? MetadataValue(written: value) : .text(value))
    }
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    reading.documents.append(SourceDocument(text: text, metadata: metadata, given: layers))
  }

  /// Ends the file.
  ///
  /// - Returns: Its documents.
  mutating func finish() -> Reading {
    end()
    if reading.documents.isEmpty, reading.warnings.isEmpty, file.firstLine == 1 {
      reading.warnings.append(.noDocuments(file.origin))
    }
    return reading
  }
}
