import Testing

@testable import Shell

@Suite struct CommandTests {

  @Test(arguments: [
    (".show 3", "show", "3"), ("  .tokens quotes where x ", "tokens", "quotes where x"),
    (".help", "help", ""), ("quit", "quit", ""), ("EXIT", "quit", ""), ("?", "help", ""),
    ("help keys", "help", "keys"),
    (".exit", "quit", ""),
    (".", "", ""),
  ])
  func `a dot or a lone word makes a command`(text: String, name: String, argument: String) {
    let call = CommandCall(text)
    #expect(call?.name == name)
    #expect(call?.argument == argument)
  }

  @Test(arguments: ["quotes", "quit now", "", "  ", "\"x\" .show"])
  func `anything else is a statement`(text: String) {
    #expect(CommandCall(text) == nil)
  }

  @Test func `no two commands share a name, and every usage begins with it`() {
    let names = CommandTable.all.map(\.name)
    #expect(Set(names).count == names.count)
    for command in CommandTable.all {
      #expect(command.usage.hasPrefix(".\(command.name)"))
      #expect(!command.summary.isEmpty)
    }
  }

  @Test(arguments: [
    (Duration.microseconds(120), "120 µs"), (.microseconds(8_405), "8.40 ms"),
    (.milliseconds(1_250), "1.25 s"), (.seconds(75), "75.00 s"),
  ])
  func `durations are told with a fitting unit`(duration: Duration, words: String) {
    #expect(ReadEvalLoop.inWords(duration) == words)
  }
}
