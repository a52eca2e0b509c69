import Diagnostics
import QuerySyntax
import Testing

@Suite struct FormatterTests {

  @Test(arguments: [
    ("QUOTES  where speaker=Macron", "quotes where speaker = Macron\n"),
    ("quotes limit 5", "quotes | limit 5\n"), ("", ""), ("-- only this", "-- only this\n"),
    ("quotes by  Macron where “wealth tax”", "quotes by Macron where \"wealth tax\"\n"),
    ("quotes;documents", "quotes;\ndocuments\n"),
    ("quotes\n\n\n\ndocuments;", "quotes\n\ndocuments\n"),
    (
      "quotes where (a = b and (c = d)) or not (e = f)",
      "quotes where a = b and c = d or not e = f\n"
    ),
    ("quotes where a = b and (c = d or e = f)", "quotes where a = b and (c = d or e = f)\n"),
    (
      "quotes where a in 3..5 and b = 2025-01..2025-02",
      "quotes where a between 3 and 5 and b between 2025-01 and 2025-02\n"
    ),
    ("quotes -- why\nwhere a = b", "quotes  -- why\n  where a = b\n"),
    ("quotes; -- why\ndocuments", "quotes;  -- why\ndocuments\n"),
    ("describe organisations", "describe organizations\n"),
    ("tokens kwic 5 | order by left 1 desc", "tokens | kwic 5 order by left 1 desc\n"),
    ("quotes select a, b as \"two words\",", "quotes | select a, b as \"two words\"\n"),
  ])
  func `a script is laid out`(text: String, wanted: String) {
    #expect(Formatter.format(text) == wanted)
    #expect(Formatter.format(wanted) == wanted)
  }

  @Test func `a long query has a line a step, and a long condition a line a clause`() {
    let text =
      "explain quotes by Macron where topic = China and outlet = Reuters and kind = direct"
      + " and words > 10 and confidence >= 0.9 order by date desc, outlet limit 10"
    #expect(
      Formatter.format(text) == """
        explain quotes by Macron
          where topic = China
            and outlet = Reuters
            and kind = direct
            and words > 10
            and confidence >= 0.9
          | order by date desc, outlet
          | limit 10

        """)
  }

  @Test func `comments stay where they stood`() {
    let text = """
      #!/usr/bin/env -S quoth -f
      -- about China

      quotes  -- all
        -- only his
        where speaker = Macron
        | order by date  -- newest last
      -- done

      """
    #expect(Formatter.format(text) == text)
  }

  @Test func `a long comparison is broken between its sides`() {
    let text = """
      compare (tokens where pos = ADJ and before/0 [pos = "NOUN"] and within quotes)
        with (tokens where pos = ADJ and before/0 [pos = "NOUN"] and outside quotes) on words
        | limit 10

      """
    #expect(Formatter.format(text) == text)
  }

  @Test func `a script with mistakes is left alone`() {
    #expect(Formatter.format("quotes were a = b") == nil)
  }
}

@Suite struct OutlineTests {

  @Test func `a tree prints as an outline`() {
    let text = "let x = quotes by Macron where not topic = Keir Starmer and words > 3 | limit 5"
    #expect(
      Parser.parse(text).script.outline == """
        let x
          rows quotes
          ladder
            by word Macron
          where
            and
              not
                topic = word Keir Starmer
              words > number 3
          limit 5

        """)
  }
}

@Suite struct ClassificationTests {

  @Test func `each piece of a query has its role`() {
    let text = "quotes where speaker = Keir Starmer and date > 2025-02 -- so\n| limit $n x"
    let found = Parser.classify(text).map { piece in
      let bytes = Array(text.utf8)[piece.range.start..<piece.range.end]
      return "\(String(decoding: bytes, as: UTF8.self)):\(piece.role)"
    }
    #expect(
      found == [
        "quotes:rowKind", "where:keyword", "speaker:attribute", "=:mark", "Keir:value",
        "Starmer:value", "and:keyword", "date:attribute", ">:mark", "2025-02:date", "-- so:comment",
        "|:mark", "limit:keyword", "$n:parameter", "x:error",
      ])
  }
}
