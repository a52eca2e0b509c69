internal import Annotation

/// Reads Markdown files with front matter, in YAML or plain lines of TOML.
///
/// The original text is the whole file. Front matter and the marks inside of paragraphs are left
/// out of the normalised text; headings and lists are the layout's concern.
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
    var assembler = MetadataAssembler()
    for field in frontMatter?.fields ?? [] { assembler.add(field.name, field.value) }
    let metadata = assembler.assemble(file, line: nil, &reading.warnings)
    let text = TextNormalizer.normalize(
      decoded, skipping: frontMatter?.length ?? 0, markup: .markdown)
    if text.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      reading.warnings.append(.noText(file.origin, isBehindFields: frontMatter != nil))
    } else {
      reading.documents.append(SourceDocument(text: text, metadata: metadata))
    }
    return reading
  }
}
