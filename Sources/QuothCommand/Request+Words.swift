internal import ArgumentParser

extension Request {

  /// Reads the arguments of any call.
  ///
  /// - Throws: What the parser of arguments finds wrong, or is asked for instead, such as help.
  init(parsing words: [String]) throws { self = try QuothCommand.parse(words).request }

  /// Reads the arguments of the plainest calls: queries, scripts and paths, without other options
  /// than `--no-corrections`; nil for any others.
  ///
  /// The parser of arguments takes longer than the corpus takes to open and a query to run. So it is
  /// asked for all that is not plain, and for whatever may be wrong.
  init?(plain words: [String]) {
    self.init()
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "-c", "--command":
        guard let query = rest.popFirst(), query != "--" else { return nil }
        queries.append(query)
      case "-f", "--file":
        guard let path = rest.popFirst(), !path.hasPrefix("-") else { return nil }
        scripts.append(path)
      case "--no-corrections": usesCorrections = false
      default:
        guard !word.hasPrefix("-") else { return nil }
        corpus.append(word)
      }
    }
  }
}
