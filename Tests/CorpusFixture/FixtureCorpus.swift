public import Annotation
public import CorpusStore
internal import Ingestion

/// Corpora for tests, put together without any annotator.
public enum FixtureCorpus {

  /// Puts documents together; entities of the same name are one.
  public static func assemble(_ documents: [AnnotatedDocument], name: String = "fixture") -> Corpus
  {
    var entities: [DocumentEntity] = []
    var numbers: [String: UInt32] = [:]
    let indices = documents.map { document in
      document.entities.map { entity -> UInt32 in
        if let number = numbers[entity.name] { return number }
        entities.append(entity)
        numbers[entity.name] = UInt32(entities.count - 1)
        return UInt32(entities.count - 1)
      }
    }
    return CorpusAssembler.assemble(
      documents, resolution: CorpusIdentity.Resolution(indices: indices, entities: entities),
      name: name)
  }

  /// Four short articles: a split quote, an indirect one, one without a speaker, an undated one.
  public static func small() -> Corpus { assemble([river(), harbour(), bridge(), letter()]) }

  private static let mayor = DocumentEntity(
    name: "Ada Morel", type: .person, aliases: ["Morel", "Mayor Morel"], roles: ["mayor"])
  private static let captain = DocumentEntity(
    name: "Björn Åkesson", type: .person, aliases: ["Åkesson"], roles: ["captain"])
  private static let town = DocumentEntity(name: "Lindholm", type: .place)

  private static func river() -> AnnotatedDocument {
    var document = DocumentSketch(
      "river", title: "The river rises", date: "2025-02-24", outlet: "Evening Post",
      authors: ["Ines Roth"])
    document.addParagraph(
      "“ The river will rise , ” Morel said . “ We are ready . ”",
      "Lindholm is ready , the captain said .")
    let morel = document.addEntity(mayor)
    let akesson = document.addEntity(captain)
    let place = document.addEntity(town)
    document.addMention(of: morel, at: 7..<8)
    document.addMention(of: place, at: 15..<16)
    document.addMention(of: akesson, at: 19..<21, form: .nominal)
    document.addQuote([1..<6, 11..<14], kind: .direct, confidence: 0.97) {
      $0.speaker = morel
      $0.cueLemma = "say"
      $0.cuePosition = .inside
      $0.topics = [Topic("Floods", reason: "named")]
    }
    document.addQuote([15..<18], kind: .indirect, confidence: 0.8) {
      $0.speaker = akesson
      $0.cueLemma = "say"
      $0.cuePosition = .after
      $0.topics = [Topic("Lindholm", reason: "named"), Topic("Floods", reason: "phrase")]
    }
    document.addTopic("Floods")
    return document.finished()
  }

  private static func harbour() -> AnnotatedDocument {
    var document = DocumentSketch(
      "harbour", title: "Harbour closed", date: "2025-03-10", outlet: "The Gull",
      authors: ["Ines Roth", "Tom Quist"])
    document.addParagraph("Åkesson denied that the harbour was closed .")
    document.addParagraph("“ The harbour is open , ” he said .")
    let akesson = document.addEntity(captain)
    document.addMention(of: akesson, at: 0..<1)
    document.addMention(of: akesson, at: 15..<16, form: .pronoun)
    document.addQuote([3..<7], kind: .indirect, confidence: 0.7) {
      $0.speaker = akesson
      $0.cueLemma = "deny"
      $0.cuePosition = .before
    }
    document.addQuote([9..<13], kind: .direct, confidence: 0.95) {
      $0.speaker = akesson
      $0.cueLemma = "say"
      $0.cuePosition = .after
      $0.topics = [Topic("Trade", reason: "phrase")]
    }
    document.addTopic("Trade")
    return document.finished()
  }

  private static func bridge() -> AnnotatedDocument {
    var document = DocumentSketch("bridge", date: "2025-02-26", outlet: "Evening Post")
    document.addParagraph("The bridge at Lindholm is closed .", "“ Stay away ” , a sign read .")
    let place = document.addEntity(town)
    document.addMention(of: place, at: 3..<4)
    document.addQuote([8..<10], kind: .direct, confidence: 0.6) { $0.isSpeech = false }
    return document.finished()
  }

  private static func letter() -> AnnotatedDocument {
    var document = DocumentSketch("letter", title: "A letter")
    document.addParagraph("Dear reader , the river will rise .")
    return document.finished()
  }
}
