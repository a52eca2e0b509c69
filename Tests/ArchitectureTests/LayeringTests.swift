import Foundation
import Testing

/// What any module may import: the standard library and what it is made of.
private let standard: Set<String> = ["Swift", "Synchronization"]

/// What a module that reads files or talks to the terminal may import.
private let system: Set<String> = ["Glibc", "Darwin", "Musl"]

/// The modules, lowest first, with what each may import besides the standard library.
private let layers: KeyValuePairs<String, Set<String>> = [
  "Diagnostics": [],
  "CorpusStore": system,
  "Annotation": ["CAnnotationLexicon", "CAnnotationModel", "CMatrix"],
  "Ingestion": system.union([
    "Annotation", "CArchive", "CEncodingTables", "CExpat", "CGumbo", "CorpusStore", "CUnpacker",
    "CYAML", "FoundationEssentials",
  ]),
  "QuerySyntax": ["Diagnostics"],
  "QuerySemantics": ["CorpusStore", "Diagnostics", "QuerySyntax"],
  "QueryPlanning": ["CorpusStore", "QuerySemantics"],
  "QueryExecution": ["CorpusStore", "QueryPlanning", "QuerySemantics"],
  "Rendering": ["Diagnostics", "QueryExecution"],
  "Quoth": system.union([
    "Annotation", "CBuiltinCorpus", "CorpusStore", "Diagnostics", "Ingestion", "QueryExecution",
    "QueryPlanning", "QuerySemantics", "QuerySyntax", "Rendering",
  ]),
  "Shell": system.union(["CLineEditor", "Quoth"]),
  "QuothTrain": system.union(["Annotation", "ArgumentParser"]),
  "QuothCommand": system.union(["ArgumentParser", "CAllocator", "Quoth", "Shell"]),
]

@Suite struct LayeringTests {

  @Test(arguments: layers.map(\.key))
  func `a module imports only what its layer allows`(module: String) throws {
    let allowed = try #require(layers.first { $0.key == module }).value.union(standard)
    for file in SourceFiles.find(in: "Sources/\(module)") {
      for name in try importedModules(of: file) where !allowed.contains(name) {
        Issue.record("\(file.lastPathComponent) imports \(name), which \(module) may not know")
      }
    }
  }

  @Test func `every module of Swift code has its layer`() throws {
    let folders = Set(
      SourceFiles.find(in: "Sources").map { file in
        file.path.dropFirst(SourceFiles.root.appending(path: "Sources/").path.count)
          .drop { $0 == "/" }.prefix { $0 != "/" }
      }.map(String.init))
    #expect(folders == Set(layers.map(\.key)))
  }

  @Test func `full Foundation is imported nowhere`() throws {
    for file in SourceFiles.find(in: "Sources") {
      #expect(try !importedModules(of: file).contains("Foundation"), "\(file.lastPathComponent)")
    }
  }
}

/// Returns the modules that a file imports.
private func importedModules(of file: URL) throws -> [String] {
  try SourceFiles.lines(of: file).compactMap { line in
    let words = line.split(separator: " ")
    guard let i = words.firstIndex(of: "import"), i <= 2, i + 1 < words.count,
      words[..<i].allSatisfy({
        ["public", "package", "internal", "private"].contains($0) || $0.hasPrefix("@")
      })
    else { return nil }
    return String(words[i + 1])
  }
}
