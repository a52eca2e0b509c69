import Annotation
import Testing

@testable import Ingestion

/// Names of writers that stand in several columns of a table, or in several fields of an object.
@Suite struct WriterColumnsTests {

  private func read(_ text: String, _ name: String = "a.csv") -> [DocumentMetadata] {
    Ingestor.read(name: name, bytes: Array(text.utf8)).documents.map(\.metadata)
  }

  @Test(arguments: [
    "first_name,last_name", "author_first,author_last", "Vorname,Nachname", "prénom,nom",
    "authorGiven,authorFamily", "Author First Name,Author Last Name", "author_fname,author_lname",
    "forename,surname", "auteur_prénom,auteur_nom", "first_name_author,last_name_author",
    "author1_first,author1_last", "journalist_first_name,journalist_last_name",
  ])
  func `the name of a writer may stand in two columns`(columns: String) {
    let rows = "A,Ida,Lund,It sails.\nB,Jan,van der Berg,It stops.\nC,,,It waits.\n"
    let documents = read("title,\(columns),text\n" + rows)
    #expect(documents.map(\.authors) == [["Ida Lund"], ["Jan van der Berg"], []])
    #expect(documents.allSatisfy { $0.other.isEmpty })
  }

  @Test func `the columns may stand in any order, and be of several people`() {
    let documents = read(
      "author2_last,author1_last,author2_first,author1_first,author1_middle,text\n"
        + "Ashe,Lund,Ben,Ida,M.,It sails.\n,Quint,,Rosa,,It stops.\nAshe,,Ben,,,It waits.\n")
    #expect(
      documents.map(\.authors) == [["Ida M. Lund", "Ben Ashe"], ["Rosa Quint"], ["Ben Ashe"]])
  }

  @Test func `objects of JSON have such fields, too`() {
    let object = #"{"title": "A", "first_name": "Ida", "last_name": "Lund", "text": "It sails."}"#
    for (name, text) in [("a.jsonl", object + "\n"), ("a.json", "[\(object)]")] {
      #expect(read(text, name).map(\.authors) == [["Ida Lund"]])
    }
    let wrapped = #"{"data": {"author_first": "Ida", "author_last": "Lund", "text": "It sails."}}"#
    #expect(read(wrapped, "a.json").map(\.authors) == [["Ida Lund"]])
  }

  @Test func `one column alone is a writer only where it says so`() {
    #expect(read("author_last,text\nLund,It sails.\n").map(\.authors) == [["Lund"]])
    #expect(
      read("author_first,author_last,text\nHarbour Wire,,It sails.\n").map(\.authors)
        == [["Harbour Wire"]])
    let bare = read("last_name,text\nLund,It sails.\n")
    #expect(bare.map(\.authors) == [[]])
    #expect(bare.first?.other.map(\.key) == ["last_name"])
  }

  @Test(arguments: [
    "speaker", "party", "Partei", "politician_id", "constituency", "quote", "interviewee", "author",
  ])
  func `names beside somebody else are no writer's`(column: String) {
    // The cell is empty: it is the column that tells.
    let text = "title,\(column),first_name,last_name,text\nA,,Ida,Lund,It sails.\n"
    let documents = read(text)
    #expect(documents.map(\.authors) == [[]])
    #expect(documents.first?.other.map(\.key) == ["first_name", "last_name"])
    let own = read(text.replacing("first_name,last_name", with: "author_first,author_last"))
    #expect(own.map(\.authors) == [["Ida Lund"]])
  }

  @Test func `what names the author goes first, and columns that are no names stay`() {
    let named = read("author,author_first,author_last,text\nBen Ashe,Ida,Lund,It sails.\n")
    #expect(named.map(\.authors) == [["Ben Ashe"]])
    #expect(named.first?.other.map(\.key) == ["author_first", "author_last"])
    let other = read("title,first,last,text\nA,1,2,It sails.\n")
    #expect(other.first?.authors == [])
    #expect(other.first?.other.map(\.key) == ["first", "last"])
    #expect(read("author_name,text\nIda Lund,It sails.\n").map(\.authors) == [["Ida Lund"]])
  }

  @Test func `a column that the user names goes its own way`() {
    var options = ReadingOptions()
    options.fields = ["last_name": "section"]
    let text = "title,first_name,last_name,text\nA,Ida,Lund,It sails.\n"
    let document = Ingestor.read(name: "a.csv", bytes: Array(text.utf8), options: options)
      .documents.first
    #expect(document?.metadata.authors == [])
    #expect(document?.metadata.section == "Lund")
  }

  @Test func `the log tells what the columns are taken for`() {
    var options = ReadingOptions()
    let log = FieldLog()
    options.log = log
    let text = "title,first_name,last_name,text\nA,Ida,Lund,It sails.\n"
    _ = Ingestor.read(name: "a.csv", bytes: Array(text.utf8), options: options)
    let targets = log.entries.filter { $0.source.name.hasSuffix("_name") }.map(\.entry.targets)
    #expect(targets == [["author": 1], ["author": 1]])
  }

  @Test func `our own exports are read as they were written`() {
    let columns = "id,title,date,outlet,author,section,url,tags,language,first_name,last_name,text"
    let table = read("\(columns)\na,A,,,,,,,,Ida,Lund,It sails.\n")
    let line =
      #"{"id": "a", "first_name": "Ida", "last_name": "Lund", "normalized": true, "text": "It."}"#
    for document in table + read(line + "\n", "a.jsonl") {
      #expect(document.authors == [])
      #expect(document.other.map(\.key) == ["first_name", "last_name"])
    }
  }
}
