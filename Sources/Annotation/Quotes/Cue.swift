/// A word that says that something is said, written, believed or wished.
struct Cue {

  /// What a cue reports.
  enum Class: UInt8 { case speech, writing, belief, wish }

  /// What a cue takes as its content.
  struct Frames: OptionSet {
    let rawValue: UInt16

    /// Words in quotation marks.
    static let direct = Frames(rawValue: 1 << 0)
    /// A clause with "that".
    static let that = Frames(rawValue: 1 << 1)
    /// A clause without "that".
    static let bare = Frames(rawValue: 1 << 2)
    /// "whether", "what", "how".
    static let question = Frames(rawValue: 1 << 3)
    /// "to" with a verb.
    static let infinitive = Frames(rawValue: 1 << 4)
    /// A noun phrase that is the content, as in "proposed a truce".
    static let object = Frames(rawValue: 1 << 5)
    /// The person spoken to, before the content, as in "told reporters that".
    static let person = Frames(rawValue: 1 << 6)
    /// Someone and what they are to do, as in "urged parents to ask".
    static let order = Frames(rawValue: 1 << 7)
    /// Something and what it is called, as in "called the plan a mistake".
    static let naming = Frames(rawValue: 1 << 8)
    /// Someone "of" something, as in "accused Moscow of playing for time".
    static let charge = Frames(rawValue: 1 << 9)
    /// The cue may stand before its subject behind a quote: "said Merz".
    static let inverted = Frames(rawValue: 1 << 10)
    /// Judging or dealing with something, as in "praised the plan": content only with its object.
    static let stance = Frames(rawValue: 1 << 11)
  }

  /// The dictionary form.
  let lemma: String
  let kind: Class
  let frames: Frames
  /// The words that may follow it and change what it takes: "for" in "call for".
  let particles: [(particle: WordKey, frames: Frames)]
}

/// How a cue word is inflected.
enum CueForm: UInt8 {
  /// Not a cue.
  case none
  case base, third, past, gerund
  /// A form that can only be a participle, like "written".
  case participle
  /// A noun, like "warning".
  case noun
}
