public import Ingestion
internal import Rendering

/// How far a build is, in one line.
public enum ProgressLine {

  private static let barWidth = 20

  /// Returns the line.
  ///
  /// - Parameters:
  ///   - progress: How far the build is.
  ///   - seconds: How long its stage has taken.
  ///   - columns: The width of the terminal on which the line is drawn anew each time; nil for lines
  ///     one below the other, which have no bar.
  /// - Returns: The line without an end, no wider than the terminal.
  public static func text(
    _ progress: BuildProgress, seconds: Double, columns: Int? = nil
  ) -> String {
    var parts = [name(of: progress.stage)]
    if columns != nil, let share = share(of: progress) { parts.append(bar(share)) }
    parts += counts(progress)
    if progress.stage == .annotation { parts += speed(progress, seconds) }
    guard let columns else { return parts.joined(separator: ", ") }
    // The bar and the time that is left are what is looked at.
    for place in [0, 1, 1, 1] where parts.count > 1 {
      if parts.joined(separator: "  ").count >= columns {
        parts.remove(at: min(place, parts.count - 1))
      }
    }
    return String(parts.joined(separator: "  ").prefix(max(0, columns - 1)))
  }

  private static func name(of stage: BuildProgress.Stage) -> String {
    switch stage {
    case .annotation: "annotating"
    case .identity: "joining names"
    case .assembly: "indexing"
    case .tables: "sorting tables and finding families"
    case .writing: "writing"
    }
  }

  /// The share that is done, 0 to 1; nil where it is not known.
  private static func share(of progress: BuildProgress) -> Double? {
    let (done, total) =
      progress.stage == .annotation
      ? (progress.bytes, progress.byteTotal)
      : (progress.documents, progress.documentTotal ?? 0)
    return total > 0 ? min(1, Double(done) / Double(total)) : nil
  }

  private static func bar(_ share: Double) -> String {
    let full = Int(share * Double(barWidth))
    return String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
      + " \(Int(share * 100)) %"
  }

  private static func counts(_ progress: BuildProgress) -> [String] {
    if progress.stage == .tables || progress.stage == .writing { return [] }
    guard let total = progress.documentTotal else {
      let documents = Plural.counted(progress.documents, "documents")
      // Of what comes through a pipe nobody knows how much it will be.
      if progress.byteTotal == 0 { return [documents] }
      return [
        documents, "\(megabytes(progress.bytes)) of \(megabytes(progress.byteTotal)) MB",
      ]
    }
    return ["\(Numerals.grouped(progress.documents)) of \(Plural.counted(total, "documents"))"]
  }

  private static func megabytes(_ bytes: Int) -> String {
    Numerals.fixed(Double(bytes) / 1_000_000, digits: 1)
  }

  /// The bytes a second and the time that is left, from what this run has done itself.
  private static func speed(_ progress: BuildProgress, _ seconds: Double) -> [String] {
    let done = Double(progress.bytes - progress.keptBytes)
    guard done > 0, seconds >= 1 else { return [] }
    let left = Double(max(0, progress.byteTotal - progress.bytes)) * seconds / done
    return [
      "\(Numerals.fixed(done / seconds / 1_000_000, digits: 2)) MB/s", "\(duration(left)) left",
    ]
  }

  /// A time as people say it: `2 h 5 min`, `3 min 20 s`, `8 s`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds), 1e9).rounded(.up))
    if whole >= 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
    return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
  }
}
