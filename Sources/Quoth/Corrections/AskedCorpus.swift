internal import CorpusStore
internal import Rendering

/// A corpus as a session asks it: with the corrections that are kept beside it.
struct AskedCorpus: Sendable {

  /// The corpus as it was read.
  let opened: OpenedCorpus

  /// The file of its corrections; nil where corrections are off, or there is no place for it.
  let file: CorrectionFile?

  /// The corrections.
  private(set) var ledger: CorrectionLedger

  /// What the corrections are laid over: the corpus as it was read, and once some entity may become
  /// the speaker of a quote that was none, with a code for each.
  private var base: Corpus

  /// What could not be read of the file, one line each.
  private(set) var warnings: [String] = []

  /// Creates a corpus to ask; with `usesCorrections` those beside it are applied.
  init(_ opened: OpenedCorpus, usesCorrections: Bool) {
    self.opened = opened
    file = usesCorrections ? opened.correctionFile : nil
    base = opened.corpus
    ledger = CorrectionLedger(of: opened.corpus)
    reload()
  }

  /// The corpus that is asked.
  var corpus: Corpus { ledger.corpus }

  /// Reads the file again, so that entries of other sessions count from now on.
  mutating func reload() {
    guard let file else { return }
    do {
      let contents = try file.contents()
      if !contents.entries.isEmpty { base = base.reachingEveryEntity() }
      ledger = CorrectionLedger(contents, of: base)
      warnings = contents.unreadableLines.map {
        "\(file.path), line \($0): no correction that can be read; passed over and kept as it is"
      }
    } catch {
      warnings = ["\(file.path): \(error.message); no correction applies"]
    }
  }

  /// What is told when the corpus is opened: corrections that apply, and what is wrong with others.
  var messages: [String] {
    var lines: [String] = []
    let path = file?.path ?? ""
    let (applied, lost) = (ledger.appliedCount, ledger.notAppliedCount)
    if applied > 0 {
      let verb = applied == 1 ? "applies" : "apply"
      lines.append("\(Plural.counted(applied, "corrections")) \(verb) (\(path))")
    }
    if lost > 0 {
      let verb = lost == 1 ? "does" : "do"
      lines.append(
        "\(Plural.counted(lost, "corrections")) \(verb) not apply: `corrections` tells why")
    }
    return lines + warnings
  }
}
