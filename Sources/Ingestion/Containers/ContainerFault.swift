/// What keeps an archive, or a member of it, from being read.
enum ContainerFault: Error, Hashable {
  /// What is read is no archive at all; its first bytes.
  case foreign([UInt8])
  /// The bytes make no sense, or end too early; what the library says of it.
  case damaged(String)
  /// The bytes are not those that were packed, nobody knows where; what is told of it.
  case altered(String)
  /// Something that is no part of it stands behind the end of what is packed in that way.
  case trailing(ContainerFormat)
  /// A password is needed.
  case encrypted
  /// It unpacks to far more than anything that people write does.
  case bomb
}

/// From where on an archive cannot be read.
enum ContainerPlace {
  /// Behind a member.
  case behind(String)
  /// Within a member.
  case inside(String)
}

extension InputError {

  /// Creates the error of a member that is left out, or of an archive from some place on.
  ///
  /// - Parameters:
  ///   - file: The archive, or the member with the archive in front of it.
  ///   - fault: What is wrong.
  ///   - place: Where the rest of the archive is lost.
  /// - Returns: The error.
  static func container(
    _ file: String, _ fault: ContainerFault, _ place: ContainerPlace? = nil
  ) -> InputError {
    if case .foreign(let start) = fault, let format = ContainerFormat.named(file),
      ContainerFormat.of(start) != format
    {
      return misnamed(file, format, start)
    }
    let place =
      switch place {
      case .behind(let member): " behind \(member)"
      case .inside(let member): " in \(member)"
      case nil: ""
      }
    let (message, mend) =
      switch fault {
      case .foreign:
        (
          "this is no archive that can be read",
          "pack it again, as .zip, .tar.gz, .tar.xz or .gz"
        )
      case .damaged(let problem):
        (
          "it is damaged or cut off\(place): \(problem)",
          "get a whole copy; what could be unpacked was read"
        )
      case .altered(let problem):
        (
          "it is damaged or cut off: \(problem)",
          "get a whole copy; what could be unpacked was read"
        )
      case .trailing(let format):
        (
          "something that is not \(format) stands behind the end of what is packed",
          "leave that out, or get a whole copy; what stands before it was read"
        )
      case .encrypted:
        ("it is encrypted", "unpack it with its password, and read the folder")
      case .bomb:
        (
          "it unpacks to more than \(ArchiveReader.ratioLimit) times its size\(place)",
          "unpack it yourself if that is meant to be, and read the folder"
        )
      }
    return InputError(kind: .unreadable, file: file, message: message, mend: mend)
  }

  /// Creates the error of members that need a password; none are named where all do.
  static func locked(_ file: String, _ members: [String]) -> InputError {
    guard !members.isEmpty else { return container(file, .encrypted) }
    let shown = members.prefix(5).joined(separator: ", ")
    let rest = members.count > 5 ? " and \(members.count - 5) more" : ""
    return InputError(
      kind: .unreadable, file: file,
      message: members.count == 1
        ? "\(shown) is encrypted" : "\(members.count) members are encrypted: \(shown)\(rest)",
      mend: "unpack it with its password, and read the folder; the others were read")
  }

  static func nestedTooDeep(_ file: String) -> InputError {
    InputError(
      kind: .unreadable, file: file, message: "this is an archive in an archive in an archive",
      mend: "unpack the outer one, and read the folder")
  }

  static func lostAnnotations(_ file: String, _ count: Int) -> InputError {
    InputError(
      kind: .unreadable, file: file,
      message: "\(count) \(count == 1 ? "annotation was" : "annotations were") left out, being "
        + "damaged, too large, or too far from the text",
      mend: "unpack it and read the folder, or pack texts and annotations in the same order")
  }

  static func tooManyMembers(_ file: String, limit: Int) -> InputError {
    InputError(
      kind: .unreadable, file: file, message: "it has more than \(limit) members",
      mend: "split it; the members up to there were read")
  }

  static func noTextsInArchive(_ file: String, skipped: Int) -> InputError {
    let others = skipped == 1 ? "1 other file" : "\(skipped) other files"
    return InputError(
      kind: .noTexts, file: file,
      message: "the archive has no texts in it" + (skipped == 0 ? "" : "; it holds \(others)"),
      mend: "--reader NAME reads those, too, whose endings are of no format")
  }
}
