/// What runs of one query took, in milliseconds.
struct Measure {

  /// What the query gave: a number that peers give as well.
  let value: Int

  /// How often it ran, the first run apart, which only warms up.
  let runs: Int

  /// The median of wall time.
  let median: Double

  /// The least wall time.
  let least: Double

  /// The time of all cores, of a run on average.
  let processor: Double

  /// Measures `body` as the peers are measured.
  ///
  /// One run warms up; 5 to 200 within 0.8 seconds follow, and no less than 3 of what takes long. With
  /// `seconds` it runs for so long, for a profile.
  init(seconds: Double? = nil, _ body: () throws -> Int) rethrows {
    value = try body()
    var wall: [Double] = []
    let start = Clock.wall
    let processorStart = Clock.processor
    while seconds != nil || wall.count < 200 {
      let spent = Double(Clock.wall - start) / 1e9
      if wall.count >= 5 && spent > seconds ?? 0.8 || wall.count >= 3 && spent > 25 { break }
      let begin = Clock.wall
      _ = try body()
      wall.append(Double(Clock.wall - begin) / 1e6)
    }
    runs = wall.count
    processor = (Clock.processor - processorStart) / Double(wall.count)
    wall.sort()
    let middle = wall.count / 2
    median = wall.count % 2 == 0 ? (wall[middle - 1] + wall[middle]) / 2 : wall[middle]
    least = wall[0]
  }
}
