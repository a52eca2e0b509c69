internal import Shell

/// The real shell over an engine that only pretends, as the program under terminal tests.
@main struct LineEditorFixture {
  static func main() {
    let loop = ReadEvalLoop(
      engine: PretendedEngine(), capabilities: .current(color: .auto))
    loop.run()
  }
}
