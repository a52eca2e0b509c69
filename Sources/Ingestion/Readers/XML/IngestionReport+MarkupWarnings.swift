/// The wording of what is wrong with XML and HTML, sorted by name.
extension IngestionReport.Warning {

  static func cutOffPage(_ file: String) -> Self {
    Self(
      file: file, message: "the page breaks off before its end",
      mend: "fetch it again; what stands before was read")
  }

  static func emptyPage(_ file: String) -> Self {
    Self(
      file: file, message: "the page has no text",
      mend: "save it from a browser if a script writes its text; it was left out")
  }

  static func emptyXML(_ file: String, line: Int?, _ element: String) -> Self {
    Self(
      file: file, line: line, message: "<\(element)> has no text",
      mend: "give it one; it was left out")
  }

  static func malformedXML(
    _ problem: String, _ file: String, line: Int, isResumed: Bool
  ) -> Self {
    let rest = isResumed ? "what stands before and the items behind" : "all before it"
    return Self(
      file: file, line: line, message: "the XML is not well-formed: \(problem)",
      mend: "close or escape what stands there; \(rest) was read")
  }

  static func noTags(_ file: String) -> Self {
    Self(
      file: file, message: "the file is named as a page but has no tags",
      mend: "name it .txt; it was read as plain text")
  }

  static func noXML(_ file: String) -> Self {
    Self(
      file: file, message: "the file is named as XML but has no element",
      mend: "name it after what it holds; it was left out")
  }

  static func ownEntity(_ name: String, _ file: String) -> Self {
    Self(
      file: file,
      message: "the file declares the entity &\(name.prefix(40));, which is not followed",
      mend: "write what it stands for in its place; the reference was read as it is written")
  }

  static func tooIntricatePage(_ file: String) -> Self {
    Self(
      file: file, message: "the page is nested too deep or too large to be read as one",
      mend: "mend its markup; it was read as text without its tags")
  }

  static func tooLargeXML(_ file: String, line: Int, byteCount: Int) -> Self {
    Self(
      file: file, line: line,
      message: "the XML has more than \(XMLReader.nodeLimit >> 20) million elements, texts and "
        + "attributes in its \(max(1, byteCount >> 20)) MB",
      mend: "split it into files of fewer documents; what stands before this line was read")
  }

  static func unknownEncoding(_ label: String, _ file: String) -> Self {
    Self(
      file: file, message: "the encoding '\(label.prefix(40))' is not known",
      mend: "convert the file to UTF-8; it was read as Windows-1252 or UTF-8, as it looked")
  }

  static func unknownXML(_ root: String, _ file: String) -> Self {
    Self(
      file: file, message: "no format has the root element <\(root.prefix(40))>",
      mend: "convert it to RSS, NITF or TEI; its text was read, an element a paragraph")
  }

  static func unpublished(_ status: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the post was not published: its status is '\(status)'",
      mend: "ask for those where status is missing to leave it out; it was read all the same")
  }
}
