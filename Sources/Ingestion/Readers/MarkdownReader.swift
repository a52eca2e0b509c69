internal import Annotation

/// Reads Markdown files with front matter, in YAML or plain lines of TOML.
///
/// The original text is the whole file. Front matter, or lines like `Title: …` in its place (`TextHeader`), and
/// the marks inside of paragraphs are left out of the normalised text, with tags of HTML and brackets of wikis
/// (`MarkdownMarks`); headings and lists are the layout's concern.
public struct MarkdownReader: DocumentReader {

  /// `markdown`.
  public static let name = "markdown"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["md", "markdown"]

  /// Creates the reader.
  public init() {}

  /// Whether front matter begins the file that names a field of ours.
  public func recognizes(_ start: [UInt8]) -> Bool {
    guard let frontMatter = FrontMatter(start), frontMatter.fault == nil,
      !frontMatter.isUnclosed
    else { return false }
    return frontMatter.fields.contains { MetadataField.named($0.name) != nil }
  }

  /// Reads a file as one document, with its front matter.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let decoded = DecodedText(file.bytes)
    let frontMatter = FrontMatter(decoded.bytes)
    if frontMatter?.isUnclosed == true {
      reading.warnings.append(.unclosedFrontMatter(file.origin))
    } else if let fault = frontMatter?.fault {
      reading.warnings.append(
        frontMatter?.isTOML == true
          ? .partOfTOML(file.origin, line: fault.line)
          : .badFrontMatter(fault.message, file.origin, line: fault.line))
    }
    let header = frontMatter == nil ? TextHeader(decoded.bytes, file.options) : nil
    var assembler = MetadataAssembler()
    let fields = frontMatter?.fields ?? header?.fields.map { ($0.name, .text($0.value)) } ?? []
    for field in fields { assembler.add(field.name, MarkdownMarks.unlinked(field.value)) }
    let metadata = assembler.assemble(file, line: nil, &reading.warnings)
    let length = frontMatter?.length ?? header?.length ?? 0
    let text = TextNormalizer.normalize(
      decoded, skipping: length, markup: .markdown,
      marks: MarkdownMarks.marks(in: decoded.bytes, from: length))
    if text.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      reading.warnings.append(
        .noText(file.origin, isBehindFields: frontMatter != nil || header != nil))
    } else {
      reading.documents.append(SourceDocument(text: text, metadata: metadata))
    }
    return reading
  }
}
