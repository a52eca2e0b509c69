import Foundation
import TestSupport
import Testing

/// The page that describes the house names what stands in it.
@Suite struct MapTests {

  @Test func `the map names every module and every folder of one`() throws {
    let map = try Repository.text(of: "ARCHITECTURE.md")
    let sources = Repository.root.appending(path: "Sources")
    let places = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: [.isDirectoryKey]))
    for case let url as URL in places {
      guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else { continue }
      if url.pathExtension == "docc" || url.lastPathComponent == "include" {
        places.skipDescendants()
        continue
      }
      #expect(map.contains("`\(url.lastPathComponent)`"), "\(url.path)")
    }
  }
}
