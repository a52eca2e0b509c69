internal import CorpusStore

/// Passes the rows of a cursor on, and reports how many there were and how long they took.
///
/// Here a running query learns that it shall stop.
struct MeasuredCursor: RowCursor {

  private var cursor: any RowCursor
  private let index: Int
  private let recorder: ExecutionRecorder
  private let interruption: Interruption

  init(
    _ cursor: any RowCursor, operator index: Int, recorder: ExecutionRecorder,
    interruption: Interruption
  ) {
    self.cursor = cursor
    self.index = index
    self.recorder = recorder
    self.interruption = interruption
  }

  mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    try interruption.check()
    let start = recorder.now
    let before = block.count
    try cursor.fill(&block)
    recorder.add(index, rows: block.count - before, since: start)
  }
}
