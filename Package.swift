// swift-tools-version: 6.3
import PackageDescription

/// Settings of every Swift target.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of the one module that lends out its storage as spans.
let lendingSettings = settings + [.enableExperimentalFeature("Lifetimes")]

/// The name by which pkg-config knows a C library; nil on Linux.
///
/// Homebrew keeps libraries where only pkg-config knows. On Linux they lie where the linker looks
/// anyhow, and a path named here would go before the archives that `make install` links.
func pkgConfig(_ name: String) -> String? {
  #if os(macOS)
    name
  #else
    nil
  #endif
}

/// Targets that libFuzzer drives; they have no `main` of their own, so that nothing else links them.
let fuzzTargets: [Target] =
  Context.environment["FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "FuzzParser", dependencies: ["Diagnostics", "QuerySyntax"], path: "Tests/Fuzz/Parser",
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzSession", dependencies: ["Diagnostics", "QuerySyntax", "Quoth"],
      path: "Tests/Fuzz/Session",
      swiftSettings: settings),
    .target(
      name: "FuzzReader", dependencies: ["Annotation", "Ingestion"],
      path: "Tests/Fuzz/Reader/Reading", swiftSettings: settings),
  ]
    + ["HTML", "XML", "CSV", "JSON", "Treebank", "Archive", "Named"].map { format in
      .executableTarget(
        name: "Fuzz\(format)", dependencies: ["FuzzReader"], path: "Tests/Fuzz/Reader/\(format)",
        swiftSettings: settings)
    }

/// What measures speed; it reads large corpora, and nobody needs it to use or to change the program.
let benchmarkTargets: [Target] =
  Context.environment["BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Annotation", "CAllocator", "CorpusStore", "Quoth", "TestSupport"],
      path: "Tests/Benchmarks",
      exclude: [
        "README.md", "counting.sh", "growth.sh", "instructions.sh", "instructions.txt", "run.sh",
      ],
      swiftSettings: settings)
  ]

let package = Package(
  name: "quoth",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "quoth", targets: ["QuothCommand"]),
    .library(name: "Quoth", targets: ["Quoth"]),
    .executable(name: "quoth-train", targets: ["QuothTrain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // One section a layer, lowest first. A target depends only on targets above it.
    // ArchitectureTests holds every `import` to this list.

    // MARK: Values that both paths share
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "CorpusStore", swiftSettings: lendingSettings),

    // MARK: The path of a document
    .target(
      name: "CAnnotationLexicon", exclude: ["lexicon.txt", "gazetteer.txt", "subjects.txt"]),
    .target(name: "CAnnotationModel", exclude: ["MODEL.md", "english.model"]),
    .target(name: "CMatrix"),
    .target(
      name: "Annotation", dependencies: ["CAnnotationLexicon", "CAnnotationModel", "CMatrix"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CArchive", pkgConfig: pkgConfig("libarchive"),
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .target(name: "CEncodingTables", exclude: ["encodings.tables"]),
    .systemLibrary(
      name: "CExpat", pkgConfig: pkgConfig("expat"),
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: pkgConfig("gumbo"),
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: pkgConfig("yaml-0.1"),
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "CUnpacker",
      linkerSettings: [
        .linkedLibrary("z"), .linkedLibrary("bz2"),
        .linkedLibrary("lzma", .when(platforms: [.linux])),
        .linkedLibrary("zstd", .when(platforms: [.linux])),
      ]),
    .target(
      name: "Ingestion",
      dependencies: [
        "Annotation", "CArchive", "CEncodingTables", "CExpat", "CGumbo", "CorpusStore",
        "CUnpacker", "CYAML",
      ],
      swiftSettings: settings),

    // MARK: The path of a query
    .target(name: "QuerySyntax", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(
      name: "QuerySemantics", dependencies: ["CorpusStore", "Diagnostics", "QuerySyntax"],
      swiftSettings: settings),
    .target(
      name: "QueryPlanning", dependencies: ["CorpusStore", "QuerySemantics"],
      swiftSettings: settings),
    .target(
      name: "QueryExecution", dependencies: ["CorpusStore", "QueryPlanning", "QuerySemantics"],
      swiftSettings: settings),
    .target(
      name: "Rendering", dependencies: ["Diagnostics", "QueryExecution"],
      swiftSettings: settings),

    // MARK: The library
    .target(name: "CBuiltinCorpus", exclude: ["builtin.quoth-corpus"]),
    .target(
      name: "Quoth",
      dependencies: [
        "Annotation", "CBuiltinCorpus", "CorpusStore", "Diagnostics", "Ingestion",
        "QueryExecution", "QueryPlanning", "QuerySemantics", "QuerySyntax", "Rendering",
      ],
      swiftSettings: settings),

    // MARK: The program
    .target(name: "CAllocator"),
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "Shell", dependencies: ["CLineEditor", "Quoth"], swiftSettings: settings),
    .executableTarget(
      name: "QuothCommand",
      dependencies: [
        "CAllocator", "Quoth", "Shell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // MARK: The training of the annotators, of which the program knows nothing
    .executableTarget(
      name: "QuothTrain",
      dependencies: [
        "Annotation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // MARK: Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util", .when(platforms: [.linux]))]),
    .target(
      name: "CorpusFixture",
      dependencies: ["Annotation", "CorpusStore", "Ingestion", "TestSupport"],
      path: "Tests/CorpusFixture", swiftSettings: settings),
    .testTarget(
      name: "AnnotationTests", dependencies: ["Annotation", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["QuothCommand", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CorpusStoreTests", dependencies: ["CorpusFixture", "CorpusStore", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["CorpusStore", "QuerySemantics", "QuerySyntax", "Quoth", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GrammarTests", dependencies: ["Diagnostics", "QuerySyntax", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Annotation", "CArchive", "CorpusFixture", "CorpusStore", "Ingestion", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "QueryExecutionTests",
      dependencies: [
        "Annotation", "CorpusFixture", "CorpusStore", "Diagnostics", "QueryExecution",
        "QueryPlanning", "QuerySemantics", "QuerySyntax", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "QuerySemanticsTests",
      dependencies: ["CorpusStore", "Diagnostics", "QuerySemantics", "QuerySyntax", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "QuerySyntaxTests", dependencies: ["Diagnostics", "QuerySyntax", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "QuothTests",
      dependencies: ["Annotation", "CorpusStore", "Ingestion", "Quoth", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "QuothTrainTests", dependencies: ["Annotation", "QuothTrain"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["CorpusStore", "QueryExecution", "Rendering", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ShellTests", dependencies: ["Shell", "TestSupport"], swiftSettings: settings),
    .executableTarget(
      name: "LineEditorFixture", dependencies: ["Shell"], path: "Tests/LineEditorFixture",
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["CPseudoTerminal", "Shell", "TestSupport"],
      swiftSettings: settings),
  ] + fuzzTargets + benchmarkTargets,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
