internal import Annotation

/// Reads pages of HTML: the main text without the furniture, and what the page says of it.
///
/// The original text is the text that was found, with its headline, and with the marks of Markdown
/// before headings, items and quotations.
public struct HTMLReader: DocumentReader {

  /// `html`.
  public static let name = "html"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["html", "htm", "xhtml"]

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with a declaration of HTML or its root element.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let low = start.prefix(4_096).lowercasedLetters
    return MarkupRoot.name(in: low) == "html"
  }

  /// Reads a file as one document, or as several where the page has several articles.
  public func read(_ file: SourceFile) -> Reading { read(file, savedFrom: nil) }

  /// Reads a page; `savedFrom` is its address by what it was saved in.
  func read(_ file: SourceFile, savedFrom: String?) -> Reading {
    var reading = Reading()
    let source = DeclaredEncoding.html(file.bytes)
    if let label = source.unknownLabel {
      reading.warnings.append(.unknownEncoding(label, file.origin))
    }
    let nesting = HTMLNesting(source.bytes)
    var assembler = MetadataAssembler()
    let text: PageText
    if nesting.tagCount == 0 {
      if source.bytes.hasText { reading.warnings.append(.noTags(file.origin)) }
      text = PageText(plain: source.bytes)
    } else if let tree = HTMLParser.parse(source.bytes, nesting) {
      if nesting.isCutOff { reading.warnings.append(.cutOffPage(file.origin)) }
      let metadata = PageMetadata(tree, savedFrom: savedFrom ?? PageAddress.saved(in: source.bytes))
      let articles = PageArticles(tree, metadata)
      if !articles.documents.isEmpty {
        read(articles, of: metadata, file, source.repairs, into: &reading)
        return reading
      }
      let found = Self.text(of: tree, metadata)
      text = found.text
      for field in found.fields { assembler.add(field.name, field.value) }
      let (count, all) = articles.missing(in: text.bytes)
      if count > 0 { reading.warnings.append(.articlesLeftOut(count, of: all, file.origin)) }
    } else {
      reading.warnings.append(.tooIntricatePage(file.origin))
      text = PageText(plain: HTMLScanner.strippedText(of: source.bytes))
    }
    guard text.bytes.hasText else {
      reading.warnings.append(.emptyPage(file.origin))
      return reading
    }
    let metadata = assembler.assemble(file, line: nil, &reading.warnings)
    reading.documents.append(
      SourceDocument(text: text.normalized(after: source.repairs), metadata: metadata))
    return reading
  }

  /// Reads a page of several articles as a document each; what one does not say of itself, the page does.
  private func read(
    _ articles: PageArticles, of page: PageMetadata, _ file: SourceFile, _ repairs: [String],
    into reading: inout Reading
  ) {
    for (number, article) in articles.documents.enumerated() {
      let (text, own) = Self.text(of: article.page, PageMetadata(article.page))
      let fields = article.fields + own
      let names = Set(fields.map(\.name))
      let shared = page.shared(by: article.anchor).filter { !names.contains($0.name) }
      var assembler = MetadataAssembler()
      for field in fields + shared { assembler.add(field.name, field.value) }
      let metadata = assembler.assemble(file, line: nil, item: number + 1, &reading.warnings)
      reading.documents.append(
        SourceDocument(text: text.normalized(after: repairs), metadata: metadata))
    }
  }

  /// Returns the text of a page, and what is said of it.
  private static func text(
    of tree: MarkupTree, _ given: PageMetadata
  ) -> (text: PageText, fields: [PageMetadata.Field]) {
    var metadata = given
    let main = MainTextFinder.find(in: tree, titles: metadata.soughtTitles)
    metadata.complete(headline: main.headline)
    metadata.complete(main)
    var blocks = main.blocks
    if let line = main.signature,
      !metadata.complete(signature: String(decoding: line.text, as: UTF8.self))
    {
      blocks.append(line)
    }
    let title = main.headline ?? metadata.title
    if let body = metadata.linked.body, isMore(body, than: blocks) {
      return (PageText(plain: body, headline: title), metadata.fields)
    }
    return (PageText(blocks, headline: blocks.isEmpty ? nil : title), metadata.fields)
  }

  /// Whether the data of a page hold more of the article than what it shows: a page whose text a script
  /// puts in its place has it there alone, and one for readers who pay shows the beginning.
  private static func isMore(_ body: [UInt8], than blocks: [PageBlock]) -> Bool {
    guard let first = blocks.first else { return true }
    let length = blocks.reduce(0) { $0 + $1.text.count }
    let isBeginning = body.drop { $0 <= 0x20 }.starts(with: first.text.prefix(teaserLength))
    return isBeginning ? length * 3 / 2 < body.count : max(length * 3, 200) < body.count
  }

  /// By so many bytes a teaser is known.
  private static let teaserLength = 40
}
