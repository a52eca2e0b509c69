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
    "Ida Lund con EFE", "Ida Lund | Reuters", "Ida Lund/dpa", "dpa/Ida Lund", "Ida Lund - AFP",
  ])
  func `an agency beside a writer is none`(line: String) {
    #expect(MetadataValue.text(line).people == ["Ida Lund"])
  }

  @Test(arguments: ["Reuters", "AFP", "dpa"])
  func `an agency alone stands for the writer`(name: String) {
    #expect(MetadataValue.text(name).people == [name])
  }

  @Test func `an agency beside a writer in a list is none`() {
    #expect(MetadataValue.list(["Ida Lund", "AFP"]).people == ["Ida Lund"])
    #expect(
      MetadataValue.list(["Efe", "Ida Lund", "Ben Ashe"]).people == ["Ida Lund", "Ben Ashe"])
    #expect(MetadataValue.list(["Ida Lund", "Political Editor"]).people == ["Ida Lund"])
    let staff = ["Ida Lund", "The Post Staff"]
    #expect(MetadataValue.list(staff).people == staff)
    #expect(MetadataValue.list(["AFP", "Reuters"]).people == ["AFP", "Reuters"])
  }

  @Test(arguments: [
    ("Ida Lund on March 3, 2025", ["Ida Lund"]), ("Ida Lund on March 3", ["Ida Lund"]),
    ("Ida Lund March 3, 2025 10:00 am", ["Ida Lund"]), ("Monday, 3 March 2025", []),
    ("Updated by Ida Lund on March 3, 2025", ["Ida Lund"]), ("Updated March 3, 2025", []),
    ("Last updated by Ida Lund", ["Ida Lund"]), ("@idalund", ["@idalund"]),
    ("Ida Lund @idalund", ["Ida Lund"]), ("By IDA LUND FOR MAILONLINE", ["Ida Lund"]),
    ("Ida Lund for The Daily Mail", ["Ida Lund"]),
    ("Ida Lund for The Daily Mail, Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("Ida Lund für die Hafenpost", ["Ida Lund"]), ("Ida Lund - BBC News", ["Ida Lund"]),
    ("Ida Lund – Oslo", ["Ida Lund"]), ("Ida Lund - Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("The Center for Old Ships", ["The Center for Old Ships"]),
    ("Ida Lund | Reporter", ["Ida Lund"]), ("Ida Lund\nPolitical Correspondent", ["Ida Lund"]),
    ("Staff", ["Staff"]), ("Political Correspondent", ["Political Correspondent"]),
    ("Jean-Luc Roux", ["Jean-Luc Roux"]),
    ("IDA LUND FOR MAILONLINE and BEN ASHE", ["Ida Lund", "Ben Ashe"]),
  ])
  func `days, papers and jobs beside a writer are no part of the name`(
    line: String, names: [String]
  ) {
    #expect(MetadataValue.text(line).people == names)
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
