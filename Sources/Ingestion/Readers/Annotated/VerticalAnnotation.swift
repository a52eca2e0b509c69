internal import Annotation

/// The elements of verticalized text around words: quotes, their cues and sources, names.
struct VerticalAnnotation {

  /// An element that has begun.
  private struct Open {
    let name: String
    let first: Int
    let attributes: [(name: String, value: String)]

    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private var open: [Open] = []
  private var unnumbered = 0

  /// How many elements may stand open.
  private static let depthLimit = 64

  /// Reads an element that begins or ends in front of the next word.
  static func read(_ element: VerticalElement, _ documents: inout GivenDocuments) {
    let count = documents.builder.count
    if !element.isEnd {
      guard documents.elements.open.count < depthLimit else { return }
      documents.elements.open.append(
        Open(name: element.name, first: count, attributes: element.attributes))
      return
    }
    guard let index = documents.elements.open.lastIndex(where: { $0.name == element.name }) else {
      return
    }
    let begun = documents.elements.open.remove(at: index)
    guard begun.first < count else { return }
    documents.elements.close(begun, begun.first..<count, &documents.annotation)
  }

  private mutating func close(
    _ element: Open, _ tokens: Range<Int>, _ annotation: inout ColumnAnnotation
  ) {
    let number = element.attribute("n") ?? element.attribute("id")
    if let roles = element.attribute("roles"), let name = element.attribute("entity"),
      let type = element.attribute("type").flatMap(EntityLabel.type)
    {
      let list = roles.split(separator: "|").map(String.init)
      annotation.addRoles(of: DocumentEntity(name: name, type: type, roles: list))
    }
    switch element.name {
    case "quote":
      unnumbered += number == nil ? 1 : 0
      let own = number ?? "-\(unnumbered)"
      annotation.addQuote(own, element.attribute)
      annotation.add(.content, of: own, tokens: tokens)
    case "cue": if let number { annotation.add(.cue, of: number, tokens: tokens) }
    case "source": if let number { annotation.add(.source, of: number, tokens: tokens) }
    case "ref":
      guard let number, let form = element.attribute("form").flatMap(Mention.Form.init) else {
        return
      }
      let type = element.attribute("type").flatMap(EntityLabel.type)
      let who = element.attribute("entity").flatMap { name in type.map { (name, $0) } }
      annotation.addReference(number, tokens, form: form, who: who)
    default:
      guard let type = element.attribute("type").flatMap(EntityLabel.type) else { return }
      annotation.addName(tokens, type: type, name: element.attribute("entity"))
    }
  }
}
