import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML file, as a parser that is not ours sees them.
final class XMLElements: NSObject, XMLParserDelegate {

  /// An element with what stands right inside of it.
  final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Element] = []
    /// The characters right inside of it.
    fileprivate(set) var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      (self.name, self.attributes) = (name, attributes)
    }

    /// It and all elements inside of it, in the order of the file.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private(set) var root: Element?
  private var open: [Element] = []

  /// Parses a file, and expects it to be well-formed.
  static func parse(_ bytes: [UInt8]) throws -> Element {
    let parser = XMLParser(data: Data(bytes))
    let elements = XMLElements()
    parser.delegate = elements
    #expect(parser.parse(), "line \(parser.lineNumber)")
    return try #require(elements.root)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let element = Element(name, attributes)
    open.last?.children.append(element)
    root = root ?? element
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }
}
