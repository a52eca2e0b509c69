import Annotation
import Testing

@testable import Ingestion

/// Names of writers as by-lines of many languages and agencies have them.
@Suite struct AuthorNameTests {

  @Test(arguments: [
    ("Ida Lund/Ben Ashe", ["Ida Lund", "Ben Ashe"]), ("Ida Lund/AFP", ["Ida Lund"]),
    ("AFP/Ida Lund", ["Ida Lund"]), ("Ida Lund / J. Ashe", ["Ida Lund", "J. Ashe"]),
    ("N/A", []), ("https://example.org/Ida/Lund", []),
    ("Ida Lund ja Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("Teksti: Ida Lund ja Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("IDA LUND JA BEN ASHE", ["Ida Lund", "Ben Ashe"]),
    ("Nagy Anna és Kiss Péter", ["Nagy Anna", "Kiss Péter"]),
    ("Anna Berg oraz Jan Nowak", ["Anna Berg", "Jan Nowak"]),
    ("Ana Ionescu și Ion Popa", ["Ana Ionescu", "Ion Popa"]),
    ("Jan Novák a Petr Dvořák", ["Jan Novák", "Petr Dvořák"]),
    ("Jānis Bērzs un Anna Kalns", ["Jānis Bērzs", "Anna Kalns"]),
    ("Kim Jong Un", ["Kim Jong Un"]), ("KIM JONG UN", ["Kim Jong Un"]),
    ("Ida Lund, un journaliste", ["Ida Lund"]),
  ])
  func `“and” parts writers in many languages`(line: String, names: [String]) {
    #expect(MetadataValue.text(line).people == names)
  }

  @Test(arguments: [
    "Ida Lund avec AFP", "Ida Lund (avec AFP)", "Ida Lund with AP", "Ida Lund mit dpa",
    "Ida Lund et AFP", "Ida Lund, with agencies", "Ida Lund mit Agenturen", "Ida Lund AFP",
    "Ida Lund con EFE", "Ida Lund | Reuters",
  ])
  func `an agency beside a writer is none`(line: String) {
    #expect(MetadataValue.text(line).people == ["Ida Lund"])
  }

  @Test(arguments: ["Reuters", "AFP", "dpa"])
  func `an agency alone stands for the writer`(name: String) {
    #expect(MetadataValue.text(name).people == [name])
  }

  @Test(arguments: [
    ("Jan VAN DER BERG", "Jan van der Berg"), ("JAN VAN DER BERG", "Jan van der Berg"),
    ("VAN DER BERG, Jan", "Jan van der Berg"), ("Jean-Luc ROUX", "Jean-Luc Roux"),
    ("Charles DE GAULLE", "Charles de Gaulle"), ("VAN DER BERG", "Van der Berg"),
    ("J.R. SMITH", "J.R. Smith"), ("MARY E. SMITH", "Mary E. Smith"),
    ("JON ROE III", "Jon Roe III"),
    ("Ida Lund BBC", "Ida Lund BBC"), ("Jon Roe III", "Jon Roe III"),
  ])
  func `capitals are left out of names, and particles begin with small letters`(
    line: String, name: String
  ) {
    #expect(MetadataValue.text(line).people == [name])
  }

  @Test(arguments: [
    ("By Van Jones", "Van Jones"), ("Reporter: Ida Lund", "Ida Lund"),
    ("Story by Ida Lund", "Ida Lund"), ("Posted by: Ida Lund", "Ida Lund"),
    ("VON DER BERG, Anna", "Anna von der Berg"), ("Von der Berg", "Von der Berg"),
  ])
  func `what stands before a name is no part of it`(line: String, name: String) {
    #expect(MetadataValue.text(line).people == [name])
  }

  @Test(arguments: [
    ("By Ida Lund with AP", ["Ida Lund"]), ("By Ida Lund/Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("By JAN VAN DER BERG", ["Jan van der Berg"]), ("Reporter: Ida Lund", ["Ida Lund"]),
    ("By Ida Lund ja Ben Ashe", ["Ida Lund", "Ben Ashe"]), ("Story: The Ferry", []),
  ])
  func `the by-line of a plain text has such names, too`(line: String, names: [String]) throws {
    let text =
      "Harbour closes after storm\n\(line)\n\nThe harbour of Varn closes on Friday, the council said.\n"
    let document = try #require(
      Ingestor.read(name: "a.txt", bytes: Array(text.utf8)).documents.first)
    #expect(document.metadataWithHead.authors == names)
  }
}
