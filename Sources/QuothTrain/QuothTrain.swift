internal import Annotation
internal import ArgumentParser

/// `quoth-train`: makes the model of the annotators from the data sets.
@main
struct QuothTrain: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth-train",
    abstract: "Train the model of the annotators.",
    discussion: """
      The same data give the same bytes. Sections of parts that are not trained are kept as they \
      stand in the output file.
      """)

  @Option(help: "The folder of the data sets.")
  var data = "../shared/data"

  @Option(help: "Train this part alone: syntax, names or quotes.")
  var only: Part?

  @Option(name: .shortAndLong, help: "The model to write.")
  var output = "Sources/CAnnotationModel/english.model"

  @Flag(help: "Train nothing, and tell how well the model in the output file does.")
  var score = false

  func run() throws {
    if score {
      let file = try ModelFile(ModelBytes(Files.read(output)))
      try Self.scoreSyntax(TrainingData(folder: data), file)
      let articles = try AttributedArticle.development(TrainingData(folder: data))
      let pipeline = AnnotationPipeline.standard([.quotes], model: file)
      return report("quotes:\n\(Reliability.of(articles, pipeline))")
    }
    var sections: [ModelSection] = []
    if Files.exists(output) {
      sections = try ModelFile(ModelBytes(Files.read(output))).sections.map { name, bytes in
        ModelSection(name, (0..<bytes.count).map { bytes[$0] })
      }
    }
    for part in only.map({ [$0] }) ?? Part.allCases {
      sections.removeAll { $0.name.hasPrefix(part.rawValue + ".") }
      sections += try part.train(TrainingData(folder: data), ModelFile(of: sections))
      sections.sort { $0.name < $1.name }
    }
    try Files.write(ModelFile.bytes(of: sections.map { ($0.name, $0.bytes) }), to: output)
    for section in sections { report("\(section.name): \(section.bytes.count) bytes") }
  }
}

/// A section of a model, named `part.what`.
struct ModelSection {

  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension ModelFile {

  /// The model of these sections.
  init(of sections: [ModelSection]) throws {
    try self.init(ModelBytes(ModelFile.bytes(of: sections.map { ($0.name, $0.bytes) })))
  }
}

/// What is trained at a time, in the order in which one builds on the other.
enum Part: String, CaseIterable, ExpressibleByArgument {
  case syntax, names, quotes

  /// Returns the part's sections; `model` holds those of the other parts.
  func train(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    switch self {
    case .syntax: try Self.trainSyntax(data, model)
    case .names: try Self.trainNames(data, model)
    case .quotes: try Self.trainQuotes(data, model)
    }
  }
}
