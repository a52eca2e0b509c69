/// Lets quotes be about what their source says, where it does.
package struct GivenTopics: Annotator {

  /// The quotes, and what their words name.
  package static let requires: Set<Layer> = [.quotes, .topics]
  /// What quotes are about.
  package static let provides: Set<Layer> = [.topics]

  private let given: [GivenQuote]

  /// Creates the step; nil where no quote of the source tells what it is about.
  package init?(_ given: [GivenQuote]) {
    self.given = given.filter { $0.topics != nil }.sorted {
      Self.start(of: $0) < Self.start(of: $1)
    }
    if self.given.isEmpty { return nil }
  }

  private static func start(of quote: GivenQuote) -> UInt32 { quote.content.first?.start ?? 0 }

  /// Replaces the topics of quotes that begin where a given one does, marks around it left out.
  package func annotate(_ document: inout AnnotatedDocument) {
    var next = 0
    for (index, quote) in document.quotes.enumerated() {
      guard let start = quote.content.first?.start else { continue }
      while next + 1 < given.count, Self.start(of: given[next + 1]) <= start { next += 1 }
      guard let topics = given[next].topics, let own = given[next].content.first,
        own.start <= start, start < own.end
      else { continue }
      document.quotes[index].topics = topics.map { Topic($0, reason: "given by the source") }
    }
  }
}
