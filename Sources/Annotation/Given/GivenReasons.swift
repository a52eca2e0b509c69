extension Mention {

  /// Whether the source gave it.
  package var isGiven: Bool { reason.hasPrefix("given by the source") }
}

extension Quote {

  /// Whether the source gave it.
  package var isGiven: Bool { reasons.first?.hasPrefix("content: given by the source") ?? false }
}
