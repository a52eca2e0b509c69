import Foundation
import Quoth
import Testing

/// `.why` shows how a surname of one document was joined with a name of another.
@Suite struct IdentityReasonTests {

  @Test func `a bare surname names whom it was taken for`() throws {
    let shelf = try Shelf()
    try shelf.write(
      #"""
      {"id": "one", "text": "“We close at noon,” Tobias Varga told reporters."}
      {"id": "two", "text": "“The river is high,” Varga said."}

      """#, to: "press.jsonl")
    let asked = try shelf.ask()
    _ = asked("quotes")
    #expect(try asked.session.detail(ofRow: 2).speaker == "Tobias Varga")
    #expect(
      try asked.session.detail(ofRow: 2).reasons.contains(
        "Tobias Varga is the only Varga of the corpus"))
    #expect(try !asked.session.detail(ofRow: 1).reasons.contains { $0.contains("the only") })
  }
}
