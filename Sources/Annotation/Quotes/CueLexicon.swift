/// The cues, and every form that they take.
enum CueLexicon {

  /// All cues; a word entry holds an index into them.
  static let cues: [Cue] = tables.cues

  /// A verb that no list holds, but that stands where only a cue can: "…,” he deadpanned".
  static let unlisted = UInt16(1)

  /// All word forms that the rules know.
  static let words: LexicalTable = tables.words

  /// The cue "according to".
  static let accordingTo = UInt16(0)

  private static let tables: (cues: [Cue], words: LexicalTable) = {
    var cues = [
      Cue(lemma: "according to", kind: .speech, frames: [.direct, .that], particles: []),
      Cue(lemma: "", kind: .speech, frames: [.direct], particles: []),
    ]
    var words = LexicalTable(capacity: 6000)
    ClosedClassWords.add(to: &words)
    for group in verbs {
      for line in group.words.split(whereSeparator: \.isWhitespace) {
        add(verb: line, group, to: &cues, &words)
      }
    }
    for group in nouns {
      for noun in group.words.split(whereSeparator: \.isWhitespace) {
        add(noun: noun, group, to: &cues, &words)
      }
    }
    return (cues, words)
  }()

  /// Cues that take the same things.
  struct Group {
    let kind: Cue.Class
    let frames: Cue.Frames
    let particles: [(particle: WordKey, frames: Cue.Frames)]
    /// Dictionary forms between blanks; irregular ones as `tell/tells/told/telling`, with a fifth
    /// form where the participle differs from the past.
    let words: String

    init(
      _ kind: Cue.Class, _ frames: Cue.Frames,
      particles: [(particle: WordKey, frames: Cue.Frames)] = [], _ words: String
    ) {
      self.kind = kind
      self.frames = frames
      self.particles = particles
      self.words = words
    }
  }

  private static func add(
    verb: Substring, _ group: Group, to cues: inout [Cue], _ words: inout LexicalTable
  ) {
    let forms = inflected(verb)
    let index = UInt16(cues.count)
    cues.append(
      Cue(
        lemma: forms[0].text, kind: group.kind, frames: group.frames, particles: group.particles))
    for form in forms {
      words.update(form.text) {
        guard $0.form == .none else { return }
        $0.form = form.form
        $0.cue = index
      }
    }
  }

  private static func add(
    noun: Substring, _ group: Group, to cues: inout [Cue], _ words: inout LexicalTable
  ) {
    let index = UInt16(cues.count)
    cues.append(
      Cue(lemma: String(noun), kind: group.kind, frames: group.frames, particles: []))
    for text in [String(noun), plural(noun)] {
      words.update(text) {
        guard $0.nominalCue == nil else { return }
        $0.nominalCue = index
      }
    }
  }

  private static func plural(_ noun: Substring) -> String {
    noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }

  private static func inflected(_ verb: Substring) -> [(text: String, form: CueForm)] {
    let given = verb.split(separator: "/").map(String.init)
    if given.count >= 4 {
      let kinds: [CueForm] = [.base, .third, .past, .gerund, .participle]
      return zip(given, kinds).map { (text: $0, form: $1) }
    }
    let base = String(verb)
    let stem = base.hasSuffix("e") ? String(base.dropLast()) : base
    let endsInConsonantY = base.hasSuffix("y") && !"aeiou".contains(base.dropLast().last ?? "a")
    let sibilant = ["s", "sh", "ch", "x", "z"].contains { base.hasSuffix($0) }
    let third =
      endsInConsonantY ? base.dropLast() + "ies" : sibilant ? base + "es" : base + "s"
    let past = endsInConsonantY ? base.dropLast() + "ied" : stem + "ed"
    return [(base, .base), (third, .third), (past, .past), (stem + "ing", .gerund)]
  }
}
