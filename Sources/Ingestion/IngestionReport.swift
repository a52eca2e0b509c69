/// What came of reading some inputs.
public struct IngestionReport: Hashable, Sendable {

  /// Something that was read, but not as it may have been meant.
  public struct Warning: Hashable, Sendable, CustomStringConvertible {

    /// The file, as the user named it or as it was found in a folder.
    public let file: String
    /// The line in the file, from one, where that is known.
    public let line: Int?
    /// What is wrong, in one phrase.
    public let message: String
    /// What to do about it, in one phrase.
    public let mend: String

    /// Creates a warning, in which controls of what a file holds, like line ends, are blanks.
    public init(file: String, line: Int? = nil, message: String, mend: String) {
      self.file = file
      self.line = line
      self.message = message.onOneLine
      self.mend = mend.onOneLine
    }

    /// Creates the warning about a file of a folder that is left out.
    init(_ error: InputError) {
      self.init(file: error.file, message: error.message, mend: error.mend)
    }

    /// The message with file and line in front of it.
    public var description: String {
      line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }
  }

  /// A document whose text was damaged.
  public struct Repair: Hashable, Sendable {
    /// The document's id.
    public let document: String
    /// What was repaired in it, like "3 mojibake sequences".
    public let repairs: [String]
  }

  /// A document that repeats one that was read before.
  public struct Duplicate: Hashable, Sendable {
    /// Where it was found: its address, or else its file.
    public let place: String
    /// The id of the document that it repeats.
    public internal(set) var original: String
    /// The share of their words in a row that stand in both, 0 to 1.
    public let resemblance: Double
    /// The file that it stands in, with the line or number in it.
    public let file: String
    /// The file of the document that it repeats, or what else is known of its place.
    public internal(set) var kept: String
  }

  /// What one reader has read.
  public struct Tally: Hashable, Sendable {
    /// The number of files.
    public internal(set) var files = 0
    /// The number of documents in them.
    public internal(set) var documents = 0
    /// The first file, as it is shown.
    public internal(set) var example = ""
  }

  /// The number of documents read.
  public internal(set) var documentCount = 0
  /// The number of files read.
  public internal(set) var fileCount = 0
  /// How many of them are annotations, which are read with their texts, by the names of their formats.
  public internal(set) var companions: [String: Int] = [:]
  /// The number of files in folders and archives that no reader knows, of links in archives, of files
  /// met twice, and of those that are empty, or are or hold no text, or cannot be read.
  public internal(set) var skippedCount = 0
  /// How many of them were met twice.
  public internal(set) var repeatedCount = 0
  /// How many of them are empty or hold no text.
  public internal(set) var unreadCount = 0
  /// How many of them are pictures, programs and the like.
  public internal(set) var binaryCount = 0
  /// How many of them cannot be read, links that lead nowhere and folders among them.
  public internal(set) var unreadableCount = 0
  /// How many of them are links in archives, which are followed nowhere.
  public internal(set) var linkCount = 0
  /// How many of them no reader knows, by the endings of their names.
  public internal(set) var skippedEndings: [String: Int] = [:]
  /// How many parts of files hold nothing to be read, as is meant, by what they are: pictures and menus
  /// of a site, mails of files alone.
  public internal(set) var passedOver: [String: Int] = [:]
  /// What was read by each reader, by its name.
  public internal(set) var readers: [String: Tally] = [:]
  /// The documents whose text was repaired.
  public internal(set) var repairs: [Repair] = []
  /// The documents that repeat others, whatever became of them.
  public internal(set) var duplicates: [Duplicate] = []
  /// What was read otherwise than it may have been meant, and files of folders that were not read.
  public internal(set) var warnings: [Warning] = []
  /// The inputs, as the user named them, that could not be read.
  public internal(set) var errors: [InputError] = []

  /// Where else the texts of documents were found, by the ids of those that were kept.
  package internal(set) var copies: [String: [String]] = [:]

  /// Creates the report of nothing.
  public init() {}

  /// Counts a file of which there is nothing to be read.
  mutating func skipUnread() {
    skippedCount += 1
    unreadCount += 1
  }

  /// Counts a file that is no text.
  mutating func skipBinary() {
    skippedCount += 1
    binaryCount += 1
  }

  /// Counts a file, link or folder that cannot be read.
  mutating func skipUnreadable() {
    skippedCount += 1
    unreadableCount += 1
  }

  /// Counts an annotation of a format, which is read with its text.
  mutating func readCompanion(_ format: String) {
    fileCount += 1
    companions[format, default: 0] += 1
  }

  /// Counts a file that no reader knows; a negative count takes it back.
  mutating func skip(_ name: String, count: Int = 1) {
    skippedCount += count
    let ending = SourceFile.pathExtension(name)
    let total = skippedEndings[ending, default: 0] + count
    skippedEndings[ending] = total == 0 ? nil : total
  }
}

extension String {

  /// The text with blanks for controls.
  fileprivate var onOneLine: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return self }
    return String(decoding: utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
