#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import CorpusStore
internal import Synchronization

/// The list of checked images while one is opened, which tells when the check of that takes long.
///
/// A long image that is not in the list is read whole, which takes seconds where it is large.
final class LongCheck: CheckedImages {

  /// How often it is looked whether the check is over, in microseconds.
  private static let pause: UInt32 = 5_000

  private let list: CheckedImageList
  private let patience: UInt32
  private let tell: @Sendable () -> Void
  private let isOver = Atomic(false)
  private let waiting = Mutex<Pending<Void>?>(nil)

  /// Creates a list that tells of a check that takes longer than so many microseconds; what is over
  /// after half a second nobody needs to read.
  init(
    _ list: CheckedImageList, patience: UInt32 = 500_000, tell: @escaping @Sendable () -> Void
  ) {
    self.list = list
    self.patience = patience
    self.tell = tell
  }

  /// Whether an image is in the list; if not, it is read from now on.
  func contains(_ state: ImageState) -> Bool {
    if list.contains(state) { return true }
    waiting.withLock { waiting in
      waiting = Pending { [self] in
        for _ in 0..<patience / Self.pause {
          if isOver.load(ordering: .acquiring) { return }
          usleep(Self.pause)
        }
        tell()
      }
    }
    return false
  }

  func insert(_ state: ImageState) { list.insert(state) }

  func remove(_ state: ImageState) { list.remove(state) }

  /// Takes that the image is open, or cannot be opened.
  func end() {
    isOver.store(true, ordering: .releasing)
    waiting.withLock { waiting in
      waiting?.value()
      waiting = nil
    }
  }
}
