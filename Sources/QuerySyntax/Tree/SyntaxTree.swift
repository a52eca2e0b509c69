public import Diagnostics

/// What a script is once it is read: its statements in order.
///
/// The tree holds what was written and where, and no meaning: names are not looked up here.
public struct Script: Hashable, Sendable {

  /// The statements.
  public let statements: [Statement]

  /// Creates a script of `statements`.
  public init(statements: [Statement]) { self.statements = statements }
}

/// One statement of a script.
public struct Statement: Hashable, Sendable {

  /// What a statement does.
  public enum Kind: Hashable, Sendable {
    /// `quotes where …`: answers a query.
    case query(Query)
    /// `let x = query`: names a query.
    case letQuery(name: Name, query: Query)
    /// `define topic "wealth tax" as "wealth tax" or "ISF"`: names a topic by its phrases.
    case defineTopic(name: Name, phrases: [Name])
    /// `param who = Macron`: a parameter with its default.
    case parameter(name: Name, value: Value)
    /// `describe` or `describe quotes`: what there is to ask about.
    case describe(RowKindName?)
    /// `values of cue`, or `values of quotes.kind`: the values of an attribute with their counts.
    case values(of: Path)
    /// `explain query`: reads the query back and shows its plan.
    case explain(Query)
    /// `expect query = 3`: fails the script unless the number of rows compares so.
    case expect(Query, Comparison, Value)
    /// `define macron_on($t) = query`: names a query that has parameters, without their `$`.
    case defineFunction(name: Name, parameters: [Name], query: Query)
    /// `alias "the Élysée" = Emmanuel Macron`: another name of an entity.
    case alias(name: Name, value: Value)
    /// `run "file.quoth"`: runs the statements of a file.
    case run(Name)
    /// `use "corpus"`: asks another corpus from now on.
    case use(Name)
    /// `correct 3 speaker = Trump`, or `correct 3 speaker is missing` without a value.
    case correct(row: Value, attribute: Name, value: Value?)
    /// `corrections`, `corrections undo 2`, `corrections save "file"`.
    case corrections(CorrectionsAction)
    /// A statement that could not be read; its mistake is among the diagnostics.
    case invalid
  }

  /// What it does, with its parts.
  public let kind: Kind

  /// The text of the statement, without its end mark.
  public let range: SourceRange

  /// Creates a statement.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What is done with the corrections of a corpus.
public enum CorrectionsAction: Hashable, Sendable {
  /// They are listed.
  case list
  /// One is taken back: the one of a number in the list, or the latest.
  case undo(Value?)
  /// They are written to a file.
  case save(Name)
}

/// A word or string as it was written.
public struct Name: Hashable, Sendable {

  /// The text, without quotation marks.
  public let text: String

  /// Where it stands, with its quotation marks.
  public let range: SourceRange

  /// Creates a name.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A keyword that names a kind of row, like `quotes`.
public struct RowKindName: Hashable, Sendable {

  /// The kind.
  public let kind: RowKind

  /// Where it stands.
  public let range: SourceRange

  /// Creates the name of a kind.
  public init(_ kind: RowKind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// The kinds of row that a query can return by keyword.
public enum RowKind: String, Hashable, Sendable, CaseIterable {
  case documents, paragraphs, sentences, tokens, quotes, mentions
  case people, organizations, places, entities
  case topics, outlets, authors, families
}

/// A source and the steps that its rows go through.
public struct Query: Hashable, Sendable {

  /// Where the rows come from.
  public let source: Source

  /// What is done to them, in order.
  public let steps: [Step]

  /// The text of the query.
  public let range: SourceRange

  /// Creates a query.
  public init(source: Source, steps: [Step], at range: SourceRange) {
    self.source = source
    self.steps = steps
    self.range = range
  }
}

/// Where rows come from.
public struct Source: Hashable, Sendable {

  /// The forms of a source.
  public indirect enum Kind: Hashable, Sendable {
    /// `quotes`: all rows of a kind.
    case rows(RowKind)
    /// `"red line"`: every place where a phrase stands.
    case phrase(Name)
    /// A name bound with `let`.
    case name(Name)
    /// `(query)`.
    case query(Query)
    /// `A within B`, `A near/5 B`: the rows of A that stand so to some row of B.
    case region(Source, Relation, Source)
    /// `[lemma = "send"] []{0,3} [lemma = "troop"]`: every match of a token pattern.
    case pattern(TokenPattern)
    /// `macron_on(China)`: a defined query with values for its parameters.
    case call(Name, [Value])
    /// `compare (A) with (B) on cues`: what sets two sets of rows apart; on words where none is
    /// named.
    case compare(Source, with: Source, on: Path?)
    /// A source that could not be read.
    case invalid
  }

  /// Its form.
  public let kind: Kind

  /// The text of the source.
  public let range: SourceRange

  /// Creates a source.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// How two regions stand to each other.
public enum RegionOperator: String, Hashable, Sendable, CaseIterable {
  case within, containing, outside, overlapping, before, after, near, then
}

/// How two regions stand to each other, with how far apart they may be: `near/5`.
public struct Relation: Hashable, Sendable {

  /// How they stand.
  public let kind: RegionOperator

  /// How far apart they may be; `near` and `then` always have one, `before` and `after` may.
  public let reach: Reach?

  /// Where it stands.
  public let range: SourceRange

  /// Creates a relation.
  public init(_ kind: RegionOperator, reach: Reach? = nil, at range: SourceRange) {
    self.kind = kind
    self.reach = reach
    self.range = range
  }
}

/// How far apart two regions may be.
public enum Reach: Hashable, Sendable {
  /// `/5`: so many tokens stand between them at most.
  case tokens(Value)
  /// `/sentence`, `/paragraph`, `/document`: both lie in the same one.
  case unit(Name)
  /// `/3 days`: the dates of their documents are so far apart at most; the unit is as written.
  case time(Value, unit: Name)
}

/// One step of a query.
public struct Step: Hashable, Sendable {

  /// What a step does.
  public enum Kind: Hashable, Sendable {
    /// `where p`: keeps rows.
    case filter(Predicate)
    /// `by Macron`, `about China`, `mentions Putin` directly behind the source: the short ladder.
    /// It means the same as the predicate in a `where`, and the analyzer treats it so.
    case ladder(Predicate)
    /// `select a, b as n`.
    case select([SelectItem])
    /// `order by a desc, b`.
    case order([OrderItem])
    /// `limit n`.
    case limit(Value)
    /// `top n [by x] [per k]`.
    case top(Value, by: Path?, per: Path?)
    /// `sample n [seed s]`.
    case sample(Value, seed: Value?)
    /// `count` or `count by speaker, month`.
    case count(by: [Path])
    /// `timeline by week [by speaker]`.
    case timeline(unit: Name, by: Path?)
    /// `to documents`.
    case to(RowKindName)
    /// `kwic [width] [order by left 1, node]`.
    case kwic(width: Value?, order: [ConcordanceKey])
    /// `save "file"`.
    case save(Name)
    /// `distinct`: rows that show the same come once.
    case distinct
    /// `similar to "…"`: ranks the rows by how much their wording is like a text.
    case similar(to: Name)
    /// `summarize n = count, w = sum(words) by outlet`.
    case summarize([Aggregate], by: [Path])
    /// `per million words`, `per 100 quotes`, `as share`: turns counts into rates.
    case rate(Rate)
    /// `collocates [window 5] [of lemma] [by logdice]`.
    case collocates(window: Value?, of: Name?, by: Name?)
    /// `keywords [of lemma] against (query) [by ll]`.
    case keywords(of: Name?, against: Source, by: Name?)
    /// `pairs of speakers per document`.
    case pairs(of: Path, per: Path)
    /// `families`: the groups of near-identical quotes that the rows belong to.
    case families
    /// `chart bars`.
    case chart(Name)
    /// `union (query)`, `except (query)`, `intersect (query)`.
    case combine(SetOperator, Source)
    /// A step that could not be read.
    case invalid
  }

  /// What it does, with its parts.
  public let kind: Kind

  /// The text of the step, without a leading `|`.
  public let range: SourceRange

  /// Creates a step.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What two sets of rows of one kind are made into.
public enum SetOperator: String, Hashable, Sendable, CaseIterable {
  case union, except, intersect
}

/// What counts are divided by.
public enum Rate: Hashable, Sendable {
  /// `as share`: the sum of all groups.
  case share
  /// `per 100 quotes`, `per million words`: the rows or words of the same documents; the number is
  /// written out, one where none is written.
  case per(Value, Name)
}

/// One column of `summarize`: `w = sum(words)`.
public struct Aggregate: Hashable, Sendable {

  /// The heading, where one is given.
  public let name: Name?

  /// The function: `count`, `share`, `sum`, `median`.
  public let function: Name

  /// What it is taken of; nil for `count` and `share`.
  public let path: Path?

  /// Where it stands.
  public let range: SourceRange

  /// Creates a column.
  public init(_ function: Name, of path: Path?, as name: Name?, at range: SourceRange) {
    self.function = function
    self.path = path
    self.name = name
    self.range = range
  }
}

/// One column of `select`.
public struct SelectItem: Hashable, Sendable {

  /// The attribute shown.
  public let path: Path

  /// The heading, where one is given with `as`.
  public let name: Name?

  /// Creates a column.
  public init(_ path: Path, as name: Name?) {
    self.path = path
    self.name = name
  }
}

/// One key of `order by`.
public struct OrderItem: Hashable, Sendable {

  /// The attribute compared.
  public let path: Path

  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// Creates a key.
  public init(_ path: Path, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

/// One key by which a concordance is ordered.
public struct ConcordanceKey: Hashable, Sendable {

  /// The place in the line that is compared.
  public enum Place: Hashable, Sendable {
    /// The nth word to the left of the match, from one.
    case left(Int)
    /// The nth word to the right of the match, from one.
    case right(Int)
    /// The match itself.
    case node
  }

  /// The place compared.
  public let place: Place

  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// Where it stands.
  public let range: SourceRange

  /// Creates a key.
  public init(_ place: Place, isDescending: Bool, at range: SourceRange) {
    self.place = place
    self.isDescending = isDescending
    self.range = range
  }
}

/// The name of an attribute, with the steps that lead to it: `speaker`, `document.title`.
public struct Path: Hashable, Sendable {

  /// The parts between the dots, at least one.
  public let parts: [Name]

  /// The whole path.
  public let range: SourceRange

  /// Creates a path.
  public init(_ parts: [Name], at range: SourceRange) {
    self.parts = parts
    self.range = range
  }

  /// The path as it is written.
  public var text: String { parts.map(\.text).joined(separator: ".") }
}
