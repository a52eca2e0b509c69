import Testing

@testable import Shell

@Suite struct TerminalCapabilitiesTests {

  @Test(arguments: [
    (["TERM": "xterm"], true, true, true, true),
    (["TERM": "xterm", "NO_COLOR": "1"], true, true, true, false),
    (["TERM": "xterm", "NO_COLOR": ""], true, true, true, true),
    (["TERM": "dumb"], true, true, false, false),
    ([:], true, true, false, false),
    (["TERM": "xterm"], false, true, false, true),
    (["TERM": "xterm"], true, false, false, false),
  ])
  func `terminal, TERM and NO_COLOR decide about editing and colour`(
    environment: [String: String], input: Bool, output: Bool, canEdit: Bool, isColored: Bool
  ) {
    let found = TerminalCapabilities(
      color: .auto, isInputTerminal: input, isOutputTerminal: output,
      environment: { environment[$0] })
    #expect(found.canEdit == canEdit)
    #expect(found.isColored == isColored)
  }

  @Test(arguments: [(TerminalCapabilities.ColorChoice.always, true), (.never, false)])
  func `the user's word on colour is the last`(
    choice: TerminalCapabilities.ColorChoice, isColored: Bool
  ) {
    for environment in [["NO_COLOR": "1"], ["TERM": "xterm"]] {
      let found = TerminalCapabilities(
        color: choice, isInputTerminal: true, isOutputTerminal: isColored == false,
        environment: { environment[$0] })
      #expect(found.isColored == isColored)
    }
  }

  @Test(
    arguments: [
      (nil, "less -SRFX"), ("", nil), ("cat", nil), ("more -d", "more -d"),
    ] as [(String?, String?)])
  func `the pager is the user's, or less`(variable: String?, command: String?) {
    #expect(Pager(environment: variable).command == command)
  }
}
