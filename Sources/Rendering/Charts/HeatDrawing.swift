/// A grid of two keys, the darker the greater; with the figures where there is room.
///
///                2025-01        2025-03
///     The Globe  ░░ 2    ▓▓ 14  ██ 19
///     The Post   ·· 0    ▒▒ 8
///
/// Time goes across. Columns that do not fit are left out, and told of.
struct HeatDrawing {

  private let data: ChartData
  private let width: Int
  private let scale: HeatScale
  private let rowLabels: [String]
  private let labelWidth: Int
  private let columns: [HeatColumn]
  private let cellWidth: Int
  private let gap: Int
  private let showsFigures: Bool
  private let omission: String?

  private static let shades = ["··", "░░", "▒▒", "▓▓", "██"]

  init(_ data: ChartData, width: Int) {
    var data = data
    // The second key goes across, unless the first one is time.
    if !data.keys.isTime { data.transpose() }
    self.data = data
    rowLabels = data.series.labels.map { $0.isEmpty ? data.figureName : $0 }
    self.width = width
    scale = HeatScale(data.range, isWhole: data.isWhole)
    labelWidth = min(rowLabels.reduce(0) { max($0, CellWidth.of($1)) }, max(8, width / 4))
    let all = HeatColumn.columns(of: data)
    let room = width - labelWidth
    let figures = 3 + data.points.reduce(1) { max($0, CellWidth.of($1.text)) }
    let labels = all.reduce(0) { max($0, CellWidth.of($1.label)) }
    let isTime = data.keys.isOrdered
    // With labels and figures in full; with the figures; with the shades alone.
    let full = 2 + max(figures, min(labels, 16))
    let short = 2 + (isTime ? figures : full - 2)
    let least = isTime ? 3 : 1 + max(2, String(all.count).utf8.count)
    showsFigures = all.count <= room / short
    gap = showsFigures ? 2 : 1
    if showsFigures {
      cellWidth = all.count <= room / full ? full : short
    } else {
      cellWidth = isTime ? least : max(least, min(labels + 1, room / all.count))
    }
    columns = Array(all.prefix(max(1, room / cellWidth)))
    omission = Self.omission(all, shown: columns.count, of: data.keys)
  }

  private static func omission(_ all: [HeatColumn], shown: Int, of keys: KeyScale) -> String? {
    guard shown < all.count, let last = all.last else { return nil }
    let range = shown + 1 == all.count ? last.label : "\(all[shown].label) to \(last.label)"
    return "left out, because they do not fit: \(Plural.counted(all.count - shown, "columns"))"
      + " of \(Numerals.grouped(all.count)) (\(range))"
  }

  /// Whether columns have numbers that a list below explains.
  private var isNumbered: Bool {
    !data.keys.isOrdered && columns.contains { CellWidth.of($0.label) > cellWidth - gap }
  }

  var lines: [[StyledRun]] {
    let grid = data.grid
    var lines = [heading]
    for (series, points) in grid.enumerated() {
      let label = CellWidth.cut(rowLabels[series], to: labelWidth)
      var line = [
        StyledRun(.text, label),
        StyledRun(.dim, CellWidth.padding(from: CellWidth.of(label), to: labelWidth)),
      ]
      for column in columns {
        line.append(.init(.dim, CellWidth.padding(from: 0, to: gap)))
        line += cell(column.key.flatMap { points[$0] })
      }
      lines.append(line)
    }
    lines.append([])
    if isNumbered { lines += list }
    lines += legend
    if let omission { lines += TextWrapper(width: width).lines([.init(.warning, omission)]) }
    return lines + data.omissionLines(width: width)
  }

  private var heading: [StyledRun] {
    var text = ""
    var used = 0
    for (index, column) in columns.enumerated() {
      let place = labelWidth + index * cellWidth + gap
      let label = isNumbered ? String(index + 1) : column.label
      // Periods that follow each other need no label each.
      guard used == 0 || place > used, place + CellWidth.of(label) <= width else { continue }
      text += CellWidth.padding(from: used, to: place) + label
      used = place + CellWidth.of(label)
    }
    return [.init(.header, text)]
  }

  private func cell(_ point: ChartData.Point?) -> [StyledRun] {
    let room = cellWidth - gap
    guard let point, let value = point.value else {
      return [.init(.dim, CellWidth.padding(from: 0, to: room))]
    }
    let shade = scale.shade(of: value)
    var mark = Self.shades[shade]
    if value < 0 { mark = "-" + mark.suffix(1) }
    let role: RenderingOptions.Role = shade == 0 ? .dim : value < 0 ? .warning : .match
    let figure = showsFigures ? " " + point.text : ""
    let used = 2 + CellWidth.of(figure)
    return [
      .init(role, mark), .init(.number, figure),
      .init(.dim, CellWidth.padding(from: used, to: room)),
    ]
  }

  private var list: [[StyledRun]] {
    let entries = columns.enumerated().map { index, column in
      StyledRun(.dim, "\(index + 1) " + CellWidth.cut(column.label, to: width - 6))
    }
    return SeriesMark.lines(of: entries, width: width)
  }

  private var legend: [[StyledRun]] {
    var parts: [String] = []
    if data.points.contains(where: { $0.value == 0 }) { parts.append("·· 0") }
    var lower = "0"
    for (shade, bound) in scale.bounds.enumerated() {
      parts.append("\(Self.shades[shade + 1]) over \(lower) to \(bound.label)")
      lower = bound.label
    }
    if scale.isSigned { parts.append("-█ below zero") }
    if hasGaps { parts.append("blank: no figure") }
    return SeriesMark.lines(of: parts.map { StyledRun(.dim, $0) }, width: width)
  }

  private var hasGaps: Bool {
    columns.contains { $0.key == nil } || data.grid.contains { $0.contains { $0?.value == nil } }
  }
}

/// A column of a grid; periods between those of the result have one that is empty.
struct HeatColumn {

  let label: String
  /// The place of the key; nil where the result does not have the period.
  let key: Int?

  /// More empty columns than this for each one with figures would say nothing.
  private static let mostGaps = 8

  /// Returns the columns of keys; a figure that has none is the only column.
  static func columns(of data: ChartData) -> [Self] {
    let keys = data.keys
    let own = keys.labels.enumerated().map {
      Self(label: $1.isEmpty ? data.figureName : $1, key: $0)
    }
    guard case .periods(let unit) = keys.kind, keys.isTime, let first = keys.positions.first,
      let last = keys.positions.last, last - first < Double(keys.labels.count * mostGaps)
    else { return own }
    let places = Dictionary(
      zip(keys.positions.map { Int($0) }, keys.labels.indices),
      uniquingKeysWith: { first, _ in first })
    return (Int(first)...Int(last)).map { index in
      Self(
        label: places[index].map { keys.labels[$0] } ?? PeriodLabel.text(unit, index),
        key: places[index])
    }
  }
}
