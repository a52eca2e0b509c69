import Annotation
import Testing

@Suite struct TopicTests {

  @Test(arguments: [
    ("Chinese firms grow.", ["China demonym"]),
    ("Beijing agreed.", ["Beijing named", "China capital"]),
    ("The Kremlin agreed.", ["Kremlin named", "Russia government"]),
    ("Kyiv and Ukraine agreed.", ["Kyiv named", "Ukraine capital"]),
    ("NATO agreed with Macron.", ["NATO named", "Emmanuel Macron named"]),
    ("It is raining.", []),
  ])
  func `a stretch is about what it names`(text: String, topics: [String]) {
    let document = AnnotatedText(text).document
    let found = Topics.of(tokens: 0..<document.tokens.count, in: document)
    #expect(found.map { "\($0.name) \($0.reason)" } == topics)
  }

  @Test func `a pronoun inside a range counts, and what stands outside does not`() {
    let document = AnnotatedText("Macron met Putin. He spoke of China.").document
    let found = Topics.of(tokens: 4..<document.tokens.count, in: document)
    #expect(
      found == [Topic("Emmanuel Macron", reason: "pronoun"), Topic("China", reason: "named")])
  }

  @Test func `a document is about its title, what it names often, and its tags`() {
    let text = AnnotatedText(
      "Russia spoke. Paris answered. Russia left.", tags: ["china", "trade"],
      title: "Macron Warns Everyone")
    #expect(
      text.document.topics == [
        Topic("Emmanuel Macron", reason: "title"), Topic("Russia", reason: "named"),
        Topic("China", reason: "tag"), Topic("trade", reason: "tag"),
      ])
  }

  @Test func `a text is from a field of life when several of its words tell so`() {
    let health = AnnotatedText(
      "The hospital took in forty patients with a fever. A doctor asked for vaccines, and the clinic "
        + "across the river closed its ward when two nurses fell ill with the virus.")
    #expect(health.document.topics.filter { $0.reason == "subject" }.map(\.name) == ["health"])
    let little = AnnotatedText("The doctor walked to the hospital and looked at the river.")
    #expect(little.document.topics.isEmpty)
  }
}
