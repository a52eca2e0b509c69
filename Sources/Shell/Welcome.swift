/// The lines that greet who opens the shell.
enum Welcome {

  static func text(summary: String, example: String, columns: Int) -> String {
    let lines = [
      "Quoth: " + summary,
      "Try:   " + example,
      "       .help explains, TAB completes, Ctrl-D leaves.",
    ]
    return lines.map { LineWidth.cut($0, to: columns) + "\n" }.joined() + "\n"
  }
}
