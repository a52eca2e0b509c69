/// What happens to documents that repeat one that was read before.
public enum DuplicatePolicy: String, Hashable, Sendable, CaseIterable {
  /// They are documents like all others; only the report tells of them.
  case keep
  /// They are left out.
  case drop
  /// They are left out, and the document that they repeat lists where they were found.
  case link
}
