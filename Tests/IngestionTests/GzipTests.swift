import Testing

@testable import Ingestion

/// What gzip says of its content is held against it.
@Suite struct GzipTests {

  private static let text = (1...40).map { "Line \($0) of the harbour’s log: \($0 * 7_919 % 101)." }
    .joined(separator: "\n")

  private static let altered =
    "it is damaged or cut off: the checksum of gzip is that of another content"
  private static func junk(_ packing: String = "gzip") -> String {
    "something that is not \(packing) stands behind the end of what is packed"
  }

  private func read(_ bytes: [UInt8], _ name: String) throws -> (
    texts: [String], messages: [String]
  ) {
    let folder = try TemporaryFolder()
    let (documents, report) = Ingestor.read([try folder.write(name, bytes)])
    let messages = report.warnings.map(\.description) + report.errors.map(\.description)
    return (
      documents.map(\.text.text), messages.map { String($0.dropFirst(folder.path.count + 1)) }
    )
  }

  @Test(arguments: [Packing.gzip, .tarGzip])
  func `a bit that is another is told, wherever it stands in what is packed`(
    packing: Packing
  ) throws {
    let whole = packing.pack([.init("a.txt", Self.text)])
    let name = packing == .gzip ? "a.txt.gz" : "a.tar.gz"
    #expect(try read(whole, name).messages.isEmpty)
    // Behind the header, of which nobody needs more than the first bytes.
    for bit in stride(from: 10 * 8, to: whole.count * 8, by: 7) {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      let (texts, messages) = try read(bytes, name)
      // Some bits that fill up a byte mean nothing.
      #expect(!messages.isEmpty || texts == [Self.text], "bit \(bit)")
    }
  }

  @Test func `a wrong checksum is one message, and what was unpacked is read`() throws {
    for (packing, name) in [(Packing.gzip, "a.txt.gz"), (.tarGzip, "a.tgz")] {
      let whole = packing.pack([.init("a.txt", Self.text)])
      for place in [whole.count - 8, whole.count - 1] {
        var bytes = whole
        bytes[place] ^= 1
        let (texts, messages) = try read(bytes, name)
        #expect(texts == [Self.text])
        #expect(messages == ["\(name): \(Self.altered)"])
      }
    }
  }

  @Test func `streams behind one another are one, each with its checksum`() throws {
    let parts = ["One.\n", "Two.\n", "Three.\n"].map {
      Packing.gzip.pack([.init("x", $0)])
    }
    let whole = parts.flatMap { $0 }
    #expect(try read(whole, "a.txt.gz") == (["One.\nTwo.\nThree.\n"], []))
    var bytes = whole
    bytes[parts[0].count + parts[1].count - 8] ^= 1
    let (texts, messages) = try read(bytes, "a.txt.gz")
    #expect(texts == ["One.\nTwo.\n"] && messages == ["a.txt.gz: \(Self.altered)"])
    let cut = try read(whole.dropLast(), "a.txt.gz")
    #expect(cut.texts == ["One.\nTwo.\nThree.\n"])
    #expect(cut.messages == ["a.txt.gz: it is damaged or cut off: truncated gzip input"])
  }

  @Test(arguments: [Packing.bzip2, .xz, .zstd])
  func `what stands behind the end is told of each packing`(packing: Packing) throws {
    let name = "a.txt.\(packing.ending)"
    let whole = packing.pack([.init("x", "One.\n")])
    let filled = whole + [UInt8](repeating: 0, count: 100_000)
    for blanks in [filled, whole + Array("\n".utf8), filled + Array(" \r\n".utf8)] {
      #expect(try read(blanks, name) == (["One.\n"], []))
      #expect(try read(blanks + whole, name) == (["One.\nOne.\n"], []))
      for junk in ["x", "and more", "B", "\u{1F}x"] {
        let (texts, messages) = try read(blanks + junk.utf8, name)
        #expect(texts == ["One.\n"] && messages.count == 1)
        if junk != "B" { #expect(messages == ["\(name): \(Self.junk("\(packing)"))"]) }
      }
    }
  }

  @Test func `what stands behind the end is told, but for NUL bytes and blanks`() throws {
    for (packing, name) in [(Packing.gzip, "a.txt.gz"), (.tarGzip, "a.tgz")] {
      let whole = packing.pack([.init("a.txt", "One.")])
      let filled = whole + [UInt8](repeating: 0, count: 100_000)
      #expect(try read(filled, name) == (["One."], []))
      #expect(try read(whole + [0x0A], name) == (["One."], []))
      for junk in ["x", "and more", "\u{1F}x"] {
        #expect(try read(whole + junk.utf8, name) == (["One."], ["\(name): \(Self.junk())"]))
        #expect(try read(filled + junk.utf8, name) == (["One."], ["\(name): \(Self.junk())"]))
      }
    }
  }

  @Test func `gzip in other packings, and other packings in gzip, are read`() throws {
    let inner = Packing.gzip.pack([.init("x", "One.")])
    var broken = inner
    broken[broken.count - 8] ^= 1
    for packing in [Packing.gzip, .bzip2, .xz, .zstd] {
      let name = "a.txt.gz.\(packing.ending)"
      #expect(try read(packing.pack([.init("x", inner)]), name) == (["One."], []))
      let (texts, messages) = try read(packing.pack([.init("x", broken)]), name)
      #expect(texts == ["One."] && messages == ["\(name): \(Self.altered)"], "\(packing)")
      let outer = Packing.gzip.pack([.init("x", packing.pack([.init("x", "One.")]))])
      #expect(try read(outer, "a.txt.\(packing.ending).gz") == (["One."], []), "\(packing)")
    }
    for packing in [Packing.zip, .tar, .tarGzip] {
      let outer = Packing.gzip.pack([.init("x", packing.pack([.init("a.txt", "One.")]))])
      #expect(try read(outer, "a.\(packing.ending).gz") == (["One."], []), "\(packing)")
    }
  }

  @Test func `what is packed behind the end of a tar is not unpacked without end`() throws {
    let tar = Packing.tar.pack([.init("a.txt", "One.")])
    let blank = [UInt8](repeating: 0, count: 160 << 20)
    let (texts, messages) = try read(Packing.gzip.pack([.init("x", tar + blank)]), "a.tar.gz")
    #expect(texts == ["One."])
    #expect(messages.count == 1 && messages[0].contains("more than 250 times its size"))
  }
}
