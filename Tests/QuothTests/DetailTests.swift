import Quoth
import Testing

/// What stands behind the rows of the latest result.
@Suite struct DetailTests {

  @Test func `there is nothing to show before a result, or of a row that is none`() throws {
    let asked = try Asked.press()
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 1) }
    _ = asked("quotes")
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 0) }
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 8) }
    _ = asked("quotes count by speaker")
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 1) }
  }

  @Test func `a row leads to its text, paragraph, reason and citation`() throws {
    let asked = try Asked.press()
    _ = asked("quotes")
    let row = try asked.session.detail(ofRow: 2)
    let renderer = DetailRenderer()
    #expect(renderer.show(row).contains("China pays its share"))
    #expect(renderer.show(row).contains("Ada Morel"))
    #expect(renderer.context(row).contains("will stand for a century"))
    #expect(renderer.why(row).contains("added") || renderer.why(row).contains("add"))
    let citation = renderer.cite(row)
    for part in ["bridge", "The Lamp", "fingerprint"] {
      #expect(citation.contains(part))
    }
  }

  @Test func `the latest result stays while statements without rows run`() throws {
    let asked = try Asked.press()
    _ = asked("quotes limit 1")
    _ = asked("let a = documents")
    _ = asked("quots")
    #expect(asked.session.latestResult?.rows.count == 1)
  }
}
