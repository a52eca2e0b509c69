internal import Annotation

/// The names of documents, of which no two are alike.
struct DocumentNames {

  private var taken: Set<String>

  /// Creates a list of names that are given away already.
  init(_ taken: Set<String> = []) { self.taken = taken }

  /// Returns the id of a document, or where another has it the path, or that with a number.
  mutating func unused(_ metadata: DocumentMetadata) -> String {
    if taken.insert(metadata.id).inserted { return metadata.id }
    if taken.insert(metadata.origin).inserted { return metadata.origin }
    var number = 2
    while !taken.insert("\(metadata.origin) (\(number))").inserted { number += 1 }
    return "\(metadata.origin) (\(number))"
  }

  /// Gives a name back that its document needs no more.
  mutating func release(_ name: String) { taken.remove(name) }
}

extension DocumentMetadata {

  /// Whether the source gives the id, as against what a file and a place in it are called, or the text
  /// beside an annotation.
  var isNamedBySource: Bool { !origin.hasSuffix(id) && !id.hasSuffix(".txt") }

  /// The line of the document in a file, where its origin tells it; else its whole origin.
  func place(in file: String) -> (line: Int?, file: String) {
    guard origin.hasPrefix(file + ":"), let line = Int(origin.dropFirst(file.count + 1)) else {
      return (nil, origin)
    }
    return (line, file)
  }
}
