internal import CLineEditor

/// Who supplies libedit with characters and runs the functions that keys are bound to.
protocol EditLineClient: AnyObject {

  /// The next character for libedit, or nil at the end of input.
  func nextScalar() -> Unicode.Scalar?

  /// Runs the function in `slot`.
  func perform(slot: Int) -> EditLine.Step
}

/// libedit without its drawing: keys, modes, motions, the kill buffer and `~/.editrc`.
///
/// The one place that knows its pointers.
@safe final class EditLine {

  /// What libedit does after a function.
  enum Step: Int32 { case goOn, accept, end }

  private var handle: OpaquePointer?
  private unowned let client: any EditLineClient

  /// Makes an editor for `client`, which must outlive it; nil when libedit cannot start.
  init?(program: String, client: any EditLineClient) {
    self.client = client
    unsafe handle = nil
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe handle = cle_editor_create(
      program, context,
      { context, scalar in
        guard let context = unsafe context, let scalar = unsafe scalar else { return -1 }
        let owner = unsafe Unmanaged<EditLine>.fromOpaque(context).takeUnretainedValue()
        guard let next = owner.client.nextScalar() else { return 0 }
        unsafe scalar.pointee = next.value
        return 1
      },
      { context, slot in
        guard let context = unsafe context else { return Step.end.rawValue }
        let owner = unsafe Unmanaged<EditLine>.fromOpaque(context).takeUnretainedValue()
        return owner.client.perform(slot: Int(slot)).rawValue
      })
    guard unsafe handle != nil else { return nil }
  }

  deinit { unsafe cle_editor_destroy(handle) }

  func addFunction(slot: Int, name: String) {
    _ = unsafe cle_editor_add_function(handle, Int32(slot), name)
  }

  /// Binds a key sequence, in the command map of vi when `alternate`.
  func bind(_ keys: [UInt32], to function: String, alternate: Bool = false) {
    _ = unsafe cle_editor_bind(handle, alternate, keys + [0], function)
  }

  /// Reads the user's `~/.editrc`.
  func source() { unsafe cle_editor_source(handle) }

  var usesVi: Bool { unsafe cle_editor_uses_vi(handle) }

  /// Edits a line until a function accepts it or the input ends.
  func readLine() { unsafe cle_editor_read_line(handle) }

  /// The line as it stands.
  var text: LineText {
    var count = 0
    var cursor = 0
    guard let start = unsafe cle_editor_text(handle, &count, &cursor) else { return LineText() }
    let scalars = unsafe UnsafeBufferPointer(start: start, count: count).map {
      Unicode.Scalar($0) ?? "\u{FFFD}"
    }
    return LineText(scalars, cursor: cursor)
  }

  func replace(with text: LineText) {
    let values = text.scalars.map(\.value)
    unsafe cle_editor_replace(handle, values, values.count, text.cursor)
  }

  func insert(_ scalars: [Unicode.Scalar]) {
    guard !scalars.isEmpty else { return }
    unsafe cle_editor_insert(handle, scalars.map(\.value), scalars.count)
  }

  func move(by distance: Int) { unsafe cle_editor_move(handle, Int32(clamping: distance)) }

  /// Gives the terminal the modes of editing, or those it had before.
  func setRaw(_ raw: Bool) { unsafe cle_editor_set_raw(handle, raw) }
}
