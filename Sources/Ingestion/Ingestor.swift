internal import Annotation

/// Reads the files that a user names into documents.
///
/// One bad file never keeps the others from being read: what is wrong stands in the report.
public enum Ingestor {

  /// All readers; of those of one ending the ones that recognize a narrow format go first.
  private static let readers: [any DocumentReader] =
    [
      PlainTextReader(), MarkdownReader(), JSONLinesReader(), TreebankReader(), VerticalReader(),
      HTMLReader(), XMLDocumentReader(), FeedReader(), NITFReader(), NewsMLReader(), TEIReader(),
      FactivaReader(), NexisReader(), ProQuestReader(), SavedPageReader(), MailboxReader(),
      RISReader(), BibTeXReader(),
    ] + annotated + [TableReader(), JSONReader()]

  /// Readers of annotated texts, which know their formats among all that end so: what they recognize
  /// is theirs, and nothing else.
  private static let annotated: [any DocumentReader] = [
    WebAnnotationReader(), CoreNLPReader(), QuotebankReader(), StandoffReader(),
  ]

  /// The endings of the names of files that are read in folders, those of archives left out.
  public static var extensions: [String] {
    var seen: Set<String> = []
    return readers.flatMap { type(of: $0).extensions }.filter { seen.insert($0).inserted }
  }

  /// The names by which a user asks for a reader, in the order of the readers.
  public static var readerNames: [String] { readers.map { type(of: $0).name } }

  /// Returns the name of the reader that is called so, or that reads files that end so.
  public static func readerName(of name: String) -> String? {
    let named = readers.first { type(of: $0).name == name }
    let found = named ?? readers.first { type(of: $0).extensions.contains(name) }
    return found.map { type(of: $0).name }
  }

  /// Returns the reader of a name.
  static func reader(named name: String) -> (any DocumentReader)? {
    readers.first { type(of: $0).name == name }
  }

  private static let known = Set(extensions)

  /// Whether a file of this name is read in a folder: its ending is that of a reader or of an
  /// archive, or of a compressed file that a reader knows.
  static func isKnown(_ name: String) -> Bool {
    if ContainerFormat.namesArchive(name) { return true }
    return known.contains(SourceFile.pathExtension(ContainerFormat.content(of: name)))
  }

  /// The endings of the names of files that a reader reads in folders, beside those that no reader
  /// knows; there are none of a name that no reader has.
  ///
  /// They are those of all readers with which it shares one, so that JSON is read as any JSON and XML
  /// as any XML; whatever may be called plain text; and of annotations of brat the texts.
  static func extensions(of reader: String) -> [String] {
    guard let own = Self.reader(named: reader).map({ type(of: $0) }) else { return [] }
    let plain = PlainTextReader.extensions
    if own == StandoffReader.self { return plain }
    let shared = readers.map { type(of: $0).extensions }.filter {
      $0.contains(where: own.extensions.contains)
    }
    var seen: Set<String> = []
    let prose = own == PlainTextReader.self ? MarkdownReader.extensions : []
    return (own.extensions + shared.joined() + plain + prose).filter { seen.insert($0).inserted }
  }

  /// Whether a file of a folder or an archive is read: of the one reader that is asked for, what it may
  /// mean, and else what is known by its name.
  static func isRead(_ name: String, by reader: String?) -> Bool {
    guard let reader, !ContainerFormat.namesArchive(name) else { return isKnown(name) }
    let ending = SourceFile.pathExtension(ContainerFormat.content(of: name))
    if extensions(of: reader).contains(ending) { return true }
    let isForeign = known.contains(ending) || ending == StandoffReader.ending
    return !isForeign && reader != StandoffReader.name
  }

  /// Reads files and folders.
  ///
  /// - Parameters:
  ///   - paths: Paths of files, which are read whatever their names end in, and of folders, in which
  ///     all files of known endings are read, those of folders inside of them too.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  /// - Returns: The documents in the order of the paths and, within folders, of the names; and what
  ///   came of the reading.
  public static func read(
    _ paths: [String], options: ReadingOptions = ReadingOptions()
  ) -> (documents: [SourceDocument], report: IngestionReport) {
    var stream = SourceStream(paths, options: options)
    var documents: [SourceDocument] = []
    while let batch = stream.nextBatch(bytes: 64 << 20) { documents += batch }
    if stream.hasMore {
      stream.rewind()
      while let batch = stream.nextBatch(bytes: 64 << 20) {
        let numbers = stream.repeated.suffix(batch.count)
        for (number, document) in zip(numbers, batch) { documents[number] = document }
      }
    }
    let replaced = stream.replaced.own
    if !replaced.isEmpty {
      documents = documents.indices.filter { !replaced.contains($0) }.map { documents[$0] }
    }
    return (documents, stream.report)
  }

  /// Reads the bytes of one file by the format that its name ends in or that they begin as; of an
  /// archive all files.
  ///
  /// - Parameters:
  ///   - name: The name of the file, which also names the document where nothing else does.
  ///   - bytes: All of its bytes.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  /// - Returns: Its documents, and what was read otherwise than it may have been meant.
  public static func read(
    name: String, bytes: [UInt8], options: ReadingOptions = ReadingOptions()
  ) -> Reading {
    var options = options
    let mapped = options.fields.isEmpty ? nil : MappedFields()
    options.mapped = mapped
    let file = SourceFile(name: name, origin: name, bytes: bytes, options: options)
    var reading: Reading
    if ContainerFormat.of(bytes.prefix(512)) == nil {
      let page = (try? file.codePage()) ?? nil
      reading = read(page.map(file.decoded) ?? file).noting(page, of: file)
    } else {
      reading = members(of: file)
    }
    var orders = DateOrders()
    orders.settle(&reading)
    reading.warnings += mapped?.warnings(of: options.fields, input: name) ?? []
    return reading
  }

  /// Reads the bytes of a file, or of a piece of one.
  static func read(_ file: SourceFile) -> Reading { read(file, by: reader(of: file)) }

  /// Reads the bytes of a file by a reader.
  static func read(_ file: SourceFile, by reader: any DocumentReader) -> Reading {
    let name = type(of: reader).name
    var reading = reader.read(file.named(by: name))
    reading.reader = name
    reading.origin = file.origin
    return reading
  }

  /// Returns the reader of a file: the one asked for, or one of the ending of its name, or one that
  /// knows the format by its beginning.
  ///
  /// Of readers of one ending that which recognizes the beginning is taken, else the first; a name of
  /// plain text is no proof that it is.
  static func reader(of file: SourceFile) -> any DocumentReader {
    if let reader = file.options.reader.flatMap(reader(named:)) { return reader }
    let ending = SourceFile.pathExtension(file.name)
    let start = Array(file.bytes.prefix(65_536))
    let text = WideEncoding(of: start) == nil ? start : DecodedText(start).bytes
    if PlainTextReader.extensions.contains(ending) {
      return misnamedReader(of: text) ?? PlainTextReader()
    }
    if TreebankReader.sharedExtensions.contains(ending), let reader = misnamedReader(of: text) {
      return reader
    }
    if let reader = contradictingReader(of: text, ending, isPart: file.bytes.count > start.count) {
      return reader
    }
    let named = readers.filter { type(of: $0).extensions.contains(ending) }
    // Tabs part the columns of words with their names, too.
    if ending == "tsv", TreebankReader().recognizes(text) { return TreebankReader() }
    if named.count == 1 { return named[0] }
    let candidates = named.isEmpty ? readers : named
    if let reader = annotated.first(where: { own in
      candidates.contains { type(of: $0).name == type(of: own).name } && own.recognizes(text)
    }) {
      return reader
    }
    return candidates.first { $0.recognizes(start) }
      ?? named.first { type(of: $0).name == ending } ?? named.first ?? PlainTextReader()
  }

  /// Reads one file.
  static func read(
    _ file: InputWalker.File, _ options: ReadingOptions
  ) throws(InputError) -> Reading {
    var source = SourceFile(
      name: file.readName, origin: file.origin, bytes: try file.contents(), options: options)
    source.folder = file.folder
    return try checked(source)
  }

  /// Reads the bytes of a file that may hold nothing, or no text.
  static func checked(_ file: SourceFile) throws(InputError) -> Reading {
    if file.bytes.isBlank { throw .empty(file.origin) }
    if ContainerFormat.of(file.bytes.prefix(512)) != nil { return members(of: file) }
    if BinaryFormat.isImage(file.bytes) { throw .image(file.origin) }
    let page = try file.codePage()
    return read(page.map(file.decoded) ?? file).noting(page, of: file)
  }

  /// Reads all files of an archive in memory.
  private static func members(of archive: SourceFile) -> Reading {
    var reading = Reading()
    reading.origin = archive.origin
    func add(_ next: Reading) {
      reading.reader = next.reader
      reading.documents += next.documents
      reading.warnings += next.warnings
    }
    do throws(InputError) {
      let container = try ContainerStream(
        (.bytes(archive.bytes), byteCount: archive.bytes.count), name: archive.name,
        origin: archive.origin, isNamed: true, options: archive.options)
      while let item = container.next() {
        do throws(InputError) {
          switch item {
          case .file(let file): add(try checked(file))
          case .pieces(let pieces): while let piece = try pieces.next() { add(piece.reading) }
          case .companion, .unknown, .link: break
          case .fault(let error, _): throw error
          }
        } catch { reading.warnings.append(.init(error)) }
      }
      if container.isEmpty { reading.warnings.append(.init(.empty(archive.origin))) }
    } catch { reading.warnings.append(.init(error)) }
    return reading
  }
}

extension SourceFile {

  /// The file, with options that say by whom it is read.
  fileprivate func named(by reader: String) -> SourceFile {
    var options = options
    options.readerName = reader
    var file = SourceFile(
      name: name, origin: origin, bytes: bytes, firstLine: firstLine, options: options,
      preamble: preamble)
    (file.folder, file.companions) = (folder, companions)
    return file
  }
}
