import CorpusStore
import Foundation
import Synchronization
import Testing

@testable import Quoth

/// The first check of an image is told where it takes long, and only there.
@Suite struct LongCheckTests {

  private final class Told: Sendable {
    let count = Atomic(0)
    func tell() { count.add(1, ordering: .relaxed) }
  }

  @Test(arguments: [(0, 1), (3_600_000_000, 0)])
  func `a check that outlasts the patience is told once`(patience: UInt32, count: Int) throws {
    let path = FileManager.default.temporaryDirectory.path + "/quoth-check-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try CorpusImage.write(OpenedCorpus.builtin().corpus, to: path)
    let told = Told()
    let check = LongCheck(CheckedImageList(path: path + ".list"), patience: patience) {
      told.tell()
    }
    _ = try CorpusImage.open(path, checked: check, always: 0)
    check.end()
    #expect(told.count.load(ordering: .relaxed) == count)
    try? FileManager.default.removeItem(atPath: path + ".list")
  }
}
