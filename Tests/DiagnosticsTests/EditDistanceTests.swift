import Diagnostics
import Testing

@Suite struct EditDistanceTests {

  @Test(arguments: [
    ("where", "where", 0), ("were", "where", 1), ("hwere", "where", 1), ("limt", "limit", 1),
    ("", "top", 3), ("Élysée", "Elysee", 2),
  ])
  func `a change of one letter costs one`(a: String, b: String, distance: Int) {
    #expect(EditDistance.between(a, b) == distance)
    #expect(EditDistance.between(b, a) == distance)
  }

  @Test func `a distance above the limit is none`() {
    #expect(EditDistance.between("kwic", "where", limit: 2) == nil)
  }

  @Test func `the nearest words come first, the others in the order given`() {
    let found = EditDistance.nearest(
      to: "speeker", among: ["spender", "speaker", "seeker", "kind"])
    #expect(found == ["speaker", "seeker", "spender"])
    #expect(EditDistance.nearest(to: "QOUTES", among: ["quotes"]) == ["quotes"])
  }

  @Test func `where none is near, those that go on with the word are offered`() {
    let names = ["speaker", "cue", "speech"]
    #expect(EditDistance.nearest(to: "Spe", among: names) == ["speaker", "speech"])
    #expect(EditDistance.nearest(to: "sp", among: names).isEmpty)
  }
}
