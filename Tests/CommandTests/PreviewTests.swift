import Testing

/// A folder with files of many kinds, some of which are broken, met twice or no texts.
@Suite struct PreviewTests {

  private func folder() throws -> Scratch {
    let folder = try Scratch()
    let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
    let page = "<!DOCTYPE html><html><body><p>\(long) and more.</p></body></html>"
    let files = [
      ("a.txt", long), ("b.md", "---\ntitle: B\n---\n" + long), ("c.txt", " \n"),
      ("d.csv", "Export\n\nid,date,text\nn,2025-03-04,It sails.\nn,2025-03-05,It stops.\n"),
      ("e.csv", page), ("f.json", "id,text\n1,It waits.\n"), ("g.json", "{\"text\": \"It s"),
      ("h.ann", "T1\tPerson 0 3\tAda\n"), ("i.txt", "Ada Lund spoke."),
      ("i.ann", "T1\tPerson 0 8\tAda Lund\n"), ("j.bin", "x"), ("k.txt", "%PDF-1.4\n1 0 obj\n"),
      ("l.jsonl", "{\"id\": \"l\", \"text\": \"\(long)\", \"quotes\": []}\n{\"text\": 1}\n{\n"),
      ("m.vrt", "<text id=\"n\">\nIt\tPRON\n"), ("o/i.txt", "Jon Roe spoke."),
    ]
    for (name, text) in files { try folder.write(text, to: "in/" + name) }
    try folder.write("{\"id\": \"l\", \"text\": \"Another.\"}\n", to: "more/p.jsonl")
    try folder.write(long + "\n", to: "more/q.txt")
    return folder
  }

  /// What a run tells of numbers, and its warnings.
  private func counts(_ run: Run, _ patterns: [Regex<(Substring, Substring)>]) -> [String] {
    patterns.map { run.text.firstMatch(of: $0).map { String($0.output.1) } ?? "0" }
      + run.errors.split(separator: "\n").map(String.init).filter { $0.contains(": warning: ") }
  }

  /// Files read and skipped, documents that repeat others, and those that were repaired.
  private func counts(dry run: Run) -> [String] {
    counts(
      run,
      [
        /would read ([0-9,]+) file/, /would skip ([0-9,]+) file/,
        /would list as copies ([0-9,]+) document/, /would repair ([0-9,]+) document/,
      ])
  }

  private func counts(_ run: Run) -> [String] {
    counts(
      run,
      [
        /([0-9,]+) files? read/, /([0-9,]+) skipped/, /([0-9,]+) duplicate/,
        /([0-9,]+) documents? repaired/,
      ])
  }

  @Test func `a dry run tells what a build does, also of what is added`() throws {
    let folder = try folder()
    let dry = try Quoth.run(["build", "--dry-run", "in"], in: folder)
    let build = try Quoth.run(["build", "in", "-o", "news"], in: folder)
    #expect(counts(dry: dry) == counts(build))
    #expect(dry.text.contains("\n7 documents\n") && build.text.contains("news: 7 documents"))
    let more = try Quoth.run(["build", "--dry-run", "--append", "more", "-o", "news"], in: folder)
    let added = try Quoth.run(["build", "--append", "more", "-o", "news"], in: folder)
    #expect(counts(dry: more) == counts(added))
    #expect(more.text.contains("\n1 document\n") && added.text.contains("news: 8 documents"))
  }
}
