internal import CAllocator

/// What becomes of memory that is given back.
enum FreedMemory {

  /// Keeps it for the next who asks, from now on.
  ///
  /// A build goes through batches of a few megabytes, and one answer after another through tables.
  /// glibc would hand each back to the system and get it anew, page by page and cleared, which takes
  /// a tenth of the time of a build, and more of that of a concordance.
  static func keep() { quoth_keep_freed_memory() }
}
