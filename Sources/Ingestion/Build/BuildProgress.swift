/// How far the building of a corpus has come.
public struct BuildProgress: Hashable, Sendable {

  /// What is being done.
  public enum Stage: Hashable, Sendable, CaseIterable {
    /// Texts are read and annotated.
    case annotation
    /// Who is one with whom in all documents is told.
    case identity
    /// Documents are put into tables.
    case assembly
    /// The tables are sorted, and quotes that are alike found.
    case tables
    /// The tables are written.
    case writing
  }

  /// What is being done.
  public var stage: Stage
  /// The number of documents done in this stage.
  public var documents = 0
  /// The number of documents of this stage; nil as long as it is not known.
  public var documentTotal: Int?
  /// The number of bytes of files done.
  public var bytes = 0
  /// The number of bytes of all files.
  public var byteTotal = 0
  /// How many of the bytes were done by an earlier run that was stopped.
  public var keptBytes = 0

  /// Creates the progress of a stage that begins.
  public init(_ stage: Stage) { self.stage = stage }
}
