/// What runs of one query took, in milliseconds.
struct Measure {

  /// What the query gave: a number that peers give as well.
  let value: Int

  /// The wall time of each run, ascending, the first apart, which only warms up.
  private var wall: [Double] = []

  /// The time of all cores, of all runs.
  private var processorSum: Double

  /// How often it ran.
  var runs: Int { wall.count }

  /// The median of wall time.
  var median: Double {
    let middle = wall.count / 2
    return wall.count % 2 == 0 ? (wall[middle - 1] + wall[middle]) / 2 : wall[middle]
  }

  /// The least wall time.
  var least: Double { wall[0] }

  /// The time of all cores, of a run on average.
  var processor: Double { processorSum / Double(wall.count) }

  /// Measures `body` as the peers are measured.
  ///
  /// One run warms up; 5 to 200 within 0.8 seconds follow, and no less than 3 of what takes long. With
  /// `seconds` it runs for so long, for a profile. What is done `between` the runs is not timed.
  init(
    seconds: Double? = nil, between: (() -> Void)? = nil, _ body: () throws -> Int
  ) rethrows {
    value = try body()
    let start = Clock.wall
    var processorStart = Clock.processor
    while seconds != nil || wall.count < 200 {
      let spent = Double(Clock.wall - start) / 1e9
      if wall.count >= 5 && spent > seconds ?? 0.8 || wall.count >= 3 && spent > 25 { break }
      if let between {
        let pause = Clock.processor
        between()
        processorStart += Clock.processor - pause
      }
      let begin = Clock.wall
      _ = try body()
      wall.append(Double(Clock.wall - begin) / 1e6)
    }
    processorSum = Clock.processor - processorStart
    wall.sort()
  }

  /// Adds the runs of another time, so that what else the machine did in a moment decides less.
  mutating func add(_ other: Measure) {
    wall = (wall + other.wall).sorted()
    processorSum += other.processorSum
  }
}
