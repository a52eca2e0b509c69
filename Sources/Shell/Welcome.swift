/// The lines that greet who opens the shell.
enum Welcome {

  static func text(summary: String, example: String, columns: Int) -> String {
    let margin = "       "
    let summaries = summary.split(separator: "\n").enumerated().map { index, line in
      (index == 0 ? "Quoth: " : margin) + line
    }
    let lines =
      summaries + ["Try:   " + example, margin + ".help explains, TAB completes, Ctrl-D leaves."]
    return lines.map { LineWidth.cut($0, to: columns) + "\n" }.joined() + "\n"
  }
}
