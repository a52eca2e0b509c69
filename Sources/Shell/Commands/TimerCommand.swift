/// `.timer`: whether the time of each statement is shown.
struct TimerCommand: ShellCommand {
  let name = "timer"
  let usage = ".timer [on|off]"
  let summary = "show how long each statement takes"

  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] {
    [Completion("on"), Completion("off")]
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    switch argument.lowercased() {
    case "on": context.isTimed = true
    case "off": context.isTimed = false
    case "": context.isTimed.toggle()
    default: throw ShellError("the timer is on or off, not '\(argument)'")
    }
    context.show(context.isTimed ? "timer on" : "timer off")
  }
}
