/// Breaks styled text into lines of a width.
///
/// Lines break at blanks, and on both sides of wide characters (East Asian text has no blanks)
/// unless a closing mark follows. A word longer than a line is broken where the line ends.
public struct TextWrapper: Sendable {

  private let width: Int?

  /// Creates a wrapper to a width in cells, at least 1; nil never breaks.
  init(width: Int?) { self.width = width.map { Swift.max(1, $0) } }

  /// Returns the lines of a text; at least one, which is empty where the text is.
  func lines(_ text: [StyledRun]) -> [[StyledRun]] {
    guard let width, text.width > width else { return [text] }
    var lines: [[StyledRun]] = []
    var line: [StyledRun] = []
    var used = 0
    for piece in pieces(of: text) {
      let gap = piece.isSpaced && used > 0 ? 1 : 0
      if used > 0, used + gap + piece.width > width {
        lines.append(line)
        (line, used) = ([], 0)
      } else if gap == 1, let last = line.last {
        line.add(" ", last.role)
        used += 1
      }
      place(piece, within: width, on: &line, &used, &lines)
    }
    return lines + [line]
  }

  /// Puts a piece on the line, and on further ones where it is longer than a line.
  private func place(
    _ piece: Piece, within width: Int, on line: inout [StyledRun], _ used: inout Int,
    _ lines: inout [[StyledRun]]
  ) {
    if used + piece.width <= width {
      for run in piece.runs { line.add(run.text, run.role) }
      used += piece.width
      return
    }
    for run in piece.runs {
      for character in run.text {
        let cells = CellWidth.of(character)
        if used > 0, used + cells > width {
          lines.append(line)
          (line, used) = ([], 0)
        }
        line.add(String(character), run.role)
        used += cells
      }
    }
  }

  /// What stays together on a line.
  private struct Piece {
    var runs: [StyledRun] = []
    var width = 0
    var isSpaced = false
    var endsWide = false
  }

  private func pieces(of text: [StyledRun]) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    for run in text {
      for character in run.text {
        if character == " " {
          if !piece.runs.isEmpty { pieces.append(piece) }
          piece = Piece(isSpaced: true)
          continue
        }
        let cells = CellWidth.of(character)
        if !piece.runs.isEmpty, cells == 2 || piece.endsWide, !Self.closing.contains(character) {
          pieces.append(piece)
          piece = Piece()
        }
        piece.runs.add(String(character), run.role)
        piece.width += cells
        piece.endsWide = cells == 2
      }
    }
    return piece.runs.isEmpty ? pieces : pieces + [piece]
  }

  /// What may not begin a line.
  private static let closing: Set<Character> = [
    "、", "。", "，", "．", "！", "？", "：", "；", "」", "』", "）", "】", "〉", "》",
    ".", ",", "!", "?", ":", ";", ")", "]", "”", "’", "\"", "…",
  ]
}
