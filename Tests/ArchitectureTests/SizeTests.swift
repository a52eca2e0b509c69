import Foundation
import Testing

@Suite struct SizeTests {

  @Test(arguments: ["Sources", "Tests"])
  func `a file stays within 400 lines`(folder: String) throws {
    for file in SourceFiles.find(in: folder) {
      let count = try SourceFiles.lines(of: file).count
      #expect(count <= 400, "\(file.lastPathComponent) has \(count) lines")
    }
  }

  @Test func `a function stays within 50 lines`() throws {
    for file in SourceFiles.find(in: "Sources") {
      for function in functions(in: try SourceFiles.lines(of: file)) {
        #expect(function.length <= 50, "\(file.lastPathComponent): \(function.name)")
      }
    }
  }

  @Test func `no source holds what input could make crash`() throws {
    let words = ["try!", "as!", "fatalError(", "preconditionFailure("]
    for file in SourceFiles.find(in: "Sources") {
      for (number, line) in try SourceFiles.lines(of: file).enumerated() {
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        for word in words where line.contains(word) {
          Issue.record("\(file.lastPathComponent):\(number + 1) has \(word)")
        }
      }
    }
  }
}

/// Returns the functions of a file, with their lengths by the indentation of the closing brace.
private func functions(in lines: [String]) -> [(name: String, length: Int)] {
  var found: [(name: String, length: Int)] = []
  for (start, line) in lines.enumerated() where isFunction(line) {
    let indent = line.prefix { $0 == " " }
    // What a protocol asks for has no body, and ends with the paragraph.
    let paragraph = lines[start...].prefix { !$0.isEmpty }
    guard paragraph.contains(where: { $0.contains("{") }),
      let end = lines[start...].firstIndex(where: { $0 == indent + "}" })
    else { continue }
    let name = line.drop { $0 == " " }
    found.append((String(name), end - start + 1))
  }
  return found
}

private func isFunction(_ line: String) -> Bool {
  let words = line.split(separator: " ")
  guard let first = words.first, !first.hasPrefix("//") else { return false }
  return words.contains("func") || words.contains { $0.hasPrefix("init(") }
}
