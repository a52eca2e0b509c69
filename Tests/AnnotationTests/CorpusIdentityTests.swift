import Annotation
import Testing

@Suite struct CorpusIdentityTests {

  private func entity(_ name: String, known: String? = nil, roles: [String] = []) -> DocumentEntity
  {
    DocumentEntity(name: name, type: .person, aliases: [name], roles: roles, known: known)
  }

  private func resolve(_ documents: [[DocumentEntity]]) -> CorpusIdentity.Resolution {
    var identity = CorpusIdentity()
    return identity.resolve(documents)
  }

  @Test func `one full name is one person, with the roles of all documents`() {
    let found = resolve([
      [entity("Ada Ode", roles: ["mayor"])],
      [entity("Bob Ito"), entity("Ada Ode", roles: ["judge"])],
    ])
    #expect(found.indices == [[0], [1, 0]])
    #expect(found.entities[0].roles == ["mayor", "judge"])
  }

  @Test(arguments: [
    (["Jon Ode Jr.", "Jon Ode Sr."], ["Jon Ode Jr.", "Jon Ode Sr."]),
    (["Jon Ode Jr.", "Jon Ode"], ["Jon Ode"]),
    (["Jon Ode Jr.", "Jon Ode", "Jon Ode Sr."], ["Jon Ode Jr.", "Jon Ode", "Jon Ode Sr."]),
    (["Donald Trump Jr.", "Donald Trump"], ["Donald Trump Jr.", "Donald Trump"]),
  ])
  func `fathers and sons of different documents stay apart`(written: [String], names: [String]) {
    let documents = written.map { AnnotatedText("Then \($0) laughed.").document.entities }
    #expect(resolve(documents).entities.map(\.name) == names)
  }

  @Test func `one key of the gazetteer is one entity`() {
    let found = resolve([[entity("Z. Ode", known: "Ode")], [entity("Zoe Ode", known: "Ode")]])
    #expect(found.indices == [[0], [0]])
  }

  @Test func `a bare surname joins the only one who bears it, in any order`() {
    for documents in [
      [[entity("Ode")], [entity("Ada Ode")]], [[entity("Ada Ode")], [entity("Ode")]],
    ] {
      let found = resolve(documents)
      #expect(found.indices == [[0], [0]])
      #expect(found.entities.map(\.name) == ["Ada Ode"])
      #expect(
        found.reasons.joined().compactMap(\.self) == ["Ada Ode is the only Ode of the corpus"])
    }
  }

  @Test func `a bare surname of two people stays apart`() {
    let found = resolve([[entity("Ada Ode")], [entity("Bob Ode")], [entity("Ode")]])
    #expect(found.indices == [[0], [1], [2]])
  }

  @Test func `a person and a place of one name stay apart`() {
    let place = DocumentEntity(name: "Ode", type: .place)
    #expect(resolve([[place], [entity("Ode")]]).indices == [[0], [1]])
  }
}
