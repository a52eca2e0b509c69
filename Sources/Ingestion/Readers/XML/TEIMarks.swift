internal import Annotation

/// The quotes and the names that a TEI text marks.
struct TEIMarks {

  private let people: TEIPeople?
  private var quotes: [GivenQuote] = []
  /// The quotes by their number, for those that lie in pieces.
  private var numbered: [String: Int] = [:]
  /// The quotes whose cue or source came before their own element, which says the rest of them.
  private var announced: Set<Int> = []
  private var mentions: [GivenMention] = []
  /// The mentions by their number, for those that lie in pieces.
  private var numberedMentions: [String: Int] = [:]
  /// The pieces of a mention that was found; one in two blocks counts in the first.
  private var places: [ByteRange?] = []

  /// Those who say a quote together with its speaker, by its index.
  private var others: [Int: [String]] = [:]
  /// The notes that name the speakers of speeches behind them, by the speech.
  private var labels: [Int: Int] = [:]
  /// The quotes of speeches that a note announced.
  private var labelled: [Int: Int] = [:]
  /// How many of the references to speakers lead to nobody of the file, and the first of them.
  private(set) var lost: (count: Int, first: String)?
  /// Whether a name has no reference, so that others of the text may have no mark at all.
  private var hasUntold = false
  /// The elements of which the header says that they do not occur.
  var unused: Set<String> = []
  /// The elements that were met.
  private var met: Set<String> = []

  /// Creates the marks of a text, of which none is read yet.
  init(_ people: TEIPeople? = nil) { self.people = people }

  /// What an element marks; nil for one that marks nothing.
  mutating func role(of index: Int, in tree: MarkupTree) -> TEIText.Span.Role? {
    if let quote = labelled[index] { return .content(quote: quote) }
    if !unused.isEmpty { met.insert(tree.name(index)) }
    return switch tree.name(index) {
    case "note": label(index, tree).map { .source(quote: $0) }
    case "said", "q", "quote", "sp", "u": quote(index, tree).map { .content(quote: $0) }
    case "speaker": speech(around: index, tree).map { .source(quote: $0) }
    case "seg": part(index, tree)
    case "name", "persName", "orgName", "placeName", "rs", "geogName":
      mention(index, tree).map { .mention($0) }
    default: nil
    }
  }

  /// Takes in a piece of text for what it was marked.
  mutating func add(_ range: ByteRange, as role: TEIText.Span.Role) {
    switch role {
    case .content(let quote): Self.append(range, to: &quotes[quote].content)
    case .cue(let quote): quotes[quote].cue.append(range)
    case .source(let quote): quotes[quote].source.append(range)
    case .mention(let mention):
      if places[mention]?.end == range.start {
        places[mention]?.end = range.end
      } else {
        places[mention] = places[mention] ?? range
      }
    }
  }

  /// Whether the header says that there are no quotes (`said`) or names (`name`), and no other element of the
  /// text marks any.
  private func tellsNone(of name: String) -> Bool {
    let others: Set<String> =
      name == "said"
      ? ["said", "q", "quote", "sp", "u"]
      : ["name", "persName", "orgName", "placeName", "rs", "geogName"]
    return unused.contains(name) && met.isDisjoint(with: others)
  }

  /// Adds a piece to others; one right behind the last goes on with it, since elements inside of a
  /// quote divide its text.
  private static func append(_ range: ByteRange, to pieces: inout [ByteRange]) {
    if let last = pieces.indices.last, pieces[last].end == range.start {
      pieces[last].end = range.end
    } else {
      pieces.append(range)
    }
  }

  /// The quotes and names as layers, in bytes of the text when that is repaired.
  func layers(in text: NormalizedText) -> GivenLayers {
    func repaired(_ ranges: [ByteRange]) -> [ByteRange] {
      ranges.map { text.normalized($0) }.filter { $0.length > 0 }
    }
    var layers = GivenLayers()
    let given = quotes.indices.flatMap { index -> [GivenQuote] in
      var quote = quotes[index]
      quote.content = repaired(quote.content)
      quote.cue = repaired(quote.cue)
      quote.source = repaired(quote.source)
      guard !quote.content.isEmpty else { return [] }
      return [quote]
        + (others[index] ?? []).map { name in
          var other = quote
          other.speaker = name
          return other
        }
    }
    if !given.isEmpty || tellsNone(of: "said") { layers.quotes = given }
    let named = zip(mentions, places).compactMap { mention, place -> GivenMention? in
      guard let place, let range = repaired([place]).first else { return nil }
      var mention = mention
      mention.range = range
      return mention
    }
    layers.keepsFoundNames = hasUntold
    if !named.isEmpty || tellsNone(of: "name") {
      layers.mentions = named.sorted { $0.range.start < $1.range.start }
    }
    let names = named.compactMap(\.name) + given.compactMap(\.speaker)
    layers.entities = people?.holders(among: names) ?? []
    return layers
  }
}

// MARK: Elements

extension TEIMarks {

  /// Returns the quote of an element that tells who speaks, or is `said` at any rate.
  private mutating func quote(_ index: Int, _ tree: MarkupTree) -> Int? {
    let name = tree.name(index)
    let who = speaker(index, tree)
    let label = labels[index].flatMap { tree.line(of: $0) }.map(Self.labelName)
    let hasSpeaker = name == "sp" && tree.child("speaker", of: index) != nil || label != nil
    let hasSource = name == "quote" && tree.attribute("source", of: index) != nil
    guard who != nil || name == "said" || hasSpeaker || hasSource else { return nil }
    let number = name == "said" ? tree.attribute("n", of: index) : nil
    let earlier = number.flatMap { numbered[$0] }
    if let earlier, !announced.contains(earlier) { return earlier }
    var quote = earlier.map { quotes[$0] } ?? GivenQuote(content: [], field: name)
    (quote.speaker, quote.speakerField) = (who?.names.first, who?.field ?? "speaker")
    if quote.speaker?.lowercased() == "unknown" {
      quote.speaker = nil
      quote.isAnonymous = true
    }
    if who == nil, hasSpeaker {
      quote.heading =
        (headName(of: index, tree) ?? shownName(of: index, tree, "")).map(Self.name) ?? label
    }
    quote.addressee = people?.name(tree.attribute("toWhom", of: index))
    quote.confidence = tree.attribute("cert", of: index).flatMap(Self.confidence)
    let analysis = tree.attribute("ana", of: index)?.split { $0.isWhitespace } ?? []
    quote.cueLemma = analysis.compactMap { people?.cues[String($0.dropFirst())] }.first
    if let direct = tree.attribute("direct", of: index) {
      let isMixed = analysis.contains("#mixed")
      quote.kind = isMixed ? .mixed : direct == "false" ? .indirect : .direct
    } else if name == "sp" || name == "u" || name == "said" {
      // What is said is direct unless it is told to be otherwise (TEI P5, att.direct).
      quote.kind = .direct
    }
    let aloud = tree.attribute("aloud", of: index)
    quote.isSpeech = aloud == "false" ? false : aloud == "true" || name == "u" ? true : nil
    if let earlier {
      quotes[earlier] = quote
      announced.remove(earlier)
      return earlier
    }
    if let names = who?.names, names.count > 1 { others[quotes.count] = Array(names.dropFirst()) }
    quotes.append(quote)
    if let number { numbered[number] = quotes.count - 1 }
    return quotes.count - 1
  }

  /// Those who speak by the attributes of an element, or by the name at the head of a speech whose
  /// `who` stands in no list; and what tells them.
  private mutating func speaker(
    _ index: Int, _ tree: MarkupTree
  ) -> (names: [String], field: String)? {
    if let who = tree.attribute("who", of: index) {
      let isListed = who.split(separator: " ").contains { people?.isListed(String($0)) ?? false }
      if !isListed, who.hasPrefix("#"),
        let name = headName(of: index, tree) ?? shownName(of: index, tree, who)
      {
        return ([name], "speaker")
      }
      let led = people?.lost(in: who) ?? []
      if let label = labels[index].flatMap({ tree.line(of: $0) }), !led.isEmpty,
        IdentifierWords.name(who.dropFirst()).utf8.elementsEqual(who.dropFirst().utf8)
      {
        return ([Self.labelName(label)], "note")
      }
      if let first = led.first { lost = ((lost?.count ?? 0) + led.count, lost?.first ?? first) }
      return (people?.people(who) ?? [], "who")
    }
    // Other sources are books and pages.
    guard tree.name(index) == "quote", let source = tree.attribute("source", of: index),
      people?.isPerson(source) ?? false
    else { return nil }
    return (people?.people(source) ?? [], "source")
  }

  /// The full name in the `speaker` of an `sp`, not in capitals; nil where it is a name in part.
  private func headName(of index: Int, _ tree: MarkupTree) -> String? {
    guard tree.name(index) == "sp", let head = tree.line(of: "speaker", in: index) else {
      return nil
    }
    let line = head.last == "." ? head.dropLast() : head[...]
    let words = line.split { $0 == " " || $0 == ":" }.map(String.init)
    guard words.count > 1, BylineWords.isFirstName(BylineWords.capitalized(words[0])) else {
      return nil
    }
    let name = words.joined(separator: " ")
    return name == name.uppercased()
      ? words.map { BylineWords.capitalized($0) }.joined(separator: " ") : name
  }

  /// The name that the text shows for one whose identifier stands in no list, or has none.
  ///
  /// Nil where the identifier is that name and more, like `#Ida_Lund` beside “LUND”; it is empty where
  /// there is none.
  private func shownName(of index: Int, _ tree: MarkupTree, _ who: String) -> String? {
    guard tree.name(index) == "sp", let head = tree.line(of: "speaker", in: index) else {
      return nil
    }
    let marks: Set<Character> = [".", ":", ",", " "]
    var name = head
    while let last = name.last, marks.contains(last) { name.removeLast() }
    guard name.contains(where: \.isLetter) else { return nil }
    let isLonger = who.count > name.count + 1 && who.lowercased().contains(name.lowercased())
    if isLonger, who.contains(where: \.isUppercase) { return nil }
    return name == name.uppercased()
      ? name.split(separator: " ").map { BylineWords.capitalized(String($0)) }
        .joined(separator: " ") : name
  }

  /// The name in a heading like “Ida Lund, mayor” or “Mr Roe (Rill)”.
  private static func name(_ heading: String) -> String {
    if let upright = InvertedName.upright(heading) { return upright }
    let name = heading.prefix { $0 != "," && $0 != "(" && $0 != "[" }.split(separator: " ")
    return name.isEmpty ? heading : name.joined(separator: " ")
  }

  /// The name in a note like “The mayor (Ida Lund)” or “Ida Lund (Rill)”.
  private static func labelName(_ label: String) -> String {
    guard label.lowercased().hasPrefix("the "), let open = label.firstIndex(of: "("),
      let close = label[open...].firstIndex(of: ")")
    else { return name(label) }
    let inside = label[label.index(after: open)..<close].split(separator: " ")
    let areNames = inside.count > 1 && inside.allSatisfy { $0.first?.isUppercase ?? false }
    return areNames ? inside.joined(separator: " ") : name(label)
  }

  /// The speech whose speaker a note names right before it; nil for any other note.
  func speech(behind note: Int, in tree: MarkupTree) -> Int? {
    guard tree.name(note) == "note", tree.attribute("type", of: note) == "speaker",
      tree.line(of: note) != nil
    else { return nil }
    let parent = Int(tree.nodes[note].parent)
    let end = parent >= 0 ? Int(tree.nodes[parent].end) : tree.indices.upperBound
    var next = Int(tree.nodes[note].end)
    while next < end {
      if tree.nodes[next].isText {
        if tree.text(next).hasText { return nil }
      } else if tree.name(next) == "u" {
        return tree.line(of: next) == nil ? nil : next
      } else if tree.name(next) != "note" || tree.attribute("type", of: next) == "speaker" {
        return nil
      }
      next = Int(tree.nodes[next].end)
    }
    return nil
  }

  /// The quote of the speech whose speaker a note names.
  private mutating func label(_ note: Int, _ tree: MarkupTree) -> Int? {
    guard let speech = speech(behind: note, in: tree) else { return nil }
    labels[speech] = note
    let quote = quote(speech, tree)
    labelled[speech] = quote
    return quote
  }

  private static func confidence(_ cert: String) -> Double? {
    switch cert {
    case "high": 0.9
    case "medium": 0.6
    case "low": 0.3
    default: Double(cert)
    }
  }

  /// The quote of the `sp` whose `speaker` an element is: the one that was begun last.
  private func speech(around index: Int, _ tree: MarkupTree) -> Int? {
    let parent = Int(tree.nodes[index].parent)
    guard parent >= 0, tree.name(parent) == "sp", !quotes.isEmpty else { return nil }
    return quotes.count - 1
  }

  /// The cue or the source of the quote with the number of a `seg`.
  private mutating func part(_ index: Int, _ tree: MarkupTree) -> TEIText.Span.Role? {
    guard let type = tree.attribute("type", of: index), type == "cue" || type == "source",
      let number = tree.attribute("n", of: index)
    else { return nil }
    let quote = numbered[number] ?? quotes.count
    if quote == quotes.count {
      quotes.append(GivenQuote(content: [], field: "said"))
      numbered[number] = quote
      announced.insert(quote)
    }
    return type == "cue" ? .cue(quote: quote) : .source(quote: quote)
  }

  private mutating func mention(_ index: Int, _ tree: MarkupTree) -> Int? {
    let reference = tree.attribute("ref", of: index) ?? tree.attribute("key", of: index)
    let form = tree.attribute("subtype", of: index).flatMap(Mention.Form.init)
    let told = tree.attribute("type", of: index)
    let type = Self.type(tree.name(index)) ?? told.flatMap { EntityLabel.type(of: $0) }
    guard let people else { return nil }
    let isTold = reference != nil || form != nil
    guard isTold || type != nil || tree.name(index) == "name" && told == nil else { return nil }
    let number = isTold ? tree.attribute("n", of: index) : nil
    if let earlier = number.flatMap({ numberedMentions[$0] }) { return earlier }
    if let number { numberedMentions[number] = mentions.count }
    var mention = GivenMention(ByteRange(0, 0), field: tree.name(index))
    mention.form = form ?? .name
    mention.type = type
    if !isTold {
      hasUntold = true
      // Whoever is meant elsewhere by the identifier of this name has it for one.
      let own = tree.attribute("id", of: index).map { "#" + $0 }.flatMap { people.name($0) }
      mention.name = TEIPeople.fullName(of: index, in: tree) ?? own
    } else if let reference, people.isListed(reference) {
      mention.name = people.name(reference)
    } else if let reference, reference.hasPrefix("#") {
      mention.chain = reference
      // Whoever stands in a list of another file may be named by the reference.
      let name = IdentifierWords.name(reference.dropFirst())
      if mention.type == .person, name.utf8.contains(0x20) { mention.name = name }
    } else if let reference {
      mention.identifier = reference.split(separator: "/").last.map(String.init)
    }
    mentions.append(mention)
    places.append(nil)
    return mentions.count - 1
  }

  private static func type(_ name: String) -> EntityType? {
    switch name {
    case "persName": .person
    case "orgName": .organization
    case "placeName", "geogName": .place
    default: nil
    }
  }
}
